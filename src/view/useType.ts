import type { CSSProperties } from 'react';
import { useHighwater } from '../store/HighwaterContext';

/** Text of 20 px where there would be 12, on a page of 1280 × 720 with a frame around the stage. */
const PROJECTOR = { type: 5 / 3, width: 1264, height: 720 };
/** On less than that a projector's words leave room for the picture, and at last are as usual. */
const ROOM = { width: 960, height: 600, shareMin: 0.7 };
/** Of the stage, for each multiple of the usual type: larger words have no room on less. */
const WIDTH_MIN = 360;

/**
 * How many times as large as usual the type of the figure is. Where a projector has more pixels
 * they are smaller, so type grows with their number.
 *
 * @param width of the stage, in CSS pixels
 */
export function useType(width: number): number {
  const { profile, size = 1 } = useHighwater((state) => state.presenting) ?? {};
  const within = (full: { width: number; height: number }) =>
    Math.min(width / full.width, window.innerHeight / full.height);
  const share = Math.max(Math.min(1, within(ROOM)), within(PROJECTOR));
  const base = profile === 'projector' && share > ROOM.shareMin ? PROJECTOR.type * share : 1;
  return Math.min(base * size, Math.max(1, width / WIDTH_MIN));
}

/** The same for what stands around the stage, as a custom property. */
export function typeStyle(type: number): CSSProperties {
  const style: CSSProperties & Readonly<Record<'--type', string>> = { '--type': `${type}` };
  return style;
}
