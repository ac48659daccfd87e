import { createHash } from 'node:crypto';
import type { World } from '../../src/sim/world';

/** What only ever grows. */
const IGNORED: ReadonlySet<string> = new Set(['sent', 'nextFlightId', 'now']);

/** The longest that anything looks back: a follower is asked when it was last caught up. */
const LOOKED_BACK_MS = 31_000;

/**
 * What a world is, as a short name that two worlds have exactly when they go on alike. It leaves
 * out
 * - when it is: ticks count from now, and what lies further behind than anybody looks is past;
 * - how requests are numbered, but not which answer is to which request;
 * - how flights are numbered and when they set out, but not their order and when they arrive;
 * - how many messages there were. That decides how long the next one takes only where messages do
 *   not all take the same time, so this is for clusters in which they do.
 */
export function stateOf(world: World): string {
  const { now } = world;
  const requests = new Map<unknown, number>();
  const flights = world.flights.map((flight) => ({ ...flight, id: 0, sentAt: now }));
  const state = JSON.stringify({ ...world, flights }, (key, value: unknown) => {
    if (IGNORED.has(key)) return undefined;
    if (key === 'correlationId') return nameOf(requests, value);
    if (typeof value === 'number' && isTick(key)) return Math.max(value - now, -LOOKED_BACK_MS);
    if (isTickTable(key) && typeof value === 'object' && value !== null) {
      return Object.entries(value).map(([id, at]) => [id, Number(at) - now]);
    }
    return value;
  });
  return createHash('sha256').update(state).digest('base64');
}

function nameOf(requests: Map<unknown, number>, correlationId: unknown): number {
  const name = requests.get(correlationId) ?? requests.size;
  requests.set(correlationId, name);
  return name;
}

function isTick(key: string): boolean {
  return key === 'at' || key.endsWith('At') || key.endsWith('Until');
}

function isTickTable(key: string): boolean {
  return key === 'lastContactAt' || key === 'pausedUntil';
}
