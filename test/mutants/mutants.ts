import type * as DelayedProduce from '../../src/sim/broker/delayedProduce';
import type * as Fetcher from '../../src/sim/broker/fetcher';
import type * as HighWatermark from '../../src/sim/broker/highWatermark';
import type * as InSync from '../../src/sim/broker/inSync';
import type * as ProducerStateModule from '../../src/sim/broker/producerState';
import type * as Truncate from '../../src/sim/broker/truncate';
import type * as ValidateFetch from '../../src/sim/broker/validateFetch';
import { logEndOffset } from '../../src/sim/broker/log';
import { truncated } from '../../src/sim/broker/truncate';
import { changeBroker, ledReplica, replicaOf, send, setReplica } from '../../src/sim/broker/turn';
import { MUTANTS_OF_CARE } from './mutantsOfCare';
import { MUTANTS_OF_CLUSTER } from './mutantsOfCluster';
import type { Mutant } from './mutant';
import { mutant } from './mutant';
import { PROMISE } from './promise';

const OF_BROKERS: readonly Mutant[] = [
  mutant<typeof Fetcher>(
    'a follower cuts to its high watermark first (Kafka 0.10)',
    'broker/fetcher',
    {
      meant: PROMISE.acknowledged,
      // As it was before KIP-101: without asking the leader.
      plant: (real) => ({
        follow: (turn, partition, leader) => {
          const replica = replicaOf(turn, partition);
          setReplica(turn, truncated(replica, replica.highWatermark));
          real.follow(turn, partition, leader);
        },
      }),
    },
  ),
  mutant<typeof Truncate>(
    'where logs part, a follower cuts to its high watermark',
    'broker/truncate',
    {
      meant: PROMISE.settles,
      plant: () => ({ truncationPoint: (replica) => highWatermarkOf(replica) }),
    },
  ),
  mutant<typeof Truncate>('where logs part, a follower cuts nothing', 'broker/truncate', {
    meant: PROMISE.settles,

    plant: () => ({ truncationPoint: ({ log }) => logEndOffset(log) }),
  }),
  mutant<typeof ValidateFetch>('a leader never finds that logs part', 'broker/validateFetch', {
    meant: PROMISE.committed,
    isBlatant: true,
    plant: (real) => ({
      validateFetch: (log, _lastFetchedEpoch, fetchOffset) =>
        real.validateFetch(log, -1, Math.min(fetchOffset, log.logEndOffset)),
    }),
  }),
  mutant<typeof ValidateFetch>('a leader takes fetches of any epoch', 'broker/validateFetch', {
    meant: PROMISE.settles,
    plant: (real) => ({
      epochError: () => 'NONE',
      accessError: (access) => real.accessError({ ...access, requestedEpoch: -1 }),
    }),
  }),
  mutant<typeof HighWatermark>('the high watermark waits for nobody', 'broker/highWatermark', {
    meant: PROMISE.committed,
    isBlatant: true,
    plant: () => ({ advancedHighWatermark: ({ logEndOffset: end }) => end }),
  }),
  mutant<typeof HighWatermark>('the high watermark ignores the minimum', 'broker/highWatermark', {
    plant: (real) => ({
      advancedHighWatermark: (commitment) =>
        real.advancedHighWatermark({ ...commitment, effectiveMinInSync: 0 }),
    }),
  }),
  mutant<typeof HighWatermark>(
    'the high watermark waits for fenced followers',
    'broker/highWatermark',
    {
      plant: (real) => ({
        advancedHighWatermark: (commitment) =>
          real.advancedHighWatermark({ ...commitment, isEligible: () => true }),
      }),
    },
  ),
  mutant<typeof InSync>('a follower counts for one record more than it has', 'broker/inSync', {
    meant: PROMISE.committed,
    isBlatant: true,
    plant: (real) => ({
      progressAfter: (progress, fetch) =>
        real.progressAfter(progress, { ...fetch, fetchOffset: fetch.fetchOffset + 1 }),
    }),
  }),
  mutant<typeof InSync>('a follower may join before it has caught up', 'broker/inSync', {
    meant: PROMISE.committed,
    plant: () => ({ hasCaughtUp: () => true }),
  }),
  mutant<typeof InSync>('a pending newcomer is not waited for', 'broker/inSync', {
    meant: PROMISE.counts,
    plant: () => ({ maximalInSync: ({ inSync }) => inSync }),
  }),
  mutant<typeof DelayedProduce>('acks=all does not wait', 'broker/delayedProduce', {
    meant: PROMISE.acknowledged,
    isBlatant: true,
    // Calls inside a module cannot be replaced, so the door to it is: everything is safe at once.
    plant: (real) => ({
      completeDelayedProduces: (turn, partition) => {
        if (ledReplica(turn, partition) === null)
          return real.completeDelayedProduces(turn, partition);
        for (const produce of turn.broker.delayedProduces) {
          const { correlationId, baseOffset, producer } = produce;
          const error = 'NONE' as const;
          const { partition: id } = produce;
          const answer = { correlationId, partition: id, error, baseOffset, currentLeader: null };
          send(turn, producer, { type: 'produceResponse', ...answer });
        }
        changeBroker(turn, { delayedProduces: [] });
      },
    }),
  }),
  mutant<typeof ProducerStateModule>('a leader never knows a batch again', 'broker/producerState', {
    meant: PROMISE.once,
    isBlatant: true,
    plant: () => ({ judgeBatch: () => ({ type: 'append' }) }),
  }),
];

/** Faults of a kind that somebody might make, or once did make. */
export const MUTANTS: readonly Mutant[] = [
  ...OF_BROKERS,
  ...MUTANTS_OF_CLUSTER,
  ...MUTANTS_OF_CARE,
];

function highWatermarkOf(replica: object): number {
  return 'highWatermark' in replica ? Number(replica.highWatermark) : 0;
}
