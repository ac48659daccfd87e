import type { StampedCommand } from '../sim/command';
import type { Tick } from '../sim/ids';

const NONE: readonly StampedCommand[] = [];

/** Those of a scenario's commands that are obeyed after a tick; commands are in order of ticks. */
export function commandsAfter(
  commands: readonly StampedCommand[],
  tick: Tick,
): readonly StampedCommand[] {
  const last = commands.at(-1);
  if (last === undefined || last.at <= tick) return NONE;
  return commands.slice(commands.findIndex(({ at }) => at > tick));
}
