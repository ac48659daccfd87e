import type { CommandPattern } from '../../src/lessons/lesson';
import type { Command } from '../../src/sim/command';
import { brokerIdsIn, partitionIdsIn } from '../../src/sim/ids';
import type { World } from '../../src/sim/world';

/** Something that can be done for each command that a pattern of this type may mean. */
type Deeds = (world: World) => readonly Command[];

const eachBroker =
  (...types: readonly ('crashBroker' | 'startBroker' | 'shutDownBroker' | 'cutPower')[]): Deeds =>
  ({ brokers }) =>
    brokerIdsIn(brokers).flatMap((broker) => types.map((type) => ({ type, broker })));

const eachPartition =
  (deed: (partition: `${string}-${number}`) => readonly Command[]): Deeds =>
  ({ controller }) =>
    partitionIdsIn(controller.image.partitions).flatMap(deed);

const producer = 'producer-1';

const DEEDS: { readonly [Type in CommandPattern['type']]?: Deeds } = {
  crashBroker: eachBroker('crashBroker'),
  startBroker: eachBroker('startBroker'),
  shutDownBroker: eachBroker('shutDownBroker'),
  cutPower: eachBroker('cutPower'),
  loseInstance: ({ brokers }) =>
    brokerIdsIn(brokers).map((broker) => ({ type: 'loseInstance', broker })),
  replaceDisks: ({ brokers }) =>
    brokerIdsIn(brokers).map((broker) => ({ type: 'replaceDisks', broker })),
  produce: eachPartition((partition) => [
    { type: 'produce', producer, partition, key: null, value: 'w' },
  ]),
  startLoad: () => [{ type: 'startLoad', producer, recordsPerSecond: 5 }],
  stopLoad: () => [{ type: 'stopLoad', producer }],
  changeAcks: () =>
    ([0, 1, 'all'] as const).map((acks) => ({ type: 'changeAcks', producer, acks })),
  changeIdempotence: () =>
    [true, false].map((value) => ({ type: 'changeIdempotence', producer, value })),
  changeMinInsyncReplicas: () =>
    [1, 2, 3].map((value) => ({ type: 'changeMinInsyncReplicas', value })),
  changeUncleanLeaderElection: () =>
    [true, false].map((value) => ({ type: 'changeUncleanLeaderElection', value })),
  slowDisk: ({ brokers }) =>
    brokerIdsIn(brokers).flatMap((broker) =>
      [0, 2_000, 60_000].map((msPerRecord) => ({ type: 'slowDisk' as const, broker, msPerRecord })),
    ),
  pauseBroker: ({ brokers }) =>
    brokerIdsIn(brokers).map((broker) => ({ type: 'pauseBroker', broker, forMs: 12_000 })),
  electLeader: eachPartition((partition) =>
    (['PREFERRED', 'UNCLEAN'] as const).map((election) => ({
      type: 'electLeader',
      partition,
      election,
    })),
  ),
  cutLink: ({ brokers }) =>
    brokerIdsIn(brokers).map((broker) => ({
      type: 'cutLink',
      from: `broker-${broker}`,
      to: 'controller',
      bothWays: true,
    })),
  healAllLinks: () => [{ type: 'healAllLinks' }],
};

/** Commands that a learner may think of where these patterns are allowed. */
export function deedsLike(patterns: readonly CommandPattern[], world: World): readonly Command[] {
  return patterns.flatMap(({ type }) => {
    const deeds = DEEDS[type];
    if (!deeds) throw new Error(`Nobody has written down what a learner does with ${type}.`);
    return deeds(world);
  });
}
