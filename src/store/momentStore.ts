import { createStore, type StoreApi } from 'zustand/vanilla';
import { sought } from './playback';
import type { HighwaterState } from './state';

export type MomentStore = StoreApi<HighwaterState>;

/**
 * A store that shows the same run by itself, for a picture of one of its moments. No time passes in
 * it; nobody else sees what becomes of it.
 */
export function createMomentStore(state: HighwaterState): MomentStore {
  return createStore<HighwaterState>()(() => ({ ...state }));
}

/**
 * Shows a story second of what is recorded.
 *
 * @param playing as a picture of a story that goes on: what moves is under way
 */
export function showMoment(store: MomentStore, story: number, playing: boolean): void {
  store.setState({ ...sought(store.getState(), story), playing });
}
