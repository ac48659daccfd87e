import { memo } from 'react';
import type { LedgerEntry } from '../../sim/outcomes';
import { useHighwater } from '../../store/HighwaterContext';
import type { Loss } from '../../timeline/life/losses';
import type { RecordWords } from '../../timeline/life/recordWords';
import { useLookOf } from '../lookOf';
import { OUTCOME_LOOKS, outcomeNote } from './outcomeWords';

interface LedgerRowProps {
  readonly entry: LedgerEntry;
  /** Null when nobody knows any more. */
  readonly words: RecordWords | null;
  readonly loss: Loss | null;
}

/** A record and its outcome; it leads to the life of the record. */
export const LedgerRow = memo(function LedgerRow({ entry, words, loss }: LedgerRowProps) {
  const select = useHighwater((state) => state.select);
  const engine = useHighwater((state) => state.engine);
  const look = useLookOf()(entry.partition);
  const { recordId, partition, outcome, offset } = entry;
  const { word, icon: Icon } = OUTCOME_LOOKS[outcome];
  const cause = loss?.cause && engine?.explain(loss.cause).what;
  const note = outcomeNote(entry, loss);
  return (
    <li>
      <button
        type="button"
        className="ledgerRow"
        data-outcome={outcome}
        onClick={() => select({ type: 'record', partition, recordId })}
      >
        <span className="ledgerValue">{words?.value ?? 'a record'}</span>
        <span className="ledgerPlace" style={{ color: look.colour }}>
          {partition} · {offset ?? '–'}
        </span>
        <span className="ledgerOutcome">
          <Icon size={14} aria-hidden /> {word}
        </span>
        {(note !== '' || cause) && (
          <span className="ledgerNote">
            {cause} {note}
          </span>
        )}
      </button>
    </li>
  );
}, isSame);

/** What of an entry may become another while its record stays the same. */
const CHANGING = ['outcome', 'told', 'acks', 'offset'] as const;

/** The ledger is made anew for every moment; most of its rows say what they said before. */
function isSame(one: LedgerRowProps, other: LedgerRowProps): boolean {
  if (one.entry.recordId !== other.entry.recordId || one.words !== other.words) return false;
  if (one.loss?.broken !== other.loss?.broken) return false;
  return CHANGING.every((field) => one.entry[field] === other.entry[field]);
}
