import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StampedCommand } from '../../src/sim/command';
import { createWorld } from '../../src/sim/createWorld';
import type { Flight } from '../../src/sim/message';
import { nextDueAt, step } from '../../src/sim/step';
import type { World } from '../../src/sim/world';
import { frozenPlain } from '../frozenPlain';
import { commandsOf, smallSettings } from '../script';
import type { Action, Script } from '../script';
import { effort, searchTimeoutMs } from './effort';
import { anyScript } from './scripts';

/** A step as it can be taken again: the world before it, and what was done. */
interface Taken {
  readonly before: World;
  readonly commands: readonly StampedCommand[];
  readonly after: World;
}

describe('a run is a value', () => {
  it(
    'a world that went through JSON goes on identically',
    () => {
      fc.assert(
        fc.property(anyScript(3), fc.nat(), (script, where) => {
          const steps = stepsOf(script);
          const from = where % steps.length;
          let copy: World | undefined;
          for (const { before, commands, after } of steps.slice(from, from + 300)) {
            copy = step(copy ?? thawed(before), commands).world;
            if (copy.flights.length !== after.flights.length) break;
          }
          const last = steps[Math.min(steps.length, from + 300) - 1];
          expect(copy).toEqual(last?.after);
        }),
        effort(25, 500),
      );
    },
    searchTimeoutMs,
  );

  it(
    'the same settings, seed and commands give the same run',
    () => {
      fc.assert(
        fc.property(anyScript(3), (script) => {
          const [one, other] = [stepsOf(script), stepsOf(script)];
          expect(other.length).toBe(one.length);
          expect(other.at(-1)?.after).toEqual(one.at(-1)?.after);
        }),
        effort(15, 300),
      );
    },
    searchTimeoutMs,
  );

  it('another seed gives other latencies and the same sentences of one quiet run', () => {
    const kinds = [1, 2].map((seed) => {
      const steps = stepsOf({ ...quiet, seed });
      const flights = steps.flatMap(({ after }) => after.flights);
      return { first: flights.map(({ arrivesAt }) => arrivesAt).join(), last: steps.at(-1)?.after };
    });
    expect(kinds[0]?.first).not.toBe(kinds[1]?.first);
    expect(kinds[0]?.last?.producers['producer-1']?.acknowledged).toHaveLength(1);
    expect(kinds[1]?.last?.producers['producer-1']?.acknowledged).toHaveLength(1);
  });

  it(
    'two branches that part by one command meet the same latencies',
    () => {
      fc.assert(
        fc.property(anyScript(3), fc.nat(), (script, where) => {
          const steps = stepsOf(script);
          const from = steps[where % steps.length];
          if (from === undefined) return;
          const plain = latenciesFrom(from.before, []);
          const parted = latenciesFrom(from.before, commandsAt(from.before, { type: 'startAll' }));
          const produced = latenciesFrom(
            from.before,
            commandsAt(from.before, { type: 'produce', partition: 0 }),
          );
          expect(differences(plain, parted)).toEqual([]);
          expect(differences(plain, produced)).toEqual([]);
        }),
        effort(25, 500),
      );
    },
    searchTimeoutMs,
  );
});

const quiet: Script = {
  settings: smallSettings({}),
  seed: 1,
  deeds: [{ afterMs: 5, does: { type: 'produce', partition: 0 } }],
};

/** Every step of a script, frozen, and 100 more after its last deed. */
function stepsOf({ settings, seed, deeds }: Script): readonly Taken[] {
  const steps: Taken[] = [];
  let world = frozenPlain(createWorld(settings, seed));
  const take = (commands: readonly StampedCommand[]): void => {
    const before = world;
    world = frozenPlain(step(before, commands).world);
    steps.push({ before, commands, after: world });
  };
  for (const { afterMs, does } of deeds) {
    const at = world.now + Math.min(afterMs, 1_000);
    while (nextDueAt(world) < at) take([]);
    take(commandsOf(world, does).map((command) => ({ at, command })));
  }
  for (let more = 0; more < 100; more++) take([]);
  return steps;
}

function thawed(world: World): World {
  return JSON.parse(JSON.stringify(world));
}

function commandsAt(world: World, action: Action): readonly StampedCommand[] {
  return commandsOf(world, action).map((command) => ({ at: world.now + 1, command }));
}

/**
 * How long each message took, by its identity: the way, the kind, and the how-many-th it was. One
 * that arrives with the one before it may have waited for it, and is left out.
 */
function latenciesFrom(
  from: World,
  commands: readonly StampedCommand[],
): ReadonlyMap<string, number> {
  const latencies = new Map<string, number>();
  const before = new Map<string, { readonly nth: number; readonly arrivesAt: number }>();
  const known = new Set(from.flights.map(({ id }) => id));
  const enter = ({ id, from: sender, to, message, sentAt, arrivesAt }: Flight): void => {
    const way = `${sender} > ${to}: ${message.type}`;
    const last = before.get(way) ?? { nth: 0, arrivesAt: -1 };
    before.set(way, { nth: last.nth + 1, arrivesAt });
    if (known.has(id)) return;
    if (arrivesAt > last.arrivesAt) latencies.set(`${way} ${last.nth + 1}`, arrivesAt - sentAt);
  };
  const entered = new Set<number>();
  let world = from;
  for (let steps = 0; steps < 60; steps++) {
    for (const flight of world.flights.toSorted((a, b) => a.id - b.id)) {
      if (!entered.has(flight.id)) enter(flight);
      entered.add(flight.id);
    }
    world = step(world, steps === 0 ? commands : []).world;
  }
  return latencies;
}

/** Messages of both runs that took longer in one of them. */
function differences(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): readonly string[] {
  return [...one].flatMap(([identity, latency]) => {
    const theirs = other.get(identity);
    return theirs === undefined || theirs === latency ? [] : [`${identity}: ${latency}, ${theirs}`];
  }, searchTimeoutMs);
}
