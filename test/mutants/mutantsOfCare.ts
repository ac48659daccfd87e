import type * as Brokers from '../../src/sim/controller/brokers';
import type * as Commit from '../../src/sim/broker/commit';
import type * as Crash from '../../src/sim/broker/crash';
import type * as DelayedProduce from '../../src/sim/broker/delayedProduce';
import type * as DraftModule from '../../src/sim/draft';
import type * as Election from '../../src/sim/controller/election';
import type * as InSync from '../../src/sim/broker/inSync';
import type * as LeaderEpochs from '../../src/sim/broker/leaderEpochs';
import type * as Partitions from '../../src/sim/controller/partitions';
import type * as ReadReplica from '../../src/sim/broker/readReplica';
import type * as ClientReadReplica from '../../src/sim/client/readReplica';
import type * as Reassignment from '../../src/sim/controller/reassignment';
import type * as Registration from '../../src/sim/controller/registration';
import type * as Replicate from '../../src/sim/broker/replicate';
import type * as Truncate from '../../src/sim/broker/truncate';
import { rowsOf } from '../../src/sim/table';
import type { World } from '../../src/sim/world';
import { mutant, part, type Mutant } from './mutant';
import { PROMISE } from './promise';

let seen: World | null = null;

function recordsOn(broker: number): number {
  const replicas = seen?.brokers[broker]?.replicas ?? {};
  return rowsOf(replicas).reduce((sum, { log }) => sum + log.records.length, 0);
}

/** Faults in what takes care of rarer things. */
export const MUTANTS_OF_CARE: readonly Mutant[] = [
  {
    name: 'the longest log is elected',
    meant: PROMISE.leader,
    isBlatant: false,
    parts: [
      // Nobody may look into another's log, so the fault looks for itself.
      part<typeof DraftModule>('draft', (real) => ({
        openDraft: (base, now) => {
          seen = base;
          return real.openDraft(base, now);
        },
      })),
      part<typeof Election>('controller/election', () => ({
        electLeader: ({ replicas, leader, isAcceptable }) => {
          if (isAcceptable(leader)) return { leader, unclean: false };
          const living = replicas.filter(isAcceptable);
          const longest = living.toSorted((one, other) => recordsOn(other) - recordsOn(one));
          return { leader: longest[0] ?? -1, unclean: false };
        },
      })),
    ],
  },
  mutant<typeof Reassignment>(
    'a reassignment ends before those that are added are in sync',
    'controller/reassignment',
    {
      meant: PROMISE.committed,
      plant: () => ({
        completedReassignment: ({ replicas, removing, adding }, inSync) => {
          if (adding.length + removing.length === 0) return null;
          const stays = replicas.filter((broker) => !removing.includes(broker));
          const left = inSync.filter((broker) => stays.includes(broker));
          return { replicas: stays, inSync: left.length > 0 ? left : stays };
        },
      }),
    },
  ),
  mutant<typeof Registration>(
    'a process that crashed is taken for one that stopped in order',
    'controller/registration',
    {
      plant: (real) => ({
        handleRegistration: (turn, request) => {
          const known = turn.controller.image.brokers[request.broker];
          const previousBrokerEpoch = known?.brokerEpoch ?? -1;
          real.handleRegistration(turn, { ...request, previousBrokerEpoch });
        },
      }),
    },
  ),
  mutant<typeof Truncate>('a log that is cut keeps its high watermark', 'broker/truncate', {
    meant: PROMISE.highWatermark,
    plant: (real) => ({
      truncated: (replica, offset) => {
        const { highWatermark } = replica;
        return { ...real.truncated(replica, offset), highWatermark };
      },
    }),
  }),
  mutant<typeof LeaderEpochs>('a log that is cut keeps its epochs', 'broker/leaderEpochs', {
    meant: PROMISE.settles,
    plant: () => ({ truncateFromEnd: (epochs) => epochs }),
  }),
  mutant<typeof DelayedProduce>('acks=all is answered by a zombie', 'broker/delayedProduce', {
    meant: PROMISE.acknowledged,
    plant: (real) => ({
      completeDelayedProduces: (turn, partition) => {
        const { replicas } = turn.broker;
        const replica = replicas[partition];
        if (replica === undefined || replica.role.type === 'leader') {
          return real.completeDelayedProduces(turn, partition);
        }
        // It has it, and does not ask whether it still leads.
        for (const produce of turn.broker.delayedProduces) {
          if (produce.partition !== partition) continue;
          const { correlationId, baseOffset, producer } = produce;
          const answer = { correlationId, partition, baseOffset, error: 'NONE' } as const;
          const message = { type: 'produceResponse', ...answer, currentLeader: null } as const;
          turn.wire.outbox.push({
            from: `broker-${turn.broker.id}`,
            to: producer,
            message,
            background: false,
          });
        }
        const rest = turn.broker.delayedProduces.filter((one) => one.partition !== partition);
        turn.broker = { ...turn.broker, delayedProduces: rest };
      },
    }),
  }),
  mutant<typeof Commit>('a fenced follower may join', 'broker/commit', {
    plant: () => ({ isEligible: () => true }),
  }),
  mutant<typeof Partitions>('who is fenced counts as active', 'controller/partitions', {
    plant: () => ({ isActive: (image, broker) => image.brokers[broker] !== undefined }),
  }),
  mutant<typeof Brokers>('a fenced broker stays in the in-sync set', 'controller/brokers', {
    meant: PROMISE.fenced,
    plant: (real) => ({
      fence: (turn, broker) => {
        const { partitions } = turn.controller.image;
        real.fence(turn, broker);
        const image = { ...turn.controller.image, partitions };
        turn.controller = { ...turn.controller, image };
      },
    }),
  }),
  mutant<typeof InSync>('a leader shrinks the set before the controller agrees', 'broker/inSync', {
    meant: PROMISE.counts,
    plant: () => ({
      maximalInSync: (state) =>
        state.type === 'pendingShrink'
          ? state.inSync.filter((broker) => !state.leaving.includes(broker))
          : state.type === 'pendingExpand'
            ? [...state.inSync, state.newcomer]
            : state.inSync,
    }),
  }),
  mutant<typeof Replicate>('a follower keeps the epoch of its own term', 'broker/replicate', {
    plant: (real) => ({
      withFetched: (replica, records, highWatermark) =>
        real.withFetched(
          replica,
          records.map((record) => ({ ...record, leaderEpoch: replica.leaderEpoch })),
          highWatermark,
        ),
    }),
  }),
  mutant<typeof ReadReplica>(
    'a consumer is sent to a replica that is not in sync',
    'broker/readReplica',
    {
      plant: (real) => ({
        readCandidates: (leader, replica, brokers, offset, now) => {
          const all = Object.keys(replica.role.followers).map(Number);
          const role = { ...replica.role, inSync: { type: 'committed', inSync: all } as const };
          return real.readCandidates(leader, { ...replica, role }, brokers, offset, now);
        },
      }),
    },
  ),
  mutant<typeof ClientReadReplica>('a lease never ends', 'client/readReplica', {
    plant: () => ({ leaseAt: (lease) => lease }),
  }),
  mutant<typeof Crash>('a crash loses what was not flushed, and nobody counts it', 'broker/crash', {
    meant: PROMISE.acknowledged,
    plant: (real) => ({
      crash: (turn, because) => {
        real.crash(turn, because);
        const replicas = { ...turn.broker.replicas };
        for (const replica of rowsOf(replicas)) {
          const { log, highWatermark } = replica;
          const to = replica.onDisk.offset;
          const records = log.records.filter(({ offset }) => offset < to);
          replicas[replica.partition] = {
            ...replica,
            log: { ...log, records },
            leaderEpochs: replica.leaderEpochs.filter(({ startOffset }) => startOffset < to),
            highWatermark: Math.min(highWatermark, to),
          };
        }
        turn.broker = { ...turn.broker, replicas };
      },
    }),
  }),
];
