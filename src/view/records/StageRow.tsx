import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { explainSending } from '../../sim/explain/sendings';
import type { Explanation } from '../../sim/explain/explanation';
import { useHighwater } from '../../store/HighwaterContext';
import type { Engine } from '../../timeline/engine';
import type { Stage } from '../../timeline/life/stage';
import { SimplificationMark } from '../caption/SimplificationMark';
import { Reasons } from '../feed/Reasons';
import { feedClockText } from '../transport/clockText';
import { stageTitle, stageTone } from './stageWords';

interface StageRowProps {
  readonly stage: Stage;
  /** Null while it loads: then there are no reasons yet. */
  readonly engine: Engine | null;
  readonly isNow: boolean;
  readonly isLater: boolean;
}

/** One thing that happened to a record. The words lead to its moment, the arrow to its reasons. */
export function StageRow({ stage, engine, isNow, isLater }: StageRowProps) {
  const [isOpen, setOpen] = useState(false);
  const title = stageTitle(stage);
  const explanation = engine && explanationOf(stage, engine);
  return (
    <li
      className="feedRow stageRow"
      data-now={isNow}
      data-later={isLater}
      data-tone={stageTone(stage)}
    >
      <StageMoment stage={stage} title={title} isNow={isNow} />
      <SimplificationMark id={explanation?.simplification} />
      <button
        type="button"
        className="feedOpen"
        aria-expanded={isOpen}
        aria-label={`Why: ${title}`}
        disabled={explanation === null}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={16} aria-hidden />
      </button>
      {isOpen && engine && explanation && (
        <Reasons explanation={explanation} simplifications={engine.simplifications}>
          <p>{explanation.what}</p>
        </Reasons>
      )}
    </li>
  );
}

interface StageMomentProps extends Pick<StageRowProps, 'stage' | 'isNow'> {
  readonly title: string;
}

/** What lies before the story cannot be shown, so nothing leads there. */
function StageMoment({ stage, title, isNow }: StageMomentProps) {
  const seek = useHighwater((state) => state.seek);
  const { tick, story } = stage;
  const words = (
    <>
      <span className="feedTime">{feedClockText(tick)}</span>
      <span className="feedWhat">{title}</span>
    </>
  );
  if (story === null) return <p className="feedMoment stageBefore">{words}</p>;
  return (
    <button
      type="button"
      ref={isNow ? keepInView : undefined}
      className="feedMoment"
      aria-current={isNow ? 'step' : undefined}
      onClick={() => seek(story)}
    >
      {words}
    </button>
  );
}

function explanationOf({ kind, event, flight }: Stage, engine: Engine): Explanation | null {
  if (event) return engine.explain(event);
  if (flight?.message.type !== 'produceRequest') return null;
  const moment = kind === 'received' || kind === 'waits' ? kind : 'sent';
  return explainSending(moment, flight, flight.message);
}

/** In its own scroller alone: the page stays where it is. */
function keepInView(moment: HTMLElement | null): void {
  const scroller = moment?.closest('.recordsScroll');
  if (!moment || !scroller) return;
  const [row, box] = [moment.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const below = row.bottom - box.bottom;
  const above = row.top - box.top;
  if (below > 0 || above < 0) scroller.scrollTop += below > 0 ? below : above;
}
