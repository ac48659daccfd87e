import { isAsking, stepOf } from '../../lessons/lessonRun';
import type { Choice } from '../../lessons/lesson';
import type { UiWords } from '../../lessons/words/words';
import type { World } from '../../sim/world';
import { useHighwater } from '../../store/HighwaterContext';
import type { Box } from '../stage/layout/geometry';
import type { StageLayout } from '../stage/layout/stageLayout';
import { spotBox } from '../stage/spots/spotBox';
import { useInSight } from './useInSight';
import './lessonMarks.css';

/** Rows lower than this have no room for words between them, in px. */
const ROOMY_MIN = 48;

export interface LessonMarksProps {
  readonly layout: StageLayout;
  readonly world: World;
  readonly ui: UiWords;
}

/** Rings on the stage: what a step is about, what can be predicted, and what was. */
export function LessonMarks({ layout, world, ui }: LessonMarksProps) {
  const run = useHighwater((state) => state.lesson);
  const pick = useHighwater((state) => state.pickChoice);
  const step = run && stepOf(run);
  const asks = run !== null && isAsking(run);
  const marks = useInSight<HTMLDivElement>(step?.id, asks);
  if (!run || !step) return null;
  const locked = run.answers[step.id]?.picked ?? null;
  const picked = asks ? run.picked : locked;
  const boxOf = ({ spot }: Choice) => spot && spotBox(layout, world, spot);
  const points = asks ? [] : (step.point ?? []);
  return (
    <div ref={marks} className="lessonMarks">
      {points.map((spot) => {
        const box = spotBox(layout, world, spot);
        return (
          box && <span key={JSON.stringify(spot)} className="lessonPoint" style={around(box)} />
        );
      })}
      {step.predict?.choices.map((choice) => {
        const box = boxOf(choice);
        const isPicked = choice.key === picked;
        if (!box || (!asks && !isPicked)) return null;
        return (
          <div key={choice.key}>
            {asks ? (
              <button
                type="button"
                className="lessonPick"
                data-picked={isPicked}
                // The same answers can be chosen below, by keys too.
                tabIndex={-1}
                aria-hidden
                style={around(box)}
                onClick={() => pick(choice.key)}
              />
            ) : (
              <span className="lessonPick" data-picked style={around(box)} />
            )}
            {isPicked && <Flag text={ui.prediction} box={box} foot={footOf(layout, choice, box)} />}
          </div>
        );
      })}
    </div>
  );
}

/** Names the ring in the gap below it; where rows stand too close for words, marks its side. */
function Flag({
  text,
  box,
  foot,
}: {
  readonly text: string;
  readonly box: Box;
  readonly foot: number;
}) {
  if (box.height < ROOMY_MIN) {
    return (
      <span
        className="lessonFlag"
        data-small
        title={text}
        style={{ left: box.x - 9, top: box.y + 8 }}
      >
        ?
      </span>
    );
  }
  return (
    <span className="lessonFlag" style={{ left: box.x + box.width / 2, top: foot + 4 }}>
      {text}
    </span>
  );
}

/** Below what is pointed at; of a record, below its replica, whose numbers are to be read too. */
function footOf(layout: StageLayout, { spot }: Choice, box: Box): number {
  const row = spot?.type === 'cell' ? layout.brokers[spot.broker]?.rows[spot.partition] : null;
  const { y, height } = row ?? box;
  return y + height;
}

function around({ x, y, width, height }: Box) {
  return { left: x - 4, top: y - 4, width: width + 8, height: height + 8 };
}
