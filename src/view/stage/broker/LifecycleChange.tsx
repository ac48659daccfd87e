import { EFFECT_SECONDS } from '../effects/happenings';
import { useEffectProgress } from '../StageTime';
import { useMoving } from '../useMoving';
import styles from './broker.module.css';

interface LifecycleChangeProps {
  /** Story second. */
  readonly at: number;
  readonly isDown: boolean;
}

/** A glow around a broker that has just gone or come. */
export function LifecycleChange({ at, isDown }: LifecycleChangeProps) {
  const opacity = useEffectProgress(at, EFFECT_SECONDS, (progress) => 0.8 * (1 - progress ** 2));
  const { ref, style } = useMoving({ opacity });
  return <span ref={ref} aria-hidden className={styles.change} data-gone={isDown} style={style} />;
}
