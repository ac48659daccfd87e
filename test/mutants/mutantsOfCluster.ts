import type * as AlterPartition from '../../src/sim/controller/alterPartition';
import type * as Delivery from '../../src/sim/client/delivery';
import type * as Election from '../../src/sim/controller/election';
import type * as Metadata from '../../src/sim/client/metadata';
import type * as Sessions from '../../src/sim/controller/sessions';
import type { Mutant } from './mutant';
import { mutant } from './mutant';
import { PROMISE } from './promise';

/** Faults of the controller and of clients. */
export const MUTANTS_OF_CLUSTER: readonly Mutant[] = [
  mutant<typeof Election>('the last in assignment order is elected', 'controller/election', {
    plant: (real) => ({
      electLeader: (candidates, type) =>
        real.electLeader({ ...candidates, replicas: candidates.replicas.toReversed() }, type),
    }),
  }),
  mutant<typeof Election>('any living replica is elected', 'controller/election', {
    meant: PROMISE.leader,
    isBlatant: true,
    plant: (real) => ({
      electLeader: (candidates, type) =>
        real.electLeader({ ...candidates, inSync: candidates.replicas }, type),
    }),
  }),
  mutant<typeof Election>('eligible leaders are forgotten', 'controller/election', {
    plant: (real) => ({
      electLeader: (candidates, type) => real.electLeader({ ...candidates, eligible: [] }, type),
    }),
  }),
  mutant<typeof AlterPartition>('the controller takes any proposal', 'controller/alterPartition', {
    plant: (real) => ({
      handleAlterPartition: (turn, request) => {
        const { partitions } = turn.controller.image;
        real.handleAlterPartition(turn, {
          ...request,
          brokerEpoch: turn.controller.image.brokers[request.broker]?.brokerEpoch ?? -1,
          partitions: request.partitions.map((proposal) => {
            const known = partitions[proposal.partition];
            const { leaderEpoch = -1, partitionEpoch = -1 } = known ?? {};
            return { ...proposal, leaderEpoch, partitionEpoch };
          }),
        });
      },
    }),
  }),
  mutant<typeof Sessions>(
    'a process may start while the session of the last one lasts',
    'controller/sessions',
    {
      plant: () => ({ isSessionValid: () => false }),
    },
  ),
  mutant<typeof Metadata>('a client asks once and never again', 'client/metadata', {
    meant: PROMISE.settles,
    isBlatant: true,
    plant: () => ({ staleMetadata: (_wire, _client, known) => known }),
  }),
  mutant<typeof Delivery>('a producer never gives up', 'client/delivery', {
    plant: () => ({ abandonExpired: () => undefined }),
  }),
];
