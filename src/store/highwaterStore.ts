import { createStore, type StoreApi } from 'zustand/vanilla';
import { partitionId, type PartitionId } from '../sim/ids';
import type { Engine } from '../timeline/engine';
import { lastStory, type Recording, scenarioOf } from '../timeline/recording';
import type { Scene } from '../lessons/scene';
import type { Scenario } from '../timeline/scenario';
import { createTurns, type Turns } from './engineTurns';
import { failureOf } from './failureOf';
import {
  lessonActions,
  lessonAfter,
  lessonRefusal,
  lessonWith,
  NO_LESSON,
  lessonTakesStep,
} from './lessonTurns';
import * as playback from './playback';
import { worldOf } from './selectors';
import type { Actions, Choices, HighwaterState, Playback } from './state';

/**
 * The store of one instance, showing the start of a recording, standing still. It never reads a
 * clock.
 *
 * @param engine what runs the simulation, or how to load it: that is done when it is needed
 */
export function createHighwaterStore(
  recording: Recording,
  engine: Engine | (() => Promise<Engine>),
): StoreApi<HighwaterState> {
  return createStore<HighwaterState>()((set, get) => {
    const turns = createTurns(set, get, engine);
    return {
      ...playback.startPlayback(recording),
      ...turns.atFirst(recording),
      ...choicesFor(scenarioOf(recording)),
      ...transport(set, get, turns),
      ...deeds(set, get, turns),
      ...prepared(set, get, turns),
      ...lessonActions(set, get, turns),
      ...NO_LESSON,
      ownRun: null,
      watch: null,
      scene: null,
      score: {},
      ui: 'full',
      theme: null,
      notes: [],
      openFile: null,
      wholePage: null,
      forgetScore: () => set({ score: {} }),
      loadEngine: turns.loadEngine,
      setSpeed: (speed) => set({ speed }),
      setPlaysByItself: (playsByItself) => set({ playsByItself }),
      ...looks(set),
    };
  });
}

/** The person's own run is shown, and nothing else. */
const NOTHING_PREPARED = { ...NO_LESSON, ownRun: null, watch: null, scene: null };

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

function transport(
  set: SetState,
  get: GetState,
  { inTurn, withEngine }: Turns,
): Pick<Actions, Transport> {
  const change = changing(set, get);
  return {
    play: () =>
      withEngine(() => {
        if (!lessonTakesStep(get())) change(playback.played);
      }),
    pause: () => inTurn(() => change(playback.paused)),
    togglePlay: () => (get().playing ? get().pause() : get().play()),
    seek: (story) => inTurn(() => change((now) => playback.sought(now, story))),
    stepForward: () =>
      withEngine((engine) => {
        if (lessonTakesStep(get())) return;
        change((now) => playback.steppedForward(now, engine), true);
      }),
    stepBack: () => inTurn(() => change(playback.steppedBack)),
    toStart: () => inTurn(() => change((now) => playback.sought(now, 0))),
    toEnd: () => inTurn(() => change((now) => playback.sought(now, lastStory(now.recording)))),
    advance: (seconds) => {
      const { engine, playing, speed } = get();
      if (!playing || !engine) return;
      change((now) => playback.advanced(now, engine, seconds * speed), true);
    },
    switchBranch: (id) =>
      withEngine((engine) => {
        change((now) => playback.branchSwitched(now, engine, id));
        // A number names another message in another branch.
        if (get().selected?.type === 'message') set({ selected: null });
      }),
  };
}

function deeds(
  set: SetState,
  get: GetState,
  { withEngine }: Turns,
): Pick<Actions, 'act' | 'refusalOf' | 'newCluster'> {
  const change = changing(set, get);
  const refusalOf: Actions['refusalOf'] = (command) =>
    lessonRefusal(get(), command) ?? get().engine?.refusal(worldOf(get()), command) ?? null;
  return {
    refusalOf,
    act: (command) => {
      const refused = refusalOf(command);
      if (refused) return refused;
      withEngine((engine) => {
        // What waited longer may have made it needless, or it was so from the beginning.
        if (refusalOf(command)) return;
        const { playsByItself } = get();
        set(lessonWith(get(), command));
        change((now) => {
          const acted = playback.acted(now, engine, command);
          return playsByItself ? acted : playback.steppedForward(acted, engine);
        }, true);
      });
      return null;
    },
    newCluster: (settings) => {
      const problems = get().engine?.settingsProblems(settings) ?? [];
      if (problems.length > 0) return problems;
      withEngine((engine) => {
        const { seed } = scenarioOf(get().recording);
        const run = () => engine.record(engine.scenarioFor(settings, seed));
        change(() => playback.startPlayback(run()));
        if (get().failure) return;
        // A new cluster is the person's own, whatever was shown before.
        const selectedPartition = partitionId(settings.topic, 0);
        set({ ...NOTHING_PREPARED, selected: null, selectedPartition });
      });
      return problems;
    },
  };
}

/** Runs that were prepared by somebody else, and the way back. */
function prepared(
  set: SetState,
  get: GetState,
  { withEngine, inTurn }: Turns,
): Pick<Actions, 'openScenario' | 'openScene' | 'backToOwnRun'> {
  const change = changing(set, get);
  const open = (scenario: Scenario, watch: string | null, scene: Scene | null) =>
    withEngine((engine) => {
      const { ownRun, selectedPartition } = get();
      const own = ownRun ?? { ...playback.paused(playback.playbackOf(get())), selectedPartition };
      set(NO_LESSON);
      change(() => playback.startPlayback(engine.record(scenario)));
      if (get().failure) return;
      const first = firstPartition(scenario);
      set({ ownRun: own, watch, scene, selected: null, selectedPartition: first });
    });
  return {
    openScenario: (scenario, watch = null) => open(scenario, watch, null),
    openScene: (scene, watch = null) => open(scene.scenario, watch, scene),
    backToOwnRun: () =>
      inTurn(() => {
        const { ownRun } = get();
        if (ownRun) set({ ...ownRun, ...NOTHING_PREPARED, selected: null });
      }),
  };
}

function firstPartition({ settings }: Scenario): PartitionId {
  return partitionId(settings.topic, 0);
}

/** What is looked at, and by what. */
function looks(
  set: SetState,
): Pick<
  Actions,
  'selectPartition' | 'select' | 'showPanel' | 'toggleSpaceTime' | 'leaf' | 'present'
> {
  return {
    selectPartition: (selectedPartition) => set({ selectedPartition }),
    select: (selected) => {
      const hasPartition = selected !== null && 'partition' in selected;
      set(hasPartition ? { selected, selectedPartition: selected.partition } : { selected });
    },
    showPanel: (panel) => set({ panel }),
    toggleSpaceTime: () => set(({ isSpaceTimeShown }) => ({ isSpaceTimeShown: !isSpaceTimeShown })),
    leaf: (change) => set(({ leafing }) => ({ leafing: { ...leafing, ...change } })),
    present: (change) =>
      set(({ presenting }) => ({ presenting: change && { ...presenting, ...change } })),
  };
}

/** Changes the playback; when the simulation throws, the run stays as it was and stands still. */
function changing(set: SetState, get: GetState) {
  return (next: (now: Playback) => Playback, stopsWithLesson = false): void => {
    try {
      set({ ...lessonAfter(get(), next(get()), stopsWithLesson), failure: null });
    } catch (error) {
      set({ ...playback.paused(get()), failure: failureOf(error) });
    }
  };
}

function choicesFor(scenario: Scenario): Choices {
  return {
    speed: 1,
    playsByItself: true,
    selectedPartition: firstPartition(scenario),
    selected: null,
    panel: 'events',
    isSpaceTimeShown: false,
    leafing: { kind: 'any', missed: null, showsAll: false },
    presenting: null,
  };
}
