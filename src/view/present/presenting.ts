import type { useHighwaterStore } from '../../store/HighwaterContext';
import { fillScreen, toggleFullScreen } from './fullScreen';

/** One instance of the visualizer. */
export type Instance = ReturnType<typeof useHighwaterStore>;

/** How large the type of the figure can be, as multiples of what its profile says. */
const SIZES = [1, 1.25, 1.5, 1.75, 2];

/** Full screen, large type and nothing but the picture. */
export async function startPresenting(store: Instance): Promise<void> {
  const { present } = store.getState();
  present({ profile: 'projector', isBare: true, isStarted: true });
  const says = await fillScreen();
  present({ says });
}

/** The page as it was before, but for what is typed and lit. */
export async function stopPresenting(store: Instance): Promise<void> {
  const whole = { profile: 'standard', isBare: false, isStarted: false, size: 1 } as const;
  store.getState().present({ ...whole, says: 'The whole page again.' });
  if (document.fullscreenElement) await document.exitFullscreen();
}

export async function pressFullScreen(store: Instance): Promise<void> {
  const says = await toggleFullScreen();
  store.getState().present({ says });
}

/** Larger or smaller type, or the size that the profile has. */
export function resize(store: Instance, by: 1 | -1 | 0): void {
  const { presenting, present } = store.getState();
  const before = presenting?.size ?? 1;
  const size = by === 0 ? 1 : (SIZES[SIZES.indexOf(before) + by] ?? before);
  const end = size === before && by !== 0 ? endWords(by) : '';
  present({ size, says: `Type at ${100 * size} %.${end}` });
}

function endWords(by: 1 | -1): string {
  return by > 0 ? ' It gets no larger.' : ' It gets no smaller.';
}

/** A screen of one colour, on which nothing is seen; the run waits behind it. */
export function blank(store: Instance, colour: 'black' | 'white' | null): void {
  const { pause, present } = store.getState();
  if (colour) pause();
  const says = colour
    ? `The screen is ${colour}. Any key brings the picture back.`
    : 'The picture is back.';
  present({ blank: colour, says });
}
