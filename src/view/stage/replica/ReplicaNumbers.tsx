import { type Offset, UNKNOWN } from '../../../sim/ids';
import { HighWatermarkFlag } from '../../glyphs/HighWatermarkFlag';
import type { RowKind, Words } from '../layout/rowLayout';
import styles from './replica.module.css';

interface ReplicaNumbersProps {
  readonly words: Words;
  readonly kind: RowKind;
  readonly highWatermark: Offset;
  readonly end: Offset;
  readonly leaderEpoch: number;
}

/** High watermark, log end and epoch, in as many words as there is room for. */
export function ReplicaNumbers(props: ReplicaNumbersProps) {
  const { words, kind, highWatermark, end, leaderEpoch } = props;
  if (words === 'none')
    return (
      <div className={styles.numbers}>
        <span className={styles.pair}>
          {highWatermark}/{end}
        </span>
      </div>
    );
  return (
    <div className={styles.numbers}>
      <span className={styles.highWatermark}>
        {words === 'long' ? 'high watermark ' : <HighWatermarkFlag size={13} />}
        {highWatermark}
      </span>
      <span>
        end {end}
        {kind !== 'compact' && ` · epoch ${leaderEpoch === UNKNOWN ? '–' : leaderEpoch}`}
      </span>
    </div>
  );
}
