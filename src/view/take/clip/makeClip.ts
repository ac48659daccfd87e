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
): Promise<Blob> {
  const run = await runOf({ ...state, playhead: stretch.from });
  const { createGif } = await import('./gif');
  const plate = await openPlate(home, state, looks);
  try {
    const playheads = playheadsOf(stretch, perSecond);
    const hundredths = Math.round(100 / perSecond);
    let gif: Gif | null = null;
    for (const [nth, playhead] of playheads.entries()) {
      onward(nth / playheads.length);
      await breath();
      const drawing = plate.drawingAt(playhead, { playing: true, title: '' });
      const brush = raster(drawing, 1);
      const { width, height } = brush.canvas;
      gif ??= createGif({ width, height, hundredths, run });
      gif.add(brush.getImageData(0, 0, width, height).data);
    }
    if (gif === null) throw new Error('There is nothing in this stretch.');
    return gif.finish();
  } finally {
    plate.close();
  }
}

/** Lets the page show how far it is, and be left. A timer comes late where nobody looks. */
function breath(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', resolve);
    port1.start();
    port2.postMessage(null);
  });
}
