/** Of the caption and the clock below the stage, in CSS pixels. */
export const CAPTION_HEIGHT = 72;

const NARROW = 600;
const [THIN, WIDE] = [8, 16];

/** What a picture of this width leaves free around the stage, and between it and the caption. */
export function marginOf(width: number): number {
  return width < NARROW ? THIN : WIDE;
}

/** How large a picture is around a stage of this size. */
export function plateAround(width: number, height: number) {
  const margin = marginOf(width + 2 * THIN);
  return { width: width + 2 * margin, height: height + 3 * margin + CAPTION_HEIGHT };
}
