import { step } from '../../src/sim/step';
import type { World } from '../../src/sim/world';
import { firstMark, type Mark } from '../../src/timeline/mark';
import { markAfter } from '../../src/timeline/markAfter';
import { type Pace, paceAfter, startOfStory } from '../../src/timeline/pace';
import type { Figure } from './figure';
import { after, clusterOf, median, underLoad } from './run';

const FRAMES = 4_000;
const ROUNDS = 15;

interface Stepped {
  readonly flights: World['flights'];
  readonly to: ReturnType<typeof step>;
}

/** What telling a frame costs once it is there: its story second, and all that is remembered. */
export function measureStory(): readonly Figure[] {
  const start = after(underLoad(clusterOf(5, 6), 10), 4_000);
  const frames = framesAfter(start);
  return [
    {
      name: '5 brokers, 6 partitions × 3: story time of a frame',
      value: cost(() => storyOf(start, frames)),
      unit: 'µs',
    },
    {
      name: '5 brokers, 6 partitions × 3: all marks of a frame',
      value: cost(() => marksOf(start, frames)),
      unit: 'µs',
    },
  ];
}

/** Steps made before anything is timed, so that no step is in the figures. */
function framesAfter(start: World): readonly Stepped[] {
  const frames: Stepped[] = [];
  let world = start;
  for (let done = 0; done < FRAMES; done++) {
    const to = step(world, []);
    frames.push({ flights: world.flights, to });
    world = to.world;
  }
  return frames;
}

function storyOf({ now }: World, frames: readonly Stepped[]): Pace {
  let pace = startOfStory(now);
  for (const { flights, to } of frames) {
    pace = paceAfter(pace, flights, { tick: to.world.now, commanded: false });
  }
  return pace;
}

function marksOf({ now }: World, frames: readonly Stepped[]): Mark {
  let mark = firstMark(now, false);
  for (const { flights, to } of frames) mark = markAfter(mark, flights, [], to);
  return mark;
}

/** Microseconds a frame. */
function cost(tell: () => Pace): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const startedAt = performance.now();
    tell();
    return ((performance.now() - startedAt) * 1_000) / FRAMES;
  });
  return median(rounds);
}
