import type { HighwaterState } from '../../../store/state';
import { openPlate, type PlateLooks } from '../drawing/openPlate';
import { raster } from '../drawing/raster';
import { runOf } from '../pictureLooks';
import type { Gif } from './gif';
import { playheadsOf, type Stretch } from './stretch';

export interface ClipRequest {
  readonly stretch: Stretch;
  /** Pictures for each second of the story. */
  readonly perSecond: number;
  readonly looks: PlateLooks;
}

/**
 * A stretch of the run as a GIF: each picture is drawn for its own playhead, however long that
 * takes, so none is missed and none comes late.
 *
 * @param onward told how much is done, 0 to 1, before each picture; throws to leave it
 */
export async function makeClip(
  home: Element | ShadowRoot,
  state: HighwaterState,
  { stretch, perSecond, looks }: ClipRequest,
  onward: (share: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const run = await runOf({ ...state, playhead: stretch.from });
  const { createGif } = await import('./gif');
  const plate = await openPlate(home, state, looks);
  try {
    const playheads = playheadsOf(stretch, perSecond);
    const hundredths = Math.round(100 / perSecond);
    let gif: Gif | null = null;
    let size = { width: 0, height: 0 };
    for (const [nth, playhead] of playheads.entries()) {
      onward(nth / playheads.length);
      const drawing = plate.drawingAt(playhead, { playing: true, title: '' });
      const canvas = await raster(drawing, 1);
      if (gif === null) size = { width: canvas.width, height: canvas.height };
      gif ??= createGif({ ...size, hundredths, run });
      gif.add(pointsOf(canvas, size));
    }
    if (gif === null) throw new Error('There is nothing in this stretch.');
    return gif.finish();
  } finally {
    plate.close();
  }
}

function pointsOf(canvas: HTMLCanvasElement, size: { width: number; height: number }) {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw.');
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return data;
}
