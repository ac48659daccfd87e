import { checkpointOf, type ProducedRecord } from '../../timeline/checkpoint';
import {
  frame,
  frameCount,
  happeningsUntil,
  type Line,
  type Recording,
} from '../../timeline/recording';

// Looked for at every moment that is shown, and the same for all of a recording.
const sums = new WeakMap<Line, number>();

/**
 * A number for what a recording came to in its last frame: what a checkpoint tells of it, and how
 * much happened on the way. The same run gives another one only where the simulator behaves
 * otherwise. 0 to 2³² - 1 (FNV-1a). Throws what the simulation throws.
 */
export function worldSum(recording: Recording): number {
  const sum = sums.get(recording.line) ?? sumOf(recording);
  sums.set(recording.line, sum);
  return sum;
}

function sumOf(recording: Recording): number {
  const last = frameCount(recording) - 1;
  const { world } = frame(recording, last);
  const happenings = happeningsUntil(recording, last);
  const produced: ProducedRecord[] = [];
  for (const { event } of happenings) if (event.type === 'recordProduced') produced.push(event);
  const seen = checkpointOf(world, world.now, produced);
  return hashOf(JSON.stringify([seen, happenings.length]));
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
