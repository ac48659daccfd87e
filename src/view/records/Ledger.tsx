import { useMemo, useState } from 'react';
import type { PartitionId } from '../../sim/ids';
import { type LedgerEntry, type Outcome, outcomesOf } from '../../sim/outcomes';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { lossesUntil } from '../../timeline/life/losses';
import { recordWords } from '../../timeline/life/recordWords';
import { LedgerRow } from './LedgerRow';
import { OutcomeFilter } from './OutcomeFilter';
import { PartitionSelect } from './PartitionSelect';
import { useWholeRun } from './useWholeRun';

/** So many rows are drawn at first, for they are all new again and again while a load goes on. */
const ROWS = 40;
/** And so many more each time that somebody asks. */
const MORE_ROWS = 100;

/** Every record that was produced up to the moment shown, and what has become of it by then. */
export function Ledger() {
  const world = useHighwater(worldOf);
  const [partition, setPartition] = useState<PartitionId | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const entries = useMemo(() => outcomesOf(world), [world]);
  const ofPartition = useMemo(
    () => entries.filter((entry) => partition === null || entry.partition === partition),
    [entries, partition],
  );
  const listed = ofPartition.filter((entry) => outcome === null || entry.outcome === outcome);
  return (
    <div className="recordsScroll">
      <PartitionSelect value={partition} all="all partitions" onChange={setPartition} />
      <OutcomeFilter entries={ofPartition} chosen={outcome} onChoose={setOutcome} />
      <Rows key={`${partition} ${outcome}`} entries={listed} />
    </div>
  );
}

/** Newest first. */
function Rows({ entries }: { readonly entries: readonly LedgerEntry[] }) {
  const [rows, setRows] = useState(ROWS);
  const run = useWholeRun();
  const frameIndex = useHighwater((state) => state.frameIndex);
  const hasLost = entries.some(({ outcome }) => outcome === 'lost');
  const losses = useMemo(
    () => (hasLost ? lossesUntil(run, frameIndex) : null),
    [run, frameIndex, hasLost],
  );
  const earlier = entries.length - rows;
  if (entries.length === 0) return <p className="feedEmpty">No record is here at this moment.</p>;
  return (
    <>
      <ol className="ledger" reversed aria-label="Ledger of what was produced, newest first">
        {entries
          .slice(-rows)
          .toReversed()
          .map((entry) => (
            <LedgerRow
              key={entry.recordId}
              entry={entry}
              words={recordWords(run, entry.recordId)}
              loss={losses?.get(entry.recordId) ?? null}
            />
          ))}
      </ol>
      {earlier > 0 && (
        <button type="button" className="recordsMore" onClick={() => setRows(rows + MORE_ROWS)}>
          … {earlier} earlier: show {Math.min(MORE_ROWS, earlier)} more
        </button>
      )}
    </>
  );
}
