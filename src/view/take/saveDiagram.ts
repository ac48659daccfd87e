import { withPngText } from '../../share/take/pngText';
import { svgMetadata } from '../../share/take/svgText';
import type { HighwaterState } from '../../store/state';
import { saveFile } from '../saveFile';
import { pngOf, raster, SHARPNESS } from './drawing/raster';
import { runOf } from './pictureLooks';

/** A picture by itself, in CSS pixels. */
export interface Diagram {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What browsers can draw on: along a side, and altogether. */
const SIDE_MAX = 16_000;
const POINTS_MAX = 100_000_000;

/** Saves a diagram, with the run in the file, so that dropping it on the page opens the run. */
export async function saveDiagram(
  type: 'svg' | 'png',
  diagram: Diagram,
  state: HighwaterState,
): Promise<string> {
  const run = await runOf(state);
  const name = `highwater-space-time.${type}`;
  if (type === 'svg') {
    const svg = diagram.svg.replace('<title>', () => `${svgMetadata(run)}<title>`);
    saveFile(name, svg, 'image/svg+xml');
  } else {
    const png = await pngOf(raster(diagram, sharpnessOf(diagram)));
    saveFile(name, withPngText(png, run), 'image/png');
  }
  return `Saved as ${name}.`;
}

/** Points for each CSS pixel of a PNG of this size: as many as of others, where there is room. */
export function sharpnessOf({ width, height }: Pick<Diagram, 'width' | 'height'>): number {
  const byArea = Math.sqrt(POINTS_MAX / (width * height));
  return Math.min(SHARPNESS, SIDE_MAX / Math.max(width, height), byArea);
}
