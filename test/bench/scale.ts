import type { World } from '../../src/sim/world';
import type { Figure } from './figure';
import { after, clusterOf, median, timed, underLoad } from './run';

const ROUNDS = 5;
const BROKERS = [3, 10, 30, 50];
const PARTITIONS_PER_BROKER = 10;
const IDLE_PARTITIONS = [1, 10, 50];

/** How the cost of a step grows with the cluster, and with what does nothing. */
export function measureScale(): readonly Figure[] {
  const bySize = BROKERS.map((brokers): Figure => {
    const start = after(underLoad(clusterOf(brokers, brokers * PARTITIONS_PER_BROKER), 10), 500);
    const name = `${brokers} brokers, ${PARTITIONS_PER_BROKER} partitions each: a step`;
    return { name, value: cost(start, 1_000), unit: 'µs' };
  });
  const byIdle = costsInTurn(IDLE_PARTITIONS.map(oneActive), 2_000);
  const [least = 1] = byIdle;
  return [
    ...bySize,
    ...IDLE_PARTITIONS.map((idle, index): Figure => {
      const name = `1 active partition, ${idle} idle: a step`;
      return { name, value: byIdle[index] ?? 0, unit: 'µs' };
    }),
    { name: '50 idle partitions over 1 idle one', value: (byIdle.at(-1) ?? 0) / least, unit: '×' },
  ];
}

function cost(start: World, steps: number): number {
  timed(start, steps);
  return median(Array.from({ length: ROUNDS }, () => timed(start, steps).µs));
}

/** As `cost`, of worlds to be compared: in turn, so that a busy moment of the machine hits all. */
function costsInTurn(starts: readonly World[], steps: number): readonly number[] {
  for (const start of starts) timed(start, steps);
  const rounds = Array.from({ length: 3 * ROUNDS }, () =>
    starts.map((start) => timed(start, steps).µs),
  );
  return starts.map((_, index) => median(rounds.map((round) => round[index] ?? 0)));
}

/** A cluster in which one partition gets a record every 100 ms, and the others none. */
function oneActive(idle: number): World {
  let world = after(clusterOf(3, 1 + idle), 500);
  for (let nth = 1; nth <= 20; nth++) {
    const command = {
      type: 'produce',
      producer: 'producer-1',
      partition: 'orders-0',
      key: null,
      value: `v${nth}`,
    } as const;
    world = after(world, 30, [{ at: world.now + 1, command }]);
  }
  return world;
}
