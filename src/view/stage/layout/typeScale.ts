/** No text on the stage is smaller, in CSS pixels, at the standard size of type. */
export const FONT_MIN = 12;

export type Face = 'sans' | 'strong' | 'mono';

/** Widths of an average character in ems, on the generous side: no text is measured. */
const CHARACTER_EMS: Readonly<Record<Face, number>> = { sans: 0.55, strong: 0.59, mono: 0.61 };

/** A font size scaled, never below what can be read. */
export function fontSize(base: number, scale: number, least: number): number {
  return Math.max(least, Math.round(base * scale * 2) / 2);
}

/** Room that a text needs on one line, in CSS pixels; an estimate that errs upwards. */
export function textWidth(text: string | number, font: number, face: Face = 'sans'): number {
  const length = typeof text === 'number' ? text : text.length;
  return Math.ceil(length * font * CHARACTER_EMS[face]);
}

/** Height of one line of text. */
export function lineHeight(font: number): number {
  return Math.ceil(font * 1.3);
}
