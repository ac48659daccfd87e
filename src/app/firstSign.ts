import type { StoreApi } from 'zustand/vanilla';
import type { HighwaterState } from '../store/state';

const SIGNS = [
  'pointermove',
  'pointerdown',
  'touchstart',
  'keydown',
  'focusin',
  'dragenter',
] as const;

/**
 * Has the engine loaded at the first sign of a person, so that what they then do need not wait for
 * it. Returns how to stop looking.
 */
export function loadAtFirstSign(store: StoreApi<HighwaterState>): () => void {
  const stop = () => {
    for (const sign of SIGNS) window.removeEventListener(sign, load, true);
  };
  const load = () => {
    stop();
    store.getState().loadEngine();
  };
  for (const sign of SIGNS) window.addEventListener(sign, load, { capture: true, passive: true });
  return stop;
}
