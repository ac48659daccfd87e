import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/sim/command';
import type { Flight } from '../../src/sim/message';
import type { World } from '../../src/sim/world';
import { openingScenario } from '../../src/timeline/openingScenario';
import { act, extend, record, switchBranch } from '../../src/timeline/recorder';
import { branchesOf, currentBranch } from '../../src/timeline/recording';
import { frame, frameCount, lastStory, type Recording } from '../../src/timeline/recording';
import { effort } from './effort';

const EFFORT = effort(25, 500);
const opening = record(openingScenario());

const share = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1_000);
const broker = fc.integer({ min: 1, max: 3 });
const produce = fc.constantFrom(null, 'k').map((key): Command => {
  return { type: 'produce', producer: 'producer-1', partition: null, key, value: 'x' };
});
const command = fc.oneof(
  produce,
  broker.map((id): Command => ({ type: 'crashBroker', broker: id })),
  broker.map((id): Command => ({ type: 'pauseBroker', broker: id, forMs: 3_000 })),
  fc.constant<Command>({ type: 'changeAcks', producer: 'producer-1', acks: 1 }),
);

/** A run in which some things were done, one after another. */
const run = fc.array(command, { minLength: 1, maxLength: 3 }).map((commands) => {
  const done = (before: Recording, each: Command) =>
    extend(act(before, lastStory(before), each), lastStory(before) + 4);
  return extend(commands.reduce(done, opening), Infinity);
});

describe('in two branches', () => {
  it('the same command at the same moment comes to the same in every frame', () => {
    fc.assert(
      fc.property(run, share, command, (first, share, command) => {
        const story = share * lastStory(first);
        const once = extend(act(first, story, command), Infinity);
        const twice = extend(act(switchBranch(once, 1), story, command), Infinity);
        expect(branchesOf(twice).map(({ parent }) => parent)).toEqual([null, 1, 1]);
        expect(currentBranch(twice).forkedAt).toBe(currentBranch(once).forkedAt);
        // As text: hundreds of worlds are compared in every run.
        expect(worldsOf(twice).map(textOf)).toEqual(worldsOf(once).map(textOf));
      }),
      EFFORT,
    );
  });

  it('the n-th message of a kind on a way takes as long, whatever else was done', () => {
    let compared = 0;
    fc.assert(
      fc.property(run, share, command, (first, share, command) => {
        const other = extend(act(first, share * lastStory(first), command), Infinity);
        const [here, there] = [latenciesIn(first), latenciesIn(other)];
        for (const [message, latency] of there) {
          const known = here.get(message);
          // A message may have waited behind one that was sent before it on its way.
          if (known === undefined || known.waited || latency.waited) continue;
          expect({ message, ms: latency.ms }).toEqual({ message, ms: known.ms });
          compared += 1;
        }
      }),
      EFFORT,
    );
    expect(compared).toBeGreaterThan(100 * (EFFORT.numRuns ?? Infinity));
  });
});

/** Of every message of a run, by its place in the order of its kind: how long it was under way. */
function latenciesIn(recording: Recording) {
  const flights = new Map<number, Flight>();
  for (const { flights: now } of worldsOf(recording))
    for (const flight of now) flights.set(flight.id, flight);
  const counts = new Map<string, number>();
  const lastArrivals = new Map<string, number>();
  const latencies = new Map<string, { readonly ms: number; readonly waited: boolean }>();
  for (const { from, to, message, sentAt, arrivesAt } of [...flights.values()].toSorted(
    (a, b) => a.id - b.id,
  )) {
    const way = `${from} to ${to}: ${message.type}`;
    const nth = counts.get(way) ?? 0;
    counts.set(way, nth + 1);
    const waited = lastArrivals.get(way) === arrivesAt;
    lastArrivals.set(way, arrivesAt);
    latencies.set(`${way} ${nth}`, { ms: arrivesAt - sentAt, waited });
  }
  return latencies;
}

function textOf(world: World): string {
  return JSON.stringify(world);
}

function worldsOf(recording: Recording) {
  return Array.from({ length: frameCount(recording) }, (_, at) => frame(recording, at).world);
}
