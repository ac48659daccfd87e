import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, memo } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import type { Engine } from '../../timeline/engine';
import { SimplificationMark } from '../caption/SimplificationMark';
import { WhyButton } from '../caption/WhyButton';
import { useLookOf } from '../lookOf';
import { feedClockText } from '../transport/clockText';
import { markOf } from '../transport/markOf';
import { toneStyle } from '../transport/toneStyle';
import type { EventLine } from './eventLines';
import { Reasons } from './Reasons';

interface EventRowProps {
  readonly engine: Engine;
  readonly line: EventLine;
  /** How many events it has by now. */
  readonly count: number;
  readonly isNow: boolean;
  readonly isOpen: boolean;
  /** Where the Tab key stops in the list. */
  readonly isStop: boolean;
  /** Scrolled out of sight with the focus on it. */
  readonly isFar: boolean;
  readonly onToggle: (id: number) => void;
  /** Null: it has lost the focus. */
  readonly onFocus: (id: number | null) => void;
}

/** An event in one sentence. The sentence leads to its moment, the arrow to its reasons. */
export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { engine, line, count, isNow, isOpen, isStop, isFar, onToggle, onFocus } = props;
  const seek = useHighwater((state) => state.seek);
  const lookOf = useLookOf();
  const [{ event, number, story, tick }] = line.happenings;
  const { what, simplification } = engine.explain(event);
  const isRoutine = line.id < 0;
  const mark = isRoutine ? null : markOf(event);
  const says = isRoutine ? `${count} routine event${count === 1 ? '' : 's'}` : what;
  const keys = {
    tabIndex: isStop ? 0 : -1,
    onFocus: () => onFocus(line.id),
    onBlur: () => onFocus(null),
    onKeyDown: walk,
  };
  return (
    <li
      className={isFar ? 'visuallyHidden' : 'feedRow'}
      data-line={line.id}
      data-now={isNow}
      data-tone={mark?.tone ?? 'plain'}
      data-routine={isRoutine}
    >
      <button
        type="button"
        className="feedMoment"
        style={mark ? toneStyle(mark, lookOf) : undefined}
        aria-current={isNow ? 'step' : undefined}
        {...keys}
        onClick={() => seek(story)}
      >
        <span className="feedTime">{feedClockText(tick)}</span>
        <span className="feedWhat">
          {says}
          {!isRoutine && count > 1 && <span className="feedMore"> and {count - 1} more</span>}{' '}
          <span className="feedNumber">#{number}</span>
        </span>
      </button>
      {!isRoutine && <SimplificationMark id={simplification} />}
      <button
        type="button"
        className="feedOpen"
        aria-expanded={isOpen}
        aria-label={isRoutine ? `List: ${says}` : `Why: ${what}`}
        {...keys}
        onClick={() => onToggle(line.id)}
      >
        <ChevronRight size={16} aria-hidden />
      </button>
      {isOpen && !isRoutine && <LineReasons engine={engine} line={line} />}
    </li>
  );
});

/** Up and down lead from line to line. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const row = event.currentTarget.closest('[data-line]');
  const to = { ArrowUp: row?.previousElementSibling, ArrowDown: row?.nextElementSibling }[
    event.key
  ];
  const button = to?.querySelector('button');
  if (!button) return;
  event.preventDefault();
  button.focus();
}

function LineReasons({ engine, line }: Pick<EventRowProps, 'engine' | 'line'>) {
  const [first, ...others] = line.happenings;
  return (
    <Reasons explanation={engine.explain(first.event)} simplifications={engine.simplifications}>
      {others.map(({ number, event }) => (
        <p key={number}>
          {engine.explain(event).what} <span className="feedNumber">#{number}</span>
        </p>
      ))}
      <WhyButton event={first.event} story={first.story} />
    </Reasons>
  );
}
