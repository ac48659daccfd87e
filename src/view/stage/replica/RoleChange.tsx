import { EFFECT_SECONDS } from '../effects/happenings';
import { useEffectProgress } from '../StageTime';
import { useMoving } from '../useMoving';
import styles from './replica.module.css';

interface RoleChangeProps {
  /** Story second. */
  readonly at: number;
}

/** A ring around a replica whose part has just changed. */
export function RoleChange({ at }: RoleChangeProps) {
  const opacity = useEffectProgress(at, EFFECT_SECONDS, (progress) => 1 - progress ** 2);
  const { ref, style } = useMoving({ opacity });
  return <span ref={ref} aria-hidden className={styles.change} style={style} />;
}
