import { useMemo, useState } from 'react';
import { outcomeOf } from '../../sim/outcomes';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import type { HighwaterState } from '../../store/state';
import { lifeOfRecord } from '../../timeline/life/lifeOfRecord';
import type { Stage } from '../../timeline/life/stage';
import { frameIndexAt } from '../../timeline/recording';
import { RecordHead } from './RecordHead';
import { StageRow } from './StageRow';
import { useWholeRun } from './useWholeRun';

/** A life of more stages has its middle left out until somebody asks for it. */
const STAGES_MAX = 60;
const STAGES_FIRST = 12;

/** What happened to one record, as far as anybody has looked; the moment shown is marked. */
export function Life({ recordId }: { readonly recordId: number }) {
  const run = useWholeRun();
  const world = useHighwater(worldOf);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const until = useHighwater(lastIndexSeen);
  const stages = useMemo(() => lifeOfRecord(run, until, recordId), [run, until, recordId]);
  const entry = useMemo(() => outcomeOf(world, recordId), [world, recordId]);
  const now = stages.findLast(({ index }) => index <= frameIndex);
  return (
    <>
      {entry ? (
        <RecordHead entry={entry} />
      ) : (
        <p className="feedEmpty">At this moment the record has not been produced yet.</p>
      )}
      <Stages stages={stages} now={now} frameIndex={frameIndex} />
    </>
  );
}

interface StagesProps {
  readonly stages: readonly Stage[];
  /** The last one that has happened at the moment shown. */
  readonly now: Stage | undefined;
  readonly frameIndex: number;
}

function Stages({ stages, now, frameIndex }: StagesProps) {
  const [isWhole, setWhole] = useState(false);
  const engine = useHighwater((state) => state.engine);
  const leftOut = isWhole || stages.length <= STAGES_MAX ? 0 : stages.length - STAGES_MAX;
  return (
    <ol className="life" aria-label="What happened to the record">
      {stages[0]?.story === null && <li className="stageEra">Before the story</li>}
      {stages.map((stage, nth) => {
        if (leftOut > 0 && nth === STAGES_FIRST)
          return (
            <li key={keyOf(stage)}>
              <button type="button" className="recordsMore" onClick={() => setWhole(true)}>
                … {leftOut} between: show all
              </button>
            </li>
          );
        if (nth >= STAGES_FIRST && nth < STAGES_FIRST + leftOut) return null;
        return (
          <StageRow
            key={keyOf(stage)}
            stage={stage}
            engine={engine}
            isNow={stage === now}
            isLater={stage.index > frameIndex}
          />
        );
      })}
    </ol>
  );
}

function keyOf({ kind, index, who, other, flight }: Stage): string {
  return [kind, index, who, other, flight?.id].join(' ');
}

/** Index of the last frame that anybody has looked at. */
function lastIndexSeen({ recording, shownUntil, frameIndex }: HighwaterState): number {
  return Math.max(frameIndex, frameIndexAt(recording, shownUntil));
}
