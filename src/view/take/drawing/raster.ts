import type { Drawing } from './openPlate';

/** Points for each CSS pixel of a PNG. */
export const SHARPNESS = 2;

/** A drawing as points, so many for each CSS pixel. Fails where the page may show no picture. */
export async function raster(drawing: Drawing, scale: number): Promise<HTMLCanvasElement> {
  const { svg, width, height } = drawing;
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode().catch(() => {
      throw new Error('Pictures are not allowed here. Save the SVG.');
    });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser cannot draw. Save the SVG.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The bytes of a PNG. */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new Error('This browser cannot write a PNG of this size.');
  return new Uint8Array(await blob.arrayBuffer());
}
