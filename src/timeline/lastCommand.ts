import type { StampedCommand } from '../sim/command';
import { frame, type Recording, scenarioOf } from './recording';

/**
 * What was done last on the shown branch at or before a frame; null when nothing was. What belongs
 * to the prologue was done by nobody.
 */
export function lastCommand(recording: Recording, frameIndex: number): StampedCommand | null {
  const { commands, startsAt } = scenarioOf(recording);
  const { now } = frame(recording, frameIndex).world;
  return commands.findLast(({ at }) => at > startsAt && at <= now) ?? null;
}
