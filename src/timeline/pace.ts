import { travelMs } from '../sim/flight';
import type { Tick } from '../sim/ids';
import type { Flight } from '../sim/message';

/** Below this latency, in milliseconds, a hop is stretched by the millisecond. */
const SHORT_HOP_MS_MAX = 2;
const SHORT_HOP_SECONDS_PER_MS = 0.7;
/** A longer hop that is alone in the air lasts as long whatever its latency. */
const LONG_HOP_SECONDS = 1;
const QUIET_SECONDS = 1.2;
const QUIET_SCALE_MS = 300;
/** From here on a quiet stretch passes evenly. */
const QUIET_BEND_MS = 30_000;
/** Sums of story seconds may differ by so little and mean the same. */
const ROUNDING = 1e-9;

/** Where a frame stands in story time, and all that the pace of what follows depends on. */
export interface Pace {
  readonly tick: Tick;
  /** Story seconds. */
  readonly story: number;
  /** When the last foreground message arrived or the last command was obeyed. */
  readonly quietSince: Tick;
}

/** The frame that comes next: its tick, and whether a command was obeyed in it. */
export interface NextFrame {
  readonly tick: Tick;
  readonly commanded: boolean;
}

/** The pace of the first frame that is told: story second 0. */
export function startOfStory(tick: Tick): Pace {
  return { tick, story: 0, quietSince: tick };
}

/**
 * Where the next frame stands in story time. Computed from what came before it and its tick
 * alone, so that no moment moves when more is recorded.
 *
 * A hop of a foreground message lasts 0.6 to 1.5 story seconds; a stretch without any passes ever
 * faster: 500 ms in about 1.2 s, 9 s in about 4 s, 30 s in about 5.5 s. A command makes it slow
 * again.
 *
 * @param flights what is in the air between the two frames
 */
export function paceAfter(pace: Pace, flights: readonly Flight[], next: NextFrame): Pace {
  const secondsPerMs = hopSecondsPerMs(flights);
  const seconds =
    secondsPerMs > 0
      ? secondsPerMs * (next.tick - pace.tick)
      : quietSeconds(next.tick - pace.quietSince) - quietSeconds(pace.tick - pace.quietSince);
  return {
    tick: next.tick,
    story: pace.story + seconds,
    quietSince: secondsPerMs > 0 || next.commanded ? next.tick : pace.quietSince,
  };
}

/** Story seconds that a quiet stretch takes, by its length in milliseconds. */
export function quietSeconds(ms: number): number {
  if (ms <= QUIET_BEND_MS) return QUIET_SECONDS * Math.log1p(ms / QUIET_SCALE_MS);
  const secondsPerMs = QUIET_SECONDS / (QUIET_SCALE_MS + QUIET_BEND_MS);
  return quietSeconds(QUIET_BEND_MS) + (ms - QUIET_BEND_MS) * secondsPerMs;
}

/** Whether no foreground message is in the air between two neighbouring frames. */
export function isQuietBetween(from: Pace, to: Pace): boolean {
  const [start, end] = [from.tick - from.quietSince, to.tick - from.quietSince];
  const seconds = quietSeconds(end) - quietSeconds(start);
  return Math.abs(to.story - from.story - seconds) < ROUNDING;
}

/** Cluster time between two neighbouring frames, in fractional ticks. */
export function clusterTimeBetween(from: Pace, to: Pace, story: number): number {
  const share = (story - from.story) / (to.story - from.story);
  return Math.min(to.tick, from.tick + share * (to.tick - from.tick));
}

/** Story second between two neighbouring frames: the inverse of `clusterTimeBetween`. */
export function storyBetween(from: Pace, to: Pace, tick: number): number {
  const share = (tick - from.tick) / (to.tick - from.tick);
  return Math.min(to.story, from.story + share * (to.story - from.story));
}

/** The fastest message governs; 0 when none is in the foreground. */
function hopSecondsPerMs(flights: readonly Flight[]): number {
  let fastest = 0;
  for (const flight of flights) {
    if (flight.background) continue;
    fastest = Math.max(fastest, secondsPerMsAlone(travelMs(flight)));
  }
  return fastest;
}

function secondsPerMsAlone(latencyMs: number): number {
  if (latencyMs <= SHORT_HOP_MS_MAX) return SHORT_HOP_SECONDS_PER_MS;
  return LONG_HOP_SECONDS / latencyMs;
}
