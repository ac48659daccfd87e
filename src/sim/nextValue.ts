import type { World } from './world';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** What the next record says: a to z, then a2 to z2, short enough to be followed by the eye. */
export function nextValue({ nextRecordId }: World): string {
  const lap = Math.floor(nextRecordId / LETTERS.length) + 1;
  return `${LETTERS.charAt(nextRecordId % LETTERS.length)}${lap > 1 ? lap : ''}`;
}
