import { createStore, type StoreApi } from 'zustand/vanilla';
import { partitionId } from '../sim/ids';
import { refusal } from '../sim/refusal';
import { settingsProblems } from '../sim/settingsProblems';
import { scenarioFor } from '../timeline/openingScenario';
import { lastStory, record, scenarioOf } from '../timeline/recording';
import type { Scenario } from '../timeline/scenario';
import * as playback from './playback';
import { worldOf } from './selectors';
import type { Actions, Choices, Failure, HighwaterState, Playback } from './state';

/**
 * The store of one instance, showing the start of a scenario, standing still. It never reads a
 * clock. Throws when the scenario cannot be run up to its start.
 */
export function createHighwaterStore(scenario: Scenario): StoreApi<HighwaterState> {
  return createStore<HighwaterState>()((set, get) => ({
    ...playback.startPlayback(record(scenario)),
    ...choicesFor(scenario),
    ...transport(set, get),
    ...deeds(set, get),
    setSpeed: (speed) => set({ speed }),
    setPlaysByItself: (playsByItself) => set({ playsByItself }),
    selectPartition: (selectedPartition) => set({ selectedPartition }),
    setOpenMenu: (openMenu) => set({ openMenu }),
  }));
}

type SetState = StoreApi<HighwaterState>['setState'];
type GetState = StoreApi<HighwaterState>['getState'];
type Transport =
  | 'play'
  | 'pause'
  | 'togglePlay'
  | 'seek'
  | 'stepForward'
  | 'stepBack'
  | 'toStart'
  | 'toEnd'
  | 'advance'
  | 'switchBranch';

function transport(set: SetState, get: GetState): Pick<Actions, Transport> {
  const change = changing(set, get);
  return {
    play: () => change(playback.played),
    pause: () => change(playback.paused),
    togglePlay: () => change(get().playing ? playback.paused : playback.played),
    seek: (story) => change((now) => playback.sought(now, story)),
    stepForward: () => change(playback.steppedForward),
    stepBack: () => change(playback.steppedBack),
    toStart: () => change((now) => playback.sought(now, 0)),
    toEnd: () => change((now) => playback.sought(now, lastStory(now.recording))),
    advance: (seconds) => {
      const { playing, speed } = get();
      if (playing) change((now) => playback.advanced(now, seconds * speed));
    },
    switchBranch: (id) => change((now) => playback.branchSwitched(now, id)),
  };
}

function deeds(set: SetState, get: GetState): Pick<Actions, 'act' | 'refusalOf' | 'newCluster'> {
  const change = changing(set, get);
  const refusalOf: Actions['refusalOf'] = (command) => refusal(worldOf(get()), command);
  return {
    refusalOf,
    act: (command) => {
      const refused = refusalOf(command);
      if (refused) return refused;
      const { playsByItself } = get();
      change((now) => {
        const acted = playback.acted(now, command);
        return playsByItself ? acted : playback.steppedForward(acted);
      });
      return null;
    },
    newCluster: (settings) => {
      const problems = settingsProblems(settings);
      if (problems.length > 0) return problems;
      const scenario = scenarioFor(settings, scenarioOf(get().recording).seed);
      change(() => playback.startPlayback(record(scenario)));
      set({ selectedPartition: partitionId(settings.topic, 0), openMenu: null });
      return problems;
    },
  };
}

/** Changes the playback; when the simulation throws, the run stays as it was and stands still. */
function changing(set: SetState, get: GetState) {
  return (next: (now: Playback) => Playback): void => {
    try {
      set({ ...next(get()), failure: null });
    } catch (error) {
      set({ ...playback.paused(get()), failure: failureOf(error) });
    }
  };
}

function choicesFor({ settings }: Scenario): Choices {
  return {
    speed: 1,
    playsByItself: true,
    selectedPartition: partitionId(settings.topic, 0),
    openMenu: null,
  };
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error), stack: '' };
  return { message: error.message, stack: error.stack ?? '' };
}
