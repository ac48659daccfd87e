import type { StoreApi } from 'zustand/vanilla';
import type { Engine } from '../timeline/engine';
import type { Recording } from '../timeline/recording';
import { failureOf } from './failureOf';
import type { EngineState, HighwaterState } from './state';

const NOT_LOADED =
  'The simulation could not be loaded, so nothing was done. Check the connection and try again.';

type Deed = (engine: Engine) => void;

/** How things are done in the order in which they were asked for, though some wait. */
export interface Turns {
  /** Done at once when the engine is there, or else as soon as it is. Begins to load it. */
  readonly withEngine: (deed: Deed) => void;
  /** Needs no engine: done at once unless something waits, or else after that. */
  readonly inTurn: (deed: () => void) => void;
  readonly loadEngine: () => void;
  /** What the state begins with. */
  readonly atFirst: (recording: Recording) => EngineState & { readonly recording: Recording };
}

/** What waits is given up when the engine cannot be loaded; whoever asks again tries again. */
export function createTurns(
  set: StoreApi<HighwaterState>['setState'],
  get: StoreApi<HighwaterState>['getState'],
  source: Engine | (() => Promise<Engine>),
): Turns {
  let waiting: Deed[] = [];

  const takeWaiting = (): readonly Deed[] => {
    const deeds = waiting;
    waiting = [];
    return deeds;
  };
  const arrive = (engine: Engine) => {
    set({ engine, isEngineLoading: false, recording: engine.wake(get().recording) });
    for (const deed of takeWaiting()) deed(engine);
  };
  const failToArrive = (error: unknown) => {
    const isMissed = takeWaiting().length > 0;
    set({ isEngineLoading: false });
    // Nobody has to hear of it as long as nobody asked for anything.
    if (isMissed) set({ failure: { ...failureOf(error), message: NOT_LOADED } });
  };
  const loadEngine = () => {
    const { engine, isEngineLoading } = get();
    if (engine || isEngineLoading || typeof source !== 'function') return;
    set({ isEngineLoading: true, failure: null });
    source().then(arrive, failToArrive);
  };

  return {
    loadEngine,
    withEngine: (deed) => {
      const { engine } = get();
      if (engine) return deed(engine);
      waiting.push(deed);
      loadEngine();
    },
    inTurn: (deed) => {
      if (waiting.length > 0) waiting.push(deed);
      else deed();
    },
    atFirst: (recording) => {
      if (typeof source === 'function') return { recording, engine: null, isEngineLoading: false };
      return { recording: source.wake(recording), engine: source, isEngineLoading: false };
    },
  };
}
