import type { LedgerEntry } from '../../sim/outcomes';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { copiesOf } from '../../timeline/life/copiesOf';
import { lossesUntil } from '../../timeline/life/losses';
import { recordWords } from '../../timeline/life/recordWords';
import { recordsAtOffset } from '../../timeline/life/recordsAtOffset';
import { useLookOf } from '../lookOf';
import { nodeName } from '../nodeName';
import { OUTCOME_LOOKS, outcomeNote } from './outcomeWords';
import { useWholeRun } from './useWholeRun';

/** What a record is, what has become of it, and where it stands at the moment shown. */
export function RecordHead({ entry }: { readonly entry: LedgerEntry }) {
  const { recordId, producer, partition, outcome } = entry;
  const world = useHighwater(worldOf);
  const engine = useHighwater((state) => state.engine);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const run = useWholeRun();
  const words = recordWords(run, recordId);
  const loss = outcome === 'lost' ? (lossesUntil(run, frameIndex).get(recordId) ?? null) : null;
  const { word, icon: Icon } = OUTCOME_LOOKS[outcome];
  const cause = loss?.cause && engine?.explain(loss.cause).what;
  const note = outcomeNote(entry, loss);
  const copies = copiesOf(world, { recordId, partition });
  const look = useLookOf()(partition);
  return (
    <div className="recordHead" data-outcome={outcome}>
      <p>
        <strong className="ledgerValue">{words?.value ?? 'a record'}</strong>
        {words && words.key !== null && <> with key {words.key}</>} by {nodeName(producer)} for{' '}
        <span className="ledgerPlace" style={{ color: look.colour }}>
          {partition}
        </span>
      </p>
      <p className="ledgerOutcome">
        <Icon size={16} aria-hidden /> {word}
      </p>
      {(note !== '' || cause) && (
        <p className="ledgerNote">
          {cause} {note}
        </p>
      )}
      {copies.map(({ offset, leaderEpoch, brokers }) => (
        <p key={`${offset} ${leaderEpoch}`}>
          offset {offset}, leader epoch {leaderEpoch}, on{' '}
          {brokers.map((id) => `broker ${id}`).join(', ')}
        </p>
      ))}
      {copies.length === 0 && <p>in no log</p>}
      <OtherRecords entry={entry} />
    </div>
  );
}

/** Where a log was cut, another record may have, or have had, the same offset. */
function OtherRecords({ entry }: { readonly entry: LedgerEntry }) {
  const { offset, partition, recordId } = entry;
  const select = useHighwater((state) => state.select);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const run = useWholeRun();
  if (offset === null) return null;
  const others = recordsAtOffset(run, frameIndex, { partition, offset }).filter(
    (one) => one.recordId !== recordId,
  );
  return others.map((other) => (
    <p key={`${other.leaderEpoch} ${other.recordId}`}>
      <button
        type="button"
        className="recordsMore"
        onClick={() => select({ type: 'record', partition, recordId: other.recordId })}
      >
        Record “{recordWords(run, other.recordId)?.value}” of leader epoch {other.leaderEpoch}{' '}
        {other.brokers.length > 0 ? 'has' : 'had'} offset {offset}, too
      </button>
    </p>
  ));
}
