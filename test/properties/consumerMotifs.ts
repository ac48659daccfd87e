import * as fc from 'fast-check';
import type { Action, Deed } from '../script';

type Motif = fc.Arbitrary<readonly Deed[]>;

const partition = fc.integer({ min: 0, max: 2 });
const consumer = fc.integer({ min: 0, max: 2 });

/** Another consumer begins, one dies and starts again, one gets another policy. */
export const consumerAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('addConsumer' as const),
      rack: fc.constantFrom(null, 'a', 'b', 'c'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('restartConsumer' as const), consumer }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('changeReset' as const),
      consumer,
      value: fc.constantFrom('latest' as const, 'earliest' as const, 'none' as const),
    }),
  },
);

/** It is read, committed perhaps, and read again by the next process. */
const readTwice: Motif = fc
  .tuple(partition, consumer, fc.constantFrom(20, 5_100))
  .map(([where, who, between]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: between, does: { type: 'produce', partition: where } },
    { afterMs: 20, does: { type: 'restartConsumer', consumer: who } },
  ]);

/** What it has read is lost: it steps back, or its application is told. */
const readAndLost: Motif = fc
  .tuple(partition, fc.constantFrom('latest' as const, 'none' as const))
  .map(([where, value]) => [
    { afterMs: 30, does: { type: 'changeReset', consumer: 0, value } },
    { afterMs: 1, does: { type: 'changeMinimum', value: 1 } },
    { afterMs: 1, does: { type: 'changeUnclean', value: true } },
    { afterMs: 30, does: { type: 'crash', who: 'follower', partition: where } },
    { afterMs: 10_300, does: { type: 'produce', partition: where } },
    { afterMs: 5_600, does: { type: 'crash', who: 'leader', partition: where } },
    { afterMs: 10_300, does: { type: 'crash', who: 'leader', partition: where } },
    { afterMs: 10_300, does: { type: 'startFirstToFall', partition: where } },
    { afterMs: 3_000, does: { type: 'restartConsumer', consumer: 0 } },
    { afterMs: 100, does: { type: 'startAll' } },
  ]);

/** Stories of consumers that chance alone rarely tells. */
export const consumerMotif: Motif = fc.oneof(
  { weight: 2, arbitrary: readTwice },
  { weight: 2, arbitrary: readAndLost },
);
