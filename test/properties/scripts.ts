import * as fc from 'fast-check';
import type { Settings } from '../../src/sim/config';
import { consumerAction, consumerMotif } from './consumerMotifs';
import { failureAction, failureMotif } from './failureMotifs';
import { networkAction, networkMotif } from './networkMotifs';
import { smallSettings } from '../script';
import type { Action, Deed, Script } from '../script';

// What is known to be dangerous is asked for often: a crash shortly after a record, acks=1, a
// return just before or after the session ends. Long silences are rare, for they cost most.
const soon = fc.integer({ min: 1, max: 12 });
const pause = fc.oneof(
  { weight: 8, arbitrary: soon },
  { weight: 3, arbitrary: fc.integer({ min: 13, max: 600 }) },
  { weight: 3, arbitrary: fc.integer({ min: 8_900, max: 10_400 }) },
  { weight: 1, arbitrary: fc.integer({ min: 15_000, max: 32_000 }) },
);
const partition = fc.integer({ min: 0, max: 2 });
const broker = fc.integer({ min: 0, max: 3 });

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 7, arbitrary: fc.record({ type: fc.constant('produce' as const), partition }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('crash' as const),
      who: fc.constantFrom('leader' as const, 'leader' as const, 'follower' as const),
      partition,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('crashBroker' as const), broker }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('start' as const), broker }) },
  { weight: 2, arbitrary: fc.constant({ type: 'startAll' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('changeAcks' as const),
      acks: fc.constantFrom('all' as const, 1 as const, 0 as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('produceBy' as const),
      producer: fc.integer({ min: 0, max: 2 }),
      hasKey: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'addProducer' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('changeIdempotence' as const), value: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('changeMinimum' as const),
      value: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('changeUnclean' as const), value: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('startLoad' as const),
      recordsPerSecond: fc.constantFrom(1, 5, 50),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'stopLoad' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('reassign' as const),
      partition,
      from: fc.integer({ min: 0, max: 3 }),
      size: fc.constantFrom(3, 2, 3, 1, 4),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('cancelReassignment' as const), partition }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'addBroker' as const }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('unregister' as const), broker }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('createTopic' as const),
      partitions: fc.integer({ min: 1, max: 2 }),
      factor: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('elect' as const),
      partition,
      election: fc.constantFrom('PREFERRED' as const, 'UNCLEAN' as const),
    }),
  },
  { weight: 3, arbitrary: networkAction },
  { weight: 2, arbitrary: consumerAction },
  { weight: 3, arbitrary: failureAction },
);

const deed: fc.Arbitrary<Deed> = fc.record({ afterMs: pause, does: action });

const crashAfterRecord: fc.Arbitrary<readonly Deed[]> = fc
  .tuple(partition, soon, soon, pause)
  .map(([where, before, between, after]) => [
    { afterMs: before, does: { type: 'produce', partition: where } },
    { afterMs: between, does: { type: 'crash', who: 'leader', partition: where } },
    { afterMs: after, does: { type: 'startAll' } },
  ]);

/** The leader dies with a record that some follower has: its retry must be known. */
const lostAnswer: fc.Arbitrary<readonly Deed[]> = fc
  .tuple(partition, fc.integer({ min: 6, max: 10 }))
  .map(([where, between]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: between, does: { type: 'crash', who: 'leader', partition: where } },
    { afterMs: 11_300, does: { type: 'startAll' } },
  ]);

/** The same without idempotence: it may be in the log twice. */
const writtenTwice: fc.Arbitrary<readonly Deed[]> = lostAnswer.map((deeds) => [
  { afterMs: 30, does: { type: 'changeAcks', acks: 'all' } },
  { afterMs: 1, does: { type: 'changeIdempotence', value: false } },
  ...deeds,
  { afterMs: 600, does: { type: 'changeIdempotence', value: true } },
]);

/** An old leader comes back with a record that nobody else has, and the consumer perhaps read. */
const loneRecord: fc.Arbitrary<readonly Deed[]> = fc
  .tuple(partition, fc.integer({ min: 1, max: 6 }), fc.boolean())
  .map(([where, between, isUnclean]) => [
    { afterMs: 30, does: { type: 'changeAcks', acks: 1 } },
    { afterMs: 1, does: { type: 'changeUnclean', value: isUnclean } },
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: between, does: { type: 'produce', partition: where } },
    { afterMs: 6, does: { type: 'crash', who: 'leader', partition: where } },
    { afterMs: 10_300, does: { type: 'produce', partition: where } },
    { afterMs: 30, does: { type: 'startAll' } },
    { afterMs: 600, does: { type: 'changeAcks', acks: 'all' } },
  ]);

/** One after the other goes, the longest log last; then the shortest comes back alone. */
const uncleanReturn: fc.Arbitrary<readonly Deed[]> = partition.map((where) => [
  { afterMs: 30, does: { type: 'changeMinimum', value: 1 } },
  { afterMs: 1, does: { type: 'changeUnclean', value: true } },
  { afterMs: 30, does: { type: 'crash', who: 'follower', partition: where } },
  { afterMs: 10_300, does: { type: 'produce', partition: where } },
  { afterMs: 600, does: { type: 'crash', who: 'leader', partition: where } },
  { afterMs: 10_300, does: { type: 'crash', who: 'leader', partition: where } },
  { afterMs: 10_300, does: { type: 'startFirstToFall', partition: where } },
  { afterMs: 3_000, does: { type: 'startAll' } },
]);

/** Records come faster than one at a time. */
const burst: fc.Arbitrary<readonly Deed[]> = pause.map((afterMs) => [
  { afterMs, does: { type: 'startLoad', recordsPerSecond: 50 } },
  { afterMs: 200, does: { type: 'stopLoad' } },
]);

/** Nobody is there for longer than the producer waits. */
const longNight: fc.Arbitrary<readonly Deed[]> = fc.constant([
  { afterMs: 30, does: { type: 'crashBroker', broker: 0 } },
  { afterMs: 1, does: { type: 'crashBroker', broker: 1 } },
  { afterMs: 1, does: { type: 'crashBroker', broker: 2 } },
  { afterMs: 1, does: { type: 'crashBroker', broker: 3 } },
  { afterMs: 10, does: { type: 'produce', partition: 0 } },
  { afterMs: 125_000, does: { type: 'startAll' } },
]);

/** Replicas move while one of them dies, and perhaps move back. */
const moveUnderFire: fc.Arbitrary<readonly Deed[]> = fc
  .tuple(partition, fc.integer({ min: 0, max: 3 }), soon, pause, fc.boolean())
  .map(([where, from, between, after, isCancelled]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: 1, does: { type: 'crash', who: 'follower', partition: where } },
    { afterMs: 10_300, does: { type: 'reassign', partition: where, from, size: 3 } },
    { afterMs: between, does: { type: 'produce', partition: where } },
    {
      afterMs: between,
      does: isCancelled
        ? { type: 'cancelReassignment', partition: where }
        : { type: 'reassign', partition: where, from: from + 1, size: 2 },
    },
    { afterMs: 30, does: { type: 'crash', who: 'leader', partition: where } },
    { afterMs: after, does: { type: 'startAll' } },
  ]);

/** A broker dies for good, another comes and takes over what it held. */
const replacement: fc.Arbitrary<readonly Deed[]> = fc
  .tuple(partition, broker, fc.integer({ min: 1, max: 3 }))
  .map(([where, dead, from]) => [
    { afterMs: 30, does: { type: 'produce', partition: where } },
    { afterMs: 30, does: { type: 'crashBroker', broker: dead } },
    { afterMs: 10_300, does: { type: 'addBroker' } },
    { afterMs: 30, does: { type: 'unregister', broker: dead } },
    { afterMs: 30, does: { type: 'reassign', partition: where, from, size: 3 } },
    { afterMs: 600, does: { type: 'produce', partition: where } },
  ]);

/** Whole stories that chance alone rarely tells, among single deeds. */
const motif: fc.Arbitrary<readonly Deed[]> = fc.oneof(
  { weight: 20, arbitrary: deed.map((one) => [one]) },
  { weight: 10, arbitrary: crashAfterRecord },
  { weight: 6, arbitrary: lostAnswer },
  { weight: 4, arbitrary: writtenTwice },
  { weight: 6, arbitrary: loneRecord },
  { weight: 3, arbitrary: uncleanReturn },
  { weight: 4, arbitrary: moveUnderFire },
  { weight: 2, arbitrary: replacement },
  { weight: 2, arbitrary: burst },
  { weight: 1, arbitrary: longNight },
  { weight: 12, arbitrary: networkMotif },
  { weight: 4, arbitrary: consumerMotif },
  { weight: 12, arbitrary: failureMotif },
);

const settings: fc.Arbitrary<Settings> = fc
  .record({
    brokers: fc.integer({ min: 1, max: 4 }),
    partitions: fc.integer({ min: 1, max: 3 }),
    replicationFactor: fc.integer({ min: 1, max: 3 }),
    minInsyncReplicas: fc.integer({ min: 1, max: 3 }),
    acks: fc.constantFrom('all' as const, 1 as const, 'all' as const, 0 as const),
    enableIdempotence: fc.constantFrom(true, true, false),
    producers: fc.constantFrom(1, 1, 2),
    consumers: fc.constantFrom(1, 1, 2),
    isolationLevel: fc.constantFrom('read_uncommitted' as const, 'read_committed' as const),
    replicaSelector: fc.constantFrom('leader' as const, 'rackAware' as const),
    uncleanLeaderElection: fc.constantFrom(false, false, true),
    eligibleLeaderReplicas: fc.boolean(),
    logDirectories: fc.constantFrom(2, 2, 1),
    isApart: fc.constantFrom(false, false, true),
  })
  .map(({ isApart, brokers, replicationFactor, ...rest }) =>
    smallSettings({
      ...rest,
      brokers,
      replicationFactor: Math.min(brokers, replicationFactor),
      racks: isApart ? { 1: 'a', 2: 'b', 3: 'c', 4: 'a' } : {},
      clientRacks: isApart ? { 'producer-1': 'a', 'consumer-1': 'c' } : {},
    }),
  );

/** Any cluster, any chance, any deeds. */
export function anyScript(motifsMax: number): fc.Arbitrary<Script> {
  return fc.record({
    settings,
    seed: fc.integer({ min: 0, max: 9_999 }),
    deeds: fc.array(motif, { minLength: 1, maxLength: motifsMax }).map((motifs) => motifs.flat()),
  });
}
