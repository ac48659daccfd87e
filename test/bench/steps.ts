import { step } from '../../src/sim/step';
import type { World } from '../../src/sim/world';
import type { Figure } from './figure';
import { after, clusterOf, median, timed, underLoad } from './run';

const STEPS = 4_000;
const ROUNDS = 5;

/** A step of 5 brokers and 6 partitions × 3 under a light load, with every world kept. */
export function measureSteps(): readonly Figure[] {
  const start = after(underLoad(clusterOf(5, 6), 10), 4_000);
  const µs = median(Array.from({ length: ROUNDS }, () => timed(start, STEPS).µs));
  return [
    { name: '5 brokers, 6 partitions × 3: a step', value: µs, unit: 'µs' },
    {
      name: '5 brokers, 6 partitions × 3: a world kept',
      value: bytesPerStep(start),
      unit: 'bytes',
    },
  ];
}

function bytesPerStep(start: World): number {
  const kept: World[] = [start];
  const before = heapUsed();
  let world = start;
  for (let done = 0; done < STEPS; done++) {
    world = step(world, []).world;
    kept.push(world);
  }
  const bytes = (heapUsed() - before) / STEPS;
  return kept.length > STEPS ? bytes : 0;
}

function heapUsed(): number {
  if (globalThis.gc === undefined) throw new Error('Start this with --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
