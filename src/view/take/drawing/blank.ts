/** Paints on the canvas that it has. */
export type Brush = CanvasRenderingContext2D;

/** A canvas of so many points with nothing on it. What is painted there is read again. */
export function blank(width: number, height: number): Brush {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('This browser cannot draw. Save the SVG.');
  return brush;
}
