import type { StoreApi } from 'zustand/vanilla';
import type { Moment } from '../../lessons/moment';
import { openMoment } from '../../store/openMoment';
import type { Actions, HighwaterState } from '../../store/state';

/** What is to be shown: a run goes first, then a scene. */
export interface Wanted {
  readonly scene?: string | null;
  readonly lesson?: string | null;
  readonly step?: number | null;
  readonly run?: string | null;
}

/** What the page around may do, whatever a reader may not. */
export interface Driver {
  /** Shows a scene, a lesson at a step, or a run by its link, standing still; says what is not. */
  readonly load: (wanted: Wanted) => void;
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
  return {
    load: (wanted) => {
      const moment = momentOf(wanted);
      if (wanted.run) void openRunOf(store, wanted.run);
      else if (moment)
        openMoment(store, moment).catch((error: unknown) => {
          const because = error instanceof RangeError ? error.message : NO_CONNECTION;
          store.setState({ notes: [`What was there is kept. ${because}`] });
        });
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

/** A run by its link; what was there stays if the link is bad. */
async function openRunOf(store: StoreApi<HighwaterState>, text: string): Promise<void> {
  const { openLink } = await import('../openLink');
  const opening = { keepsOwn: () => false, isStale: () => false };
  const { notes } = await openLink(store, text, opening);
  store.setState((state) => ({ notes: [...state.notes, ...notes] }));
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
