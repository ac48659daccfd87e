import { EFFECT_SECONDS } from '../effects/happenings';
import { useMark } from '../StageTime';
import styles from './replica.module.css';

interface RoleChangeProps {
  /** Story second. */
  readonly at: number;
}

/** A ring around a replica whose part has just changed. */
export function RoleChange({ at }: RoleChangeProps) {
  const { ref, style } = useMark(at, EFFECT_SECONDS, (progress) => ({
    opacity: 1 - progress ** 2,
  }));
  return <span ref={ref} aria-hidden className={styles.change} style={style} />;
}
