import { isAsking, stepOf } from '../../lessons/lessonRun';
import type { Choice } from '../../lessons/lesson';
import type { UiWords } from '../../lessons/words/words';
import { rowsOf } from '../../sim/table';
import type { World } from '../../sim/world';
import { useHighwater } from '../../store/HighwaterContext';
import type { Box } from '../stage/layout/geometry';
import type { StageLayout } from '../stage/layout/stageLayout';
import { spotBox } from '../stage/spots/spotBox';
import { useInSight } from './useInSight';
import './lessonMarks.css';

const FLAG_HALF = 8;
/** As much as its letters take of the gap between two rows. */
const FLAG_ROOM = 6;
/** As wide as a row is that has room below it for these words and the name of a rack. */
const RACK_ROOM = 220;

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
  const marks = useInSight<HTMLDivElement>(step?.id, asks, {
    picked: run?.picked ?? '',
    height: layout.height,
  });
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
            {isPicked && <Flag at={footOf(layout, choice, box)} box={box} ui={ui} />}
          </div>
        );
      })}
    </div>
  );
}

interface FlagProps extends Pick<LessonMarksProps, 'ui'> {
  readonly at: { readonly y: number; readonly free: number };
  readonly box: Box;
}

/** Names the ring in the gap below it; where rows stand too close for words, marks its side. */
function Flag({ at: { y, free }, box, ui }: FlagProps) {
  if (free < FLAG_ROOM) {
    return (
      <span
        className="lessonFlag"
        data-small
        title={ui.prediction}
        style={{ left: box.x - 9, top: box.y + 8 }}
      >
        ?
      </span>
    );
  }
  const top = y + Math.min(FLAG_HALF, free / 2);
  return (
    <span className="lessonFlag" style={{ left: box.x + box.width / 2, top }}>
      {ui.prediction}
    </span>
  );
}

/** Below what is pointed at; of a record, below its replica, whose numbers are to be read too. */
function footOf(layout: StageLayout, { spot }: Choice, box: Box) {
  const { rows = {} } = (spot && 'partition' in spot && layout.brokers[spot.broker]) || {};
  const row = spot?.type === 'cell' ? rows[spot.partition] : null;
  const { y: top, height } = row ?? box;
  const y = top + height;
  const below = rowsOf(rows).flatMap((each) => (each.y >= y ? each.y - y : []));
  // Under a narrow row stands the name of its rack.
  const isNarrow = layout.zones.length > 0 && box.width < RACK_ROOM;
  return { y, free: isNarrow ? 0 : Math.min(...below) };
}

function around({ x, y, width, height }: Box) {
  return { left: x - 4, top: y - 4, width: width + 8, height: height + 8 };
}
