/** By what the run is known among all else that a file may carry. */
export const KEYWORD = 'highwater';

/** A run in a file is never longer. */
export const CARRIED_MAX = 100_000;

/** Bytes as UTF-8 text; null when there are too many, or they are none. */
export function textOf(bytes: Uint8Array): string | null {
  if (bytes.length > CARRIED_MAX) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
