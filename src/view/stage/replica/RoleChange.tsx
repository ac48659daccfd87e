import { m } from 'framer-motion';
import { EFFECT_SECONDS } from '../effects/happenings';
import { useEffectProgress } from '../StageTime';
import styles from './replica.module.css';

interface RoleChangeProps {
  /** Story second. */
  readonly at: number;
}

/** A ring around a replica whose part has just changed. */
export function RoleChange({ at }: RoleChangeProps) {
  const opacity = useEffectProgress(at, EFFECT_SECONDS, (progress) => 1 - progress ** 2);
  const scale = useEffectProgress(at, EFFECT_SECONDS, (progress) => 1 + 0.015 * progress);
  return <m.span aria-hidden className={styles.change} style={{ opacity, scale }} />;
}
