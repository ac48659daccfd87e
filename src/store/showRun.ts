import type { StoreApi } from 'zustand/vanilla';
import type { LessonRun } from '../lessons/lessonRun';
import type { Scene } from '../lessons/scene';
import type { PartitionId } from '../sim/ids';
import type { PanelName, Subject } from '../share/subject';
import type { Recording } from '../timeline/recording';
import { NO_LESSON } from './lessonTurns';
import { paused, playbackOf, sought, startPlayback } from './playback';
import type { HighwaterState } from './state';

/** What is shown together with a run that was recorded elsewhere. */
interface Shown {
  readonly partition: PartitionId;
  readonly isSpaceTimeShown: boolean;
  readonly panel: PanelName;
  readonly selected: Subject | null;
  /** Without those whom a scene hides, and what to watch in it. */
  readonly scene: Scene | null;
  readonly watch: string | null;
  readonly lesson: LessonRun | null;
  /** The person's own run is put aside, rather than left. */
  readonly keepsOwn: boolean;
}

/** Shows a recording at a story second, standing still. */
export function showRun(
  store: StoreApi<HighwaterState>,
  recording: Recording,
  story: number,
  { partition, scene, watch, keepsOwn, ...looks }: Shown,
): void {
  const state = store.getState();
  store.setState({
    ...sought(startPlayback(recording), story),
    ...NO_LESSON,
    ownRun: state.ownRun ?? (keepsOwn ? ownRunOf(state) : null),
    watch,
    scene,
    ...looks,
    selectedPartition: partition,
  });
}

function ownRunOf(state: HighwaterState): HighwaterState['ownRun'] {
  return { ...paused(playbackOf(state)), selectedPartition: state.selectedPartition };
}
