import type { StoreApi } from 'zustand/vanilla';
import type { Moment } from '../../lessons/moment';
import { openMoment, surroundingsOf } from '../../store/openMoment';
import type { Opened } from '../openRun';
import type { Actions, HighwaterState } from '../../store/state';

/** What is to be shown: a run goes first, in a scene or a lesson if that is given too. */
export interface Wanted {
  readonly scene?: string | null;
  readonly lesson?: string | null;
  readonly step?: number | null;
  readonly run?: string | null;
}

/** What the page around may do, whatever a reader may not. */
export interface Driver {
  /** Shows a scene, a lesson at a step, or a run by its link, standing still; says what is not. */
  readonly load: (wanted: Wanted) => Promise<void>;
  /** Shows a story second, played for it if need be, standing still. */
  readonly seek: (seconds: number) => void;
  /** Shows the next told moment, or the one before. */
  readonly step: (by: 1 | -1) => void;
  readonly pause: () => void;
}

/**
 * Drives an instance by its own actions, as they are now: locks that come later are for readers.
 */
export function driverOf(store: StoreApi<HighwaterState>): Driver {
  const free: Actions = store.getState();
  let asked = 0;
  return {
    load: async (wanted) => {
      asked += 1;
      const mine = asked;
      const isStale = () => mine !== asked;
      // What was said of something else before is not to be read with it.
      store.setState({ notes: [] });
      const notes = await opened(store, wanted, isStale);
      if (!isStale()) store.setState((state) => ({ notes: [...state.notes, ...notes] }));
    },
    seek: (seconds) =>
      whenAwake(store, () => {
        const { engine, recording } = store.getState();
        if (engine) store.setState({ recording: engine.extend(recording, seconds) });
        free.seek(seconds);
      }),
    step: (by) => (by === 1 ? free.stepForward() : free.stepBack()),
    pause: () => {
      if (store.getState().playing) free.pause();
    },
  };
}

/** What is wanted by its name; null for nothing. */
export function momentOf({ scene, lesson, step }: Wanted): Moment | null {
  const at = typeof step === 'number' ? { step } : {};
  if (scene) return { scene, ...at };
  return lesson ? { lesson, ...at } : null;
}

/** Opens what is wanted; what was there stays where that is not to be had. Returns what to say. */
async function opened(
  store: StoreApi<HighwaterState>,
  wanted: Wanted,
  isStale: () => boolean,
): Promise<readonly string[]> {
  const { run } = wanted;
  const moment = momentOf(wanted);
  let done: Opened = { isOpen: false, notes: [] };
  try {
    if (run) {
      const { openLink } = await import('../openLink');
      const around = moment && surroundingsOf(moment);
      const opening = { ...(await around?.catch(() => null)), keepsOwn: () => false, isStale };
      done = await openLink(store, run, opening);
      // What is wrong with the scene is said beside what is wrong with the run.
      await around;
    }
    if (moment && !done.isOpen && !isStale()) await openMoment(store, moment);
    return done.notes;
  } catch (error) {
    const because = error instanceof RangeError ? error.message : NO_CONNECTION;
    return [...done.notes, done.isOpen ? because : `What was there is kept. ${because}`];
  }
}

const NO_CONNECTION = 'What was asked for could not be loaded.';

/** Does something once the engine is there. */
export function whenAwake(store: StoreApi<HighwaterState>, act: () => void): void {
  if (store.getState().engine) return act();
  const stop = store.subscribe(({ engine }) => {
    if (!engine) return;
    stop();
    act();
  });
  store.getState().loadEngine();
}
