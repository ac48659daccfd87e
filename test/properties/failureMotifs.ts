import * as fc from 'fast-check';
import type { Action, Deed } from '../script';

type Motif = fc.Arbitrary<readonly Deed[]>;

const partition = fc.integer({ min: 0, max: 2 });
const soon = fc.integer({ min: 1, max: 12 });
const who = fc.constantFrom('leader' as const, 'leader' as const, 'follower' as const);
const directory = fc.constantFrom('d1', 'd1', 'd2');

/** Any broker may be stopped, lose its power, its disks or itself, and any disk may be slow. */
export const failureAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('fail' as const),
      how: fc.constantFrom(
        'shutDownBroker' as const,
        'shutDownBroker' as const,
        'cutPower' as const,
        'loseInstance' as const,
      ),
      who,
      partition,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('replaceDisks' as const), who, partition }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('slowDisk' as const),
      who,
      msPerRecord: fc.constantFrom(0, 20, 5_000),
      partition,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('failDirectory' as const),
      who,
      directory,
      partition,
    }),
  },
);

/** A leader is stopped, perhaps with a record under way, and comes back sooner or later. */
const stopped: Motif = fc
  .tuple(partition, who, soon, fc.constantFrom(100, 3_000, 9_500))
  .map(([where, part, between, after]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    {
      afterMs: between,
      does: { type: 'fail', how: 'shutDownBroker', who: part, partition: where },
    },
    { afterMs: 5, does: { type: 'produce', partition: where } },
    { afterMs: after, does: { type: 'startAll' } },
  ]);

/** The machine of a leader loses what nobody else has yet, or what all have. */
const powerless: Motif = fc
  .tuple(partition, who, fc.integer({ min: 3, max: 40 }))
  .map(([where, part, between]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: between, does: { type: 'fail', how: 'cutPower', who: part, partition: where } },
    { afterMs: 10_600, does: { type: 'startAll' } },
  ]);

/** A follower lags for so long that its leader wants it out, and comes back. */
const laggard: Motif = partition.map((where) => [
  {
    afterMs: 30,
    does: { type: 'slowDisk', who: 'follower', msPerRecord: 60_000, partition: where },
  },
  { afterMs: 1, does: { type: 'produce', partition: where } },
  { afterMs: 47_000, does: { type: 'produce', partition: where } },
  { afterMs: 30, does: { type: 'hastenDisks' } },
]);

/** One disk of a broker dies under a record, and later there are new ones. */
const lostDisk: Motif = fc.tuple(partition, who, directory, soon).map(([where, part, name, at]) => [
  { afterMs: 30, does: { type: 'produce', partition: where } },
  { afterMs: at, does: { type: 'failDirectory', who: part, directory: name, partition: where } },
  { afterMs: 5, does: { type: 'produce', partition: where } },
  { afterMs: 600, does: { type: 'stopMaimed' } },
  { afterMs: 1, does: { type: 'mendMaimed' } },
  { afterMs: 1, does: { type: 'startAll' } },
]);

/** Who was the last one in sync comes back with nothing. */
const emptyReturn: Motif = fc.tuple(partition, fc.boolean()).map(([where, isInstance]) => [
  { afterMs: 30, does: { type: 'produce', partition: where } },
  { afterMs: 30, does: { type: 'crash', who: 'follower', partition: where } },
  { afterMs: 10_300, does: { type: 'crash', who: 'follower', partition: where } },
  {
    afterMs: 10_300,
    does: isInstance
      ? { type: 'fail', how: 'loseInstance', who: 'leader', partition: where }
      : { type: 'fail', how: 'cutPower', who: 'leader', partition: where },
  },
  { afterMs: 10, does: { type: 'replaceDisks', who: 'leader', partition: where } },
  { afterMs: 10_300, does: { type: 'startAll' } },
]);

/** Stories of brokers that fail and come back. */
export const failureMotif: Motif = fc.oneof(
  { weight: 4, arbitrary: stopped },
  { weight: 3, arbitrary: powerless },
  { weight: 6, arbitrary: laggard },
  { weight: 5, arbitrary: lostDisk },
  { weight: 2, arbitrary: emptyReturn },
);
