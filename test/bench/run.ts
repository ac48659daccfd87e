import type { StampedCommand } from '../../src/sim/command';
import type { Settings } from '../../src/sim/config';
import { DEFAULT_SETTINGS } from '../../src/sim/config';
import { createWorld } from '../../src/sim/createWorld';
import { step } from '../../src/sim/step';
import type { World } from '../../src/sim/world';

/** A cluster of some size with default settings for the rest. */
export function clusterOf(
  brokers: number,
  partitions: number,
  changes: Partial<Settings> = {},
): World {
  const replicationFactor = Math.min(3, brokers);
  return createWorld(
    { ...DEFAULT_SETTINGS, brokers, partitions, replicationFactor, ...changes },
    1,
  );
}

/** The world after some steps. */
export function after(
  world: World,
  steps: number,
  commands: readonly StampedCommand[] = [],
): World {
  let now = world;
  for (let done = 0; done < steps; done++) now = step(now, done === 0 ? commands : []).world;
  return now;
}

/** The world with a load of records on it. */
export function underLoad(world: World, recordsPerSecond: number): World {
  const at = world.now + 1;
  const command = { type: 'startLoad', producer: 'producer-1', recordsPerSecond } as const;
  return after(world, 1, [{ at, command }]);
}

/** Microseconds a step, over so many steps, and where they lead. */
export function timed(from: World, steps: number): { readonly µs: number; readonly world: World } {
  const startedAt = performance.now();
  const world = after(from, steps);
  return { µs: ((performance.now() - startedAt) * 1_000) / steps, world };
}

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share of some measurements lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
