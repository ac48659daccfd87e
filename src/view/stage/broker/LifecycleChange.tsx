import { EFFECT_SECONDS } from '../effects/happenings';
import { useMark } from '../StageTime';
import styles from './broker.module.css';

interface LifecycleChangeProps {
  /** Story second. */
  readonly at: number;
  readonly isDown: boolean;
}

/** A glow around a broker that has just gone or come. */
export function LifecycleChange({ at, isDown }: LifecycleChangeProps) {
  const { ref, style } = useMark(at, EFFECT_SECONDS, (progress) => ({
    opacity: 0.8 * (1 - progress ** 2),
  }));
  return <span ref={ref} aria-hidden className={styles.change} data-gone={isDown} style={style} />;
}
