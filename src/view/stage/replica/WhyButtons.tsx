import { logEndOffset } from '../../../sim/broker/log';
import { logWindowFrom } from '../layout/logWindow';
import { flagX } from '../log/HighWatermark';
import type { ReplicaRowProps } from './ReplicaRow';
import type { Standing } from './standing';
import styles from './replica.module.css';

const UNLED: readonly Standing[] = [
  'inSyncWithoutLeader',
  'stillLeader',
  'lastKnownLeader',
  'eligible',
];

type WhyButtonsProps = Pick<
  ReplicaRowProps,
  'broker' | 'replica' | 'standing' | 'layout' | 'windowStart' | 'onPick'
>;

/** The ways to a reason: the flag of a leader that stands still, the word of a row without one. */
export function WhyButtons(props: WhyButtonsProps) {
  const { broker, replica, standing, layout, windowStart, onPick } = props;
  const { partition, role, highWatermark, log } = replica;
  const { cells, head } = layout;
  if (UNLED.includes(standing)) {
    return (
      <button
        type="button"
        className={styles.why}
        style={{ right: 0, top: 0, width: head.width * 0.4 }}
        aria-label={`Why is ${partition} offline? On broker ${broker}`}
        title="Why?"
        onClick={() => onPick({ type: 'partition', partition }, 'inspect')}
      />
    );
  }
  if (role.type !== 'leader' || highWatermark === logEndOffset(log) || !cells) return null;
  const left = flagX(cells, logWindowFrom(cells, windowStart), highWatermark) - 12;
  return (
    <button
      type="button"
      className={styles.whyFlag}
      style={{ left }}
      aria-label={`Why does the high watermark of ${partition} on broker ${broker} stand still?`}
      title="Why does it stand still?"
      onClick={() => onPick({ type: 'replica', broker, partition }, 'inspect')}
    />
  );
}
