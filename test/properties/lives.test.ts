import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StampedCommand } from '../../src/sim/command';
import { type BrokerId, brokerIdsIn, brokerOf } from '../../src/sim/ids';
import { outcomesOf } from '../../src/sim/outcomes';
import { step } from '../../src/sim/step';
import { underWay } from '../../src/sim/underWay';
import type { World } from '../../src/sim/world';
import { copiesOf } from '../../src/timeline/life/copiesOf';
import { lifeOfRecord } from '../../src/timeline/life/lifeOfRecord';
import { lossesUntil } from '../../src/timeline/life/losses';
import type { Stage, StageKind } from '../../src/timeline/life/stage';
import { extend, record } from '../../src/timeline/recorder';
import { frame, frameCount, frameIndexAt, type Recording } from '../../src/timeline/recording';
import type { Deed, Script } from '../script';
import { effort, searchTimeoutMs } from './effort';
import { play } from './play';
import { anyScript } from './scripts';

/** More would show nothing new, and take longer. */
const FRAMES_MAX = 3_000;

/** A machine goes for good with a copy. */
const INSTANCE_LOST: readonly Deed[] = [
  { afterMs: 300, does: { type: 'fail', how: 'loseInstance', who: 'leader', partition: 0 } },
  { afterMs: 300, does: { type: 'fail', how: 'loseInstance', who: 'follower', partition: 0 } },
];

describe('the life of any record', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const end = fc.constantFrom([], INSTANCE_LOST);
  const met = new Set<StageKind>();

  it(
    'ends where the logs have it, has an end for each sending, and never changes its past',
    () => {
      fc.assert(
        fc.property(anyScript(6), share, end, (script, share, end) => {
          const recording = recordingOf({ ...script, deeds: [...script.deeds, ...end] });
          const last = frameCount(recording) - 1;
          const { world } = frame(recording, last);
          for (const { recordId, partition } of outcomesOf(world)) {
            const life = lifeOfRecord({ recording, prologue: null }, last, recordId);
            for (const { kind } of life) met.add(kind);
            expect(life.map(({ kind }) => kind).indexOf('produced')).toBe(0);
            expect(holders(recordId, life)).toEqual(holdersIn(world, { recordId, partition }));
            expectEverySendingEnds(life, world);
            const early = Math.floor(share * last);
            expect(lifeOfRecord({ recording, prologue: null }, early, recordId)).toEqual(
              life.filter(({ index }) => index <= early),
            );
          }
        }),
        effort(25, 1_000),
      );
    },
    searchTimeoutMs,
  );

  it('has met what is rare on the way', () => {
    const rare: readonly StageKind[] = [
      'diedOnTheWay',
      'found',
      'appendedAgain',
      'refused',
      'truncated',
      'copyGone',
      'passedOver',
      'promiseBroken',
    ];
    expect(rare.filter((kind) => !met.has(kind))).toEqual([]);
  });

  it(
    'says how each acknowledged record was lost that some broker had',
    () => {
      fc.assert(
        fc.property(anyScript(6), (script) => {
          const recording = recordingOf(script);
          const last = frameCount(recording) - 1;
          const losses = lossesUntil({ recording, prologue: null }, last);
          for (const { outcome, recordId, acks } of outcomesOf(frame(recording, last).world)) {
            if (outcome !== 'lost' || acks === 0) continue;
            expect(losses.get(recordId)?.broken.recordIds).toContain(recordId);
          }
        }),
        effort(25, 1_000),
      );
    },
    searchTimeoutMs,
  );
});

/** The run of a script as a recording: its deeds become commands while it is played. */
function recordingOf(script: Script): Recording {
  const commands: StampedCommand[] = [];
  play(script, undefined, (world, given = []) => {
    commands.push(...given);
    return step(world, given);
  });
  const { settings, seed } = script;
  const whole = record({ version: 1, settings, seed, commands, startsAt: 0 });
  let recording = extend(whole, 1);
  while (frameCount(recording) < FRAMES_MAX) {
    const end = frame(recording, frameCount(recording) - 1);
    const longer = extend(recording, end.story + 1);
    if (longer === recording) break;
    recording = longer;
  }
  expect(frameIndexAt(recording, Infinity)).toBe(frameCount(recording) - 1);
  return recording;
}

/** Who has a record after all that happened to it. */
function holders(recordId: number, life: readonly Stage[]): readonly BrokerId[] {
  const copies = new Map<BrokerId, number>();
  for (const { kind, who, event } of life) {
    const broker = brokerOf(who);
    if (broker === null) continue;
    const count = copies.get(broker) ?? 0;
    if (kind === 'appended' || kind === 'fetched') copies.set(broker, count + 1);
    if (kind === 'copyGone') copies.delete(broker);
    if (kind !== 'truncated' && kind !== 'lostUnflushed') continue;
    const cut = event && 'recordIds' in event ? event.recordIds : [];
    const left = count - cut.filter((id) => id === recordId).length;
    if (left > 0) copies.set(broker, left);
    else copies.delete(broker);
  }
  return [...copies.keys()].toSorted((one, other) => one - other);
}

function holdersIn(world: World, record: Parameters<typeof copiesOf>[1]): readonly BrokerId[] {
  const all = new Set(copiesOf(world, record).flatMap(({ brokers }) => brokers));
  return brokerIdsIn(world.brokers).filter((broker) => all.has(broker));
}

function expectEverySendingEnds(life: readonly Stage[], world: World): void {
  const flightsOf = (...kinds: readonly StageKind[]): readonly number[] =>
    life.flatMap(({ kind, flight, event }) => {
      if (!kinds.includes(kind)) return [];
      if (event?.type === 'messageLost') return event.flightId;
      return flight?.id ?? [];
    });
  const ended = new Set(flightsOf('received', 'waits', 'diedOnTheWay'));
  const onTheWire = new Set(underWay(world).map(({ id }) => id));
  for (const id of flightsOf('sent')) expect(ended.has(id) !== onTheWire.has(id)).toBe(true);
}
