import type { World } from '../../src/sim/world';

/** Numbers that only ever grow and tell two runs apart that are otherwise alike. */
const COUNTERS: ReadonlySet<string> = new Set(['sent', 'nextFlightId']);

/**
 * What a world is, apart from when it is: ticks count from now, and what lies behind by more than
 * any timer looks back is merely past. Made for clusters whose messages all take the same time, for
 * in others the count of messages decides how long the next one takes.
 */
export function stateOf(world: World): string {
  const { now } = world;
  return JSON.stringify(world, (key, value: unknown) => {
    if (COUNTERS.has(key) || key === 'now') return undefined;
    if (typeof value === 'number' && isTick(key)) return Math.max(value - now, -31_000);
    if (isTickTable(key) && typeof value === 'object' && value !== null) {
      return Object.entries(value).map(([id, at]) => [id, Number(at) - now]);
    }
    return value;
  });
}

function isTick(key: string): boolean {
  return key === 'at' || key.endsWith('At');
}

function isTickTable(key: string): boolean {
  return key === 'lastContactAt' || key === 'pausedUntil';
}
