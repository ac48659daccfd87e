import { CARRIED_MAX } from './carried';
import { gifText } from './gifText';
import { pngText } from './pngText';
import { svgText } from './svgText';

/** A larger file, in bytes, is not looked at. */
const FILE_MAX = 64_000_000;

/**
 * The run that a picture carries, as it was put into it: a PNG, a GIF or an SVG that was saved
 * here. Null for any other file. It comes from anybody: whoever opens it has to parse it.
 */
export function scenarioInFile(bytes: Uint8Array): string | null {
  if (bytes.length > FILE_MAX) return null;
  const carried = pngText(bytes) ?? gifText(bytes);
  // In an SVG it stands before the picture.
  return carried ?? svgText(new TextDecoder().decode(bytes.subarray(0, 2 * CARRIED_MAX)));
}
