import * as fc from 'fast-check';
import type { Part } from '../networkActions';
import type { Action, Deed } from '../script';

type Motif = fc.Arbitrary<readonly Deed[]>;

const partition = fc.integer({ min: 0, max: 2 });
const soon = fc.integer({ min: 1, max: 12 });
const part = fc.constantFrom<Part>('leader', 'leader', 'follower', 'controller', 'producer');

const HOW = [
  'holdMessage',
  'releaseMessage',
  'dropMessage',
  'duplicateMessage',
  'deliverMessage',
] as const;

/** Anybody may be cut off from anybody, and anybody may stand still, shortly or for long. */
export const networkAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('cut' as const),
      from: part,
      to: fc.constantFrom<Part>('leader', 'follower', 'controller', 'consumer'),
      bothWays: fc.boolean(),
      partition,
    }),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'healLinks' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('handle' as const),
      how: fc.constantFrom(...HOW),
      nth: fc.nat(5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('pause' as const),
      who: fc.constantFrom('leader' as const, 'follower' as const),
      forMs: fc.oneof(fc.integer({ min: 100, max: 900 }), fc.integer({ min: 8_000, max: 13_000 })),
      partition,
    }),
  },
);

function cut(from: Part, to: Part, where: number, bothWays = true): Action {
  return { type: 'cut', from, to, bothWays, partition: where };
}

/** The leader goes on though another one is elected, and hears of it when it has written. */
const zombie: Motif = fc
  .tuple(partition, fc.constantFrom<Part>('controller', 'leader'), fc.boolean(), soon)
  .map(([where, from, isEarly, later]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: 20, does: cut(from, from === 'leader' ? 'controller' : 'leader', where) },
    { afterMs: isEarly ? 5_000 : 10_600, does: { type: 'produce', partition: where } },
    { afterMs: isEarly ? 5_600 : 1, does: { type: 'produce', partition: where } },
    { afterMs: later * 100, does: { type: 'healLinks' } },
    { afterMs: later, does: { type: 'produce', partition: where } },
  ]);

/** Everything is as it was, but for one message. */
const oneLost: Motif = fc
  .tuple(partition, part, part, fc.integer({ min: 1, max: 4 }), fc.boolean())
  .map(([where, from, to, forMs, bothWays]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: 6 + forMs, does: cut(from, to, where, bothWays) },
    { afterMs: forMs, does: { type: 'healLinks' } },
  ]);

/** A follower copies nothing for longer than it may. */
const laggard: Motif = partition.map((where) => [
  { afterMs: 30, does: cut('leader', 'follower', where) },
  { afterMs: 5, does: { type: 'produce', partition: where } },
  { afterMs: 46_000, does: { type: 'produce', partition: where } },
  { afterMs: 30, does: { type: 'healLinks' } },
  { afterMs: 1_000, does: { type: 'crash', who: 'leader', partition: where } },
  { afterMs: 11_000, does: { type: 'startAll' } },
]);

/** The answer is lost, and the batch comes a second time. */
const lostAcknowledgement: Motif = fc.tuple(partition, fc.boolean()).map(([where, isCrash]) => [
  { afterMs: 30, does: cut('leader', 'producer', where, false) },
  { afterMs: 1, does: { type: 'produce', partition: where } },
  { afterMs: 200, does: isCrash ? { type: 'crash', who: 'leader', partition: where } : HEAL },
  { afterMs: 12_000, does: HEAL },
  { afterMs: 20_000, does: { type: 'startAll' } },
]);

const HEAL: Action = { type: 'healLinks' };

/** The leader's process stands still for longer than its session, with requests in its socket. */
const longPause: Motif = fc
  .tuple(partition, fc.integer({ min: 9_000, max: 13_000 }), soon)
  .map(([where, forMs, before]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: before, does: { type: 'pause', who: 'leader', forMs, partition: where } },
    { afterMs: 3, does: { type: 'produce', partition: where } },
    { afterMs: forMs - 100, does: { type: 'produce', partition: where } },
    { afterMs: 200, does: { type: 'produce', partition: where } },
  ]);

/** A leader asks for a change, and the controller or its answer is out of reach. */
const lostProposal: Motif = fc
  .tuple(partition, fc.integer({ min: 1, max: 30 }), fc.boolean())
  .map(([where, between, isDeaf]) => [
    { afterMs: 30, does: { type: 'crash', who: 'follower', partition: where } },
    { afterMs: 10_300, does: { type: 'startAll' } },
    {
      afterMs: between,
      does: isDeaf
        ? cut('controller', 'leader', where, false)
        : cut('leader', 'controller', where, false),
    },
    { afterMs: 300, does: { type: 'crash', who: 'follower', partition: where } },
    { afterMs: 10_300, does: HEAL },
    { afterMs: 30_000, does: { type: 'startAll' } },
  ]);

/** Messages are held while others do their work, for a moment or until they are given up. */
const heldUp: Motif = fc
  .tuple(partition, fc.nat(7), fc.nat(4), fc.constantFrom(20, 900, 31_000))
  .map(([where, after, nth, forMs]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: 1 + after, does: handled('holdMessage', nth) },
    { afterMs: forMs, does: handled('deliverMessage', 0) },
    { afterMs: 1 + after, does: handled('holdMessage', nth) },
    { afterMs: 20, does: { type: 'produce', partition: where } },
    { afterMs: forMs, does: handled('releaseMessage', 0) },
  ]);

/** What is on its way while records are written comes twice, or never. */
const twiceOrNever: Motif = fc
  .tuple(partition, fc.integer({ min: 1, max: 8 }), fc.nat(4), fc.boolean())
  .map(([where, after, nth, isTwice]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: after, does: handled(isTwice ? 'duplicateMessage' : 'dropMessage', nth) },
    { afterMs: 2, does: { type: 'produce', partition: where } },
    { afterMs: after, does: handled(isTwice ? 'dropMessage' : 'duplicateMessage', nth) },
    { afterMs: 31_000, does: { type: 'produce', partition: where } },
  ]);

function handled(how: (typeof HOW)[number], nth: number): Action {
  return { type: 'handle', how, nth };
}

/** Stories about links and pauses that chance alone rarely tells. */
export const networkMotif: Motif = fc.oneof(
  { weight: 4, arbitrary: zombie },
  { weight: 4, arbitrary: oneLost },
  { weight: 2, arbitrary: laggard },
  { weight: 2, arbitrary: lostAcknowledgement },
  { weight: 3, arbitrary: longPause },
  { weight: 1, arbitrary: lostProposal },
  { weight: 4, arbitrary: heldUp },
  { weight: 4, arbitrary: twiceOrNever },
);
