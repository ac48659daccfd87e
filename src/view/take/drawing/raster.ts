import { blank, type Brush } from './blank';
import type { Drawing } from './openPlate';
import { paint } from './paint';

/** Points for each CSS pixel of a PNG. */
export const SHARPNESS = 2;

/** A drawing as points, so many for each CSS pixel. */
export function raster({ svg, width, height }: Drawing, scale: number): Brush {
  const brush = blank(Math.round(width * scale), Math.round(height * scale));
  brush.scale(brush.canvas.width / width, brush.canvas.height / height);
  paint(brush, svg);
  return brush;
}

/** The bytes of a PNG. */
export async function pngOf({ canvas }: Brush): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new Error('This browser cannot write a PNG of this size.');
  return new Uint8Array(await blob.arrayBuffer());
}
