import { useStageTime } from '../StageTime';
import { useMovingText } from '../useMoving';
import type { SilentBroker } from './silentBrokers';
import styles from './cards.module.css';

interface ControllerLineProps {
  /** The broker that has been silent longest among those with a session. */
  readonly silent: SilentBroker | undefined;
  readonly says: string;
  readonly isNews: boolean;
}

/** Whom the controller waits for, or what it said last. */
export function ControllerLine({ silent, says, isNews }: ControllerLineProps) {
  if (silent) return <Silence silent={silent} />;
  return (
    <p className={isNews ? styles.decision : styles.line} title={says}>
      {says}
    </p>
  );
}

function Silence({ silent }: { readonly silent: SilentBroker }) {
  const { broker, lastContactAt } = silent;
  const { clusterTime } = useStageTime();
  const { ref, text } = useMovingText(clusterTime, (now) =>
    ((now - lastContactAt) / 1000).toFixed(1),
  );
  return (
    <p className={styles.silence}>
      broker {broker} silent <span ref={ref}>{text}</span> s
    </p>
  );
}
