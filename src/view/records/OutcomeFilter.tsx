import { type LedgerEntry, type Outcome, OUTCOMES } from '../../sim/outcomes';
import { OUTCOME_LOOKS } from './outcomeWords';

interface OutcomeFilterProps {
  readonly entries: readonly LedgerEntry[];
  /** Null: all are listed. */
  readonly chosen: Outcome | null;
  readonly onChoose: (outcome: Outcome | null) => void;
}

/** How many records ended in which way; each line lists only its own. */
export function OutcomeFilter({ entries, chosen, onChoose }: OutcomeFilterProps) {
  const counts = new Map<Outcome, number>();
  for (const { outcome } of entries) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return (
    <fieldset className="outcomes" aria-label="List only">
      <button
        type="button"
        className="outcome"
        aria-pressed={chosen === null}
        onClick={() => onChoose(null)}
      >
        <span className="outcomeWord">all that was produced</span> {entries.length}
      </button>
      {OUTCOMES.map((outcome) => {
        const { word, icon: Icon } = OUTCOME_LOOKS[outcome];
        const count = counts.get(outcome) ?? 0;
        return (
          <button
            key={outcome}
            type="button"
            className="outcome"
            data-outcome={outcome}
            aria-pressed={chosen === outcome}
            disabled={count === 0 && chosen !== outcome}
            onClick={() => onChoose(chosen === outcome ? null : outcome)}
          >
            <Icon size={16} aria-hidden />
            <span className="outcomeWord">{word}</span> {count}
          </button>
        );
      })}
    </fieldset>
  );
}
