import { underWay } from '../sim/underWay';
import { type Passage, passagesIn } from './passages';
import { frame, type Recording } from './recording';

/**
 * What became of a message up to a frame, or where it is in it; null when it has not been sent by
 * then. Looks at some twenty frames, however long the recording is. Throws when there is no such
 * frame.
 *
 * @param flightId `Flight.id`
 */
export function passageOf(
  recording: Recording,
  frameIndex: number,
  flightId: number,
): Passage | null {
  const isSent = (index: number): boolean => frame(recording, index).world.nextFlightId > flightId;
  const isThere = (index: number): boolean =>
    underWay(frame(recording, index).world).some(({ id }) => id === flightId);
  if (!isSent(frameIndex)) return null;
  const sentIn = firstWhere(isSent, 0, frameIndex);
  if (!isThere(sentIn)) return null;
  const last = isThere(frameIndex)
    ? frameIndex
    : firstWhere((index) => !isThere(index), sentIn, frameIndex) - 1;
  const found = passagesIn(recording, last, Math.min(last + 1, frameIndex));
  return found.find(({ flight }) => flight.id === flightId) ?? null;
}

/** The first index of a range for which it is so: it stays so, and is so for the last. */
function firstWhere(isSo: (index: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
