import { ChevronRight } from 'lucide-react';
import { memo, useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { SimplificationMark } from '../caption/SimplificationMark';
import { useLookOf } from '../lookOf';
import { feedClockText } from '../transport/clockText';
import { markOf } from '../transport/markOf';
import { toneStyle } from '../transport/toneStyle';
import type { Engine } from '../../timeline/engine';
import type { FeedEntry } from './feedEntries';

interface FeedRowProps {
  readonly engine: Engine;
  readonly entry: FeedEntry;
  readonly isNow: boolean;
}

/** An event in one sentence. The sentence leads to its moment, the arrow to its reasons. */
export const FeedRow = memo(function FeedRow({ engine, entry, isNow }: FeedRowProps) {
  const [isOpen, setOpen] = useState(false);
  const seek = useHighwater((state) => state.seek);
  const lookOf = useLookOf();
  const [event, ...others] = entry.events;
  const { what, simplification } = engine.explain(event);
  const mark = markOf(event);
  return (
    <li className="feedRow" data-now={isNow} data-tone={mark?.tone ?? 'plain'}>
      <button
        type="button"
        className="feedMoment"
        style={mark ? toneStyle(mark, lookOf) : undefined}
        aria-current={isNow ? 'step' : undefined}
        onClick={() => seek(entry.story)}
      >
        <span className="feedTime">{feedClockText(entry.tick)}</span>
        <span className="feedWhat">
          {what}
          {others.length > 0 && <span className="feedMore"> and {others.length} more</span>}
        </span>
      </button>
      <SimplificationMark id={simplification} />
      <button
        type="button"
        className="feedOpen"
        aria-expanded={isOpen}
        aria-label={`Why: ${what}`}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={16} aria-hidden />
      </button>
      {isOpen && <FeedReasons engine={engine} entry={entry} />}
    </li>
  );
});

function FeedReasons({ engine, entry }: Omit<FeedRowProps, 'isNow'>) {
  const [event, ...others] = entry.events;
  const { why, rule, where, simplification } = engine.explain(event);
  const more = others.map((other) => engine.explain(other).what);
  return (
    <div className="feedReasons">
      {more.map((what) => (
        <p key={what}>{what}</p>
      ))}
      <dl>
        <dt>Why</dt>
        <dd>{why}</dd>
        <dt>Rule</dt>
        <dd>{rule}</dd>
        <dt>Where</dt>
        <dd className="feedWhere">{where}</dd>
        {simplification && (
          <>
            <dt>Simplified here ({simplification})</dt>
            <dd>{engine.simplifications[simplification]}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
