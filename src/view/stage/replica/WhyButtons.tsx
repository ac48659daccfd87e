import { logEndOffset } from '../../../sim/broker/log';
import { logWindowFrom } from '../layout/logWindow';
import { flagX } from '../log/HighWatermark';
import type { ReplicaRowProps } from './ReplicaRow';
import type { Standing } from './standing';
import styles from './replica.module.css';

/** Rows of a partition that nobody leads: `eligible` is one only where there is no leader. */
const UNLED: readonly Standing[] = ['inSyncWithoutLeader', 'stillLeader', 'lastKnownLeader'];

type WhyButtonsProps = Pick<
  ReplicaRowProps,
  'broker' | 'replica' | 'standing' | 'isLed' | 'layout' | 'windowStart' | 'onPick'
>;

/**
 * The ways to a reason: the flag of a leader that stands still, or its numbers where a row has no
 * cells; the word of a row without a leader.
 */
export function WhyButtons(props: WhyButtonsProps) {
  const { broker, replica, standing, layout, windowStart, onPick } = props;
  const { partition, role, highWatermark, log } = replica;
  const { cells, head, numbers } = layout;
  if (UNLED.includes(standing) || (standing === 'eligible' && !props.isLed)) {
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
  if (role.type !== 'leader' || highWatermark === logEndOffset(log)) return null;
  const style = cells
    ? { left: flagX(cells, logWindowFrom(cells, windowStart), highWatermark) - 12 }
    : { right: 0, top: numbers.y + (numbers.height - 24) / 2, width: Math.max(numbers.width, 24) };
  return (
    <button
      type="button"
      className={styles.whyFlag}
      style={style}
      aria-label={`Why does the high watermark of ${partition} on broker ${broker} stand still?`}
      title="Why does it stand still?"
      onClick={() => onPick({ type: 'replica', broker, partition }, 'inspect')}
    />
  );
}
