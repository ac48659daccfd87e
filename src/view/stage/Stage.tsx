import { type ReactNode, useCallback, useMemo } from 'react';
import type { ProducerId } from '../../sim/ids';
import { shareUnderWay, underWay } from '../../sim/underWay';
import type { World } from '../../sim/world';
import { promisesOf } from '../../sim/promises';
import {
  useClusterTime,
  useHighwater,
  useHighwaterStore,
  usePlayhead,
  useShownPlayhead,
} from '../../store/HighwaterContext';
import { frameOf, hidesOf } from '../../store/selectors';
import { showInPanel } from '../panel/showInPanel';
import { frame, frameIndexAt, recentEvents, toldMoments } from '../../timeline/recording';
import type { Recording } from '../../timeline/recording';
import type { RenderBrokerMenu } from './broker/BrokerBox';
import type { RenderClientMenu } from './cards/ClientTitle';
import { lastDecision } from './cards/lastDecision';
import { EFFECT_SECONDS } from './effects/happenings';
import { layoutStage } from './layout/layoutStage';
import { placementKey, placementOf } from './layout/placement';
import type { StageLayout } from './layout/stageLayout';
import { offsetDigits } from './layout/windowStarts';
import { PickedRecordContext } from './log/PickedRecord';
import type { RenderPartitionMenu } from './replica/ReplicaRow';
import type { OnPick } from './OnPick';
import { StagePicture } from './StagePicture';
import { type StageTime, StageTimeContext } from './StageTime';
import styles from './stage.module.css';

export interface StageProps {
  /** Of the area that the stage may take, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly reducedMotion: boolean;
  /** How many times as large as usual its type is. */
  readonly type?: number;
  readonly onProduce: (producer: ProducerId) => void;
  readonly onToggleLoad: (producer: ProducerId) => void;
  /** Puts the menu of a broker around its header, which opens it. */
  readonly renderBrokerMenu: RenderBrokerMenu;
  /** Puts the menu of a partition around its name, once, on the row of its leader. */
  readonly renderPartitionMenu: RenderPartitionMenu;
  /** Puts the menu of a client around its name. */
  readonly renderClientMenu: RenderClientMenu;
  /** Draws what somebody else has to show on the stage, above all of it. */
  readonly renderMarks?: ((layout: StageLayout, world: World) => ReactNode) | undefined;
}

/** More marks that fade than this do so in steps: in every frame they would take the time. */
const MARKS_MAX = 12;

/** The cluster at the playhead, drawn from the frame, the playhead and the recent events alone. */
export function Stage(props: StageProps) {
  const { width, height, reducedMotion, type = 1 } = props;
  const store = useHighwaterStore();
  const recording = useHighwater((state) => state.recording);
  const { world, story, index } = useHighwater(frameOf);
  const selected = useHighwater((state) => state.selectedPartition);
  const onPick = useCallback<OnPick>(
    (subject, panel) => {
      if (panel) showInPanel(store.getState(), subject, panel);
      else store.getState().select(subject);
    },
    [store],
  );
  const picked = useHighwater(({ selected: one }) =>
    one?.type === 'record' ? one.recordId : null,
  );
  const events = useMemo(() => recentEvents(recording, story, EFFECT_SECONDS), [recording, story]);
  const time = useTime(reducedMotion, events.length > MARKS_MAX);
  const layout = useStageLayout(width, height, type, world);
  const flightBefore = useMemo(() => flightIn(recording), [recording]);
  const promises = useMemo(() => promisesOf(world), [world]);
  return (
    <StageTimeContext value={time}>
      <PickedRecordContext value={picked}>
        <div className={`${styles.stage} scrollEdges`} style={{ height: layout.height }}>
          <StagePicture
            layout={layout}
            world={world}
            events={events}
            flightBefore={flightBefore}
            promises={promises}
            decision={lastDecision(toldMoments(recording), index)}
            selected={selected}
            onPick={onPick}
            onProduce={props.onProduce}
            onToggleLoad={props.onToggleLoad}
            renderBrokerMenu={props.renderBrokerMenu}
            renderPartitionMenu={props.renderPartitionMenu}
            renderClientMenu={props.renderClientMenu}
          />
          {props.renderMarks?.(layout, world)}
        </div>
      </PickedRecordContext>
    </StageTimeContext>
  );
}

function useTime(reducedMotion: boolean, isBusy: boolean): StageTime {
  const [now, shown, clusterTime] = [usePlayhead(), useShownPlayhead(), useClusterTime()];
  const playhead = isBusy ? shown : now;
  const playing = useHighwater((state) => state.playing);
  return useMemo(
    () => ({ playhead, clusterTime, playing, reducedMotion }),
    [playhead, clusterTime, playing, reducedMotion],
  );
}

/** Where everything is on the stage of the moment shown. */
export function useStageLayout(
  width: number,
  height: number,
  type: number,
  world: World,
): StageLayout {
  const digits = offsetDigits(world);
  // Who holds what changes seldom: while this text is the same, so is the layout.
  const key = placementKey(world, useHighwater(hidesOf));
  return useMemo(
    () => layoutStage({ width, height, type, offsetDigits: digits, ...placementOf(key) }),
    [width, height, type, digits, key],
  );
}

function flightIn(recording: Recording) {
  return (id: number, story: number) => {
    const index = frameIndexAt(recording, story);
    if (index === 0) return null;
    const before = frame(recording, index - 1).world;
    const flight = underWay(before).find((one) => one.id === id);
    if (!flight) return null;
    return { flight, share: shareUnderWay(before, flight, frame(recording, index).world.now) };
  };
}
