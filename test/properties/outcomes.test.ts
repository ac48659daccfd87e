import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LedgerEntry, OUTCOMES, type Outcome, outcomesOf } from '../../src/sim/outcomes';
import { promisesOf } from '../../src/sim/promises';
import { step } from '../../src/sim/step';
import type { World } from '../../src/sim/world';
import { effort, searchTimeoutMs } from './effort';
import { heal, play, type TakeStep } from './play';
import type { Deed } from '../script';
import { anyScript } from './scripts';

/** Longer than delivery.timeout.ms and a session: nobody has anything left to wait for then. */
const HEALED_WITHIN_MS = 200_000;

/** The leader writes what it is sent, and its producer never hears of it. */
const UNHEARD: readonly Deed[] = [
  { afterMs: 30, does: { type: 'healLinks' } },
  { afterMs: 10_300, does: { type: 'startAll' } },
  { afterMs: 3_000, does: { type: 'changeAcks', acks: 'all' } },
  { afterMs: 1, does: { type: 'changeIdempotence', value: true } },
  { afterMs: 1, does: { type: 'changeMinimum', value: 1 } },
  {
    afterMs: 1,
    does: { type: 'cut', from: 'leader', to: 'producer', bothWays: false, partition: 0 },
  },
  { afterMs: 1, does: { type: 'produce', partition: 0 } },
];

/** The leader is alone, and takes nothing. */
const ALONE: readonly Deed[] = [
  { afterMs: 30, does: { type: 'healLinks' } },
  { afterMs: 10_300, does: { type: 'startAll' } },
  { afterMs: 3_000, does: { type: 'changeAcks', acks: 'all' } },
  { afterMs: 1, does: { type: 'changeMinimum', value: 3 } },
  { afterMs: 1, does: { type: 'crash', who: 'follower', partition: 0 } },
  { afterMs: 1, does: { type: 'crash', who: 'follower', partition: 0 } },
  { afterMs: 10_300, does: { type: 'produce', partition: 0 } },
];

/** Nobody comes to help for longer than a producer waits. */
const WAIT: Deed = { afterMs: 125_000, does: { type: 'stopLoad' } };

const quickStep: TakeStep = (world, commands = []) => step(world, commands);

describe('the ledger of what was produced', () => {
  const reached = new Set<Outcome>();

  it(
    'has every record once, with one outcome, and agrees with the count of promises',
    () => {
      fc.assert(
        fc.property(anyScript(5), fc.constantFrom([], UNHEARD, ALONE), (script, end) => {
          let steps = 0;
          const deeds = [...script.deeds, ...end, WAIT];
          const last = play(
            { ...script, deeds },
            (_before, after) => {
              // A look at every world costs more than the run; what is wrong stays wrong for long.
              if (steps++ % 37 === 0) expectFullLedger(after, reached);
            },
            quickStep,
          );
          expectFullLedger(last, reached);
        }),
        effort(30, 3_000),
      );
    },
    searchTimeoutMs,
  );

  it(
    'leaves nothing under way in a cluster that is healed and has settled',
    () => {
      fc.assert(
        fc.property(anyScript(6), (script) => {
          const healed = heal(
            play(script, undefined, quickStep),
            HEALED_WITHIN_MS,
            undefined,
            quickStep,
          );
          if (healed === null) throw new Error('It does not settle.');
          expectFullLedger(healed, reached);
          expect(outcomesOf(healed).filter(isUnderWay)).toEqual([]);
        }),
        effort(60, 3_000),
      );
    },
    searchTimeoutMs,
  );

  it('has met all seven outcomes on the way', () => {
    expect(OUTCOMES.filter((outcome) => !reached.has(outcome))).toEqual([]);
  });
});

function expectFullLedger(world: World, reached: Set<Outcome>): void {
  const entries = outcomesOf(world);
  expect(entries.map(({ recordId }) => recordId)).toEqual(
    Array.from({ length: world.nextRecordId - 1 }, (_, index) => index + 1),
  );
  for (const { outcome } of entries) reached.add(outcome);
  const counts = OUTCOMES.map((one) => entries.filter(({ outcome }) => outcome === one).length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(world.nextRecordId - 1);
  const { lost, failed, acknowledged } = promisesOf(world);
  expect(entries.filter(({ outcome }) => outcome === 'lost')).toHaveLength(lost);
  expect(entries.filter(({ told }) => told === 'acknowledged')).toHaveLength(acknowledged);
  const ends = entries.filter(({ told }) => told !== 'acknowledged' && told !== 'nothing');
  expect(ends).toHaveLength(failed);
}

function isUnderWay({ outcome }: LedgerEntry): boolean {
  return outcome === 'underWay';
}
