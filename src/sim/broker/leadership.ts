import { isActive } from '../controller/partitions';
import type { MetadataImage, PartitionRegistration } from '../controller/state';
import { NO_LEADER, partitionIdsIn } from '../ids';
import type { BrokerId, PartitionId, Tick } from '../ids';
import { rowOf } from '../table';
import { withdraw } from './alterPartition';
import { maybeAdvanceHighWatermark } from './commit';
import { completeDelayedProduces } from './delayedProduce';
import { deleteReplica } from './deleteReplica';
import { follow, sendFetches, unfollow } from './fetcher';
import { keptProgress, newProgress } from './inSync';
import { assignEpoch } from './leaderEpochs';
import { EMPTY_LOG, logEndOffset } from './log';
import { cut } from './replicate';
import { wakeFetches } from './sessions';
import type { FollowerProgress, LeaderRole, Replica } from './state';
import { changeBroker, isServing, replicaOf, setReplica, tell } from './turn';
import type { BrokerTurn } from './turn';

/** Takes newer metadata: roles follow what the controller decided, as soon as it is heard of. */
export function applyImage(turn: BrokerTurn, image: MetadataImage): void {
  const before = turn.broker.image;
  if (image.offset <= before.offset) return;
  changeBroker(turn, { image });
  tell(turn, { type: 'metadataApplied', broker: turn.broker.id, offset: image.offset });
  if (!isServing(turn.broker)) return;
  for (const partition of partitionIdsIn(image.partitions)) {
    const registration = rowOf(image.partitions, partition);
    const known = before.partitions[partition]?.partitionEpoch;
    const isNew = known !== registration.partitionEpoch;
    const awaited = turn.broker.replicas[partition]?.role.type === 'waiting';
    if (isNew || awaited) applyPartition(turn, partition, registration);
  }
  sendFetches(turn);
}

/** Takes every partition as the metadata has it: the process has just begun to serve. */
export function applyAllPartitions(turn: BrokerTurn): void {
  const { partitions } = turn.broker.image;
  for (const partition of partitionIdsIn(partitions)) {
    applyPartition(turn, partition, rowOf(partitions, partition));
  }
  sendFetches(turn);
}

/** Takes one partition as the metadata has it, unless it is older than what is known. */
export function applyPartition(
  turn: BrokerTurn,
  partition: PartitionId,
  registration: PartitionRegistration,
): void {
  const { id, image } = turn.broker;
  if (!registration.replicas.includes(id)) {
    if (turn.broker.replicas[partition] !== undefined) deleteReplica(turn, partition);
    return;
  }
  const directory = registration.directories[id];
  const replica = turn.broker.replicas[partition] ?? emptyReplica(partition, directory);
  if (registration.partitionEpoch < replica.partitionEpoch) return;
  if (turn.broker.offlineDirectories.includes(replica.directory))
    startWaiting(turn, replica, registration);
  else if (registration.leader === id) startLeading(turn, replica, registration);
  else if (registration.leader !== NO_LEADER && isActive(image, registration.leader)) {
    if (isLeaving(turn, registration)) stopFollowing(turn, replica, registration);
    else startFollowing(turn, replica, registration);
  } else startWaiting(turn, replica, registration);
  completeDelayedProduces(turn, partition);
  wakeFetches(turn, partition);
}

/** A copy without records, of which nothing is known yet. */
export function emptyReplica(partition: PartitionId, directory = 'd1'): Replica {
  return {
    partition,
    directory,
    log: EMPTY_LOG,
    onDisk: { offset: 0, flushDueAt: null },
    leaderEpochs: [],
    highWatermark: 0,
    checkpointedHighWatermark: null,
    leader: NO_LEADER,
    leaderEpoch: -1,
    partitionEpoch: -1,
    role: { type: 'waiting' },
  };
}

function startLeading(
  turn: BrokerTurn,
  replica: Replica,
  registration: PartitionRegistration,
): void {
  const { partition } = replica;
  unfollow(turn, partition);
  withdraw(turn, partition);
  const { id, image } = turn.broker;
  const after = asLeader(replica, registration, id, turn.wire.now, image.brokers);
  setReplica(turn, after);
  if (replica.leaderEpoch !== after.leaderEpoch || replica.role.type !== 'leader') {
    const { leaderEpoch, highWatermark, partitionEpoch } = after;
    const { epochStartOffset } = after.role;
    const { inSync } = registration;
    tell(turn, {
      type: 'becameLeader',
      broker: id,
      partition,
      leaderEpoch,
      epochStartOffset,
      highWatermark,
      partitionEpoch,
      inSync,
      ledBefore: replica.role.type === 'leader',
    });
  }
  maybeAdvanceHighWatermark(turn, partition);
}

/**
 * The replica as leader. A new epoch begins at its log end; of the followers nothing is known until
 * they fetch. The high watermark is the one it had, usually a little old (Partition.makeLeader).
 */
export function asLeader(
  replica: Replica,
  registration: PartitionRegistration,
  self: BrokerId,
  now: Tick,
  brokers: MetadataImage['brokers'],
): Replica & { readonly role: LeaderRole } {
  const { leaderEpoch, partitionEpoch } = registration;
  const led = replica.role.type === 'leader' ? replica.role : null;
  const isNewEpoch = leaderEpoch !== replica.leaderEpoch || led === null;
  const end = logEndOffset(replica.log);
  const others = registration.replicas.filter((broker) => broker !== self);
  const followers: { [follower in BrokerId]?: FollowerProgress } = {};
  for (const follower of others) {
    const known = led?.followers[follower];
    const isInSync = registration.inSync.includes(follower);
    const brokerEpoch = brokers[follower]?.brokerEpoch ?? -1;
    if (known === undefined) followers[follower] = newProgress(isInSync, now, brokerEpoch);
    else followers[follower] = isNewEpoch ? keptProgress(known, isInSync, now, end) : known;
  }
  return {
    ...replica,
    leader: self,
    leaderEpoch,
    partitionEpoch,
    leaderEpochs: isNewEpoch
      ? assignEpoch(replica.leaderEpochs, leaderEpoch, end)
      : replica.leaderEpochs,
    role: {
      type: 'leader',
      epochStartOffset: isNewEpoch ? end : led.epochStartOffset,
      inSync: {
        type: 'committed',
        inSync: registration.inSync,
      },
      followers,
    },
  };
}

function startFollowing(
  turn: BrokerTurn,
  replica: Replica,
  registration: PartitionRegistration,
): void {
  const { partition } = replica;
  const { leader, leaderEpoch, partitionEpoch } = registration;
  const { role } = replica;
  const isSame = replica.leaderEpoch === leaderEpoch && replica.leader === leader;
  if (isSame && role.type === 'follower' && role.fetches) {
    setReplica(turn, { ...replica, partitionEpoch });
    return;
  }
  withdraw(turn, partition);
  setReplica(turn, {
    ...replica,
    leader,
    leaderEpoch,
    partitionEpoch,
    role: {
      type: 'follower',
      fetches: true,
    },
  });
  follow(turn, partition, leader);
  const broker = turn.broker.id;
  const end = logEndOffset(replica.log);
  tell(turn, {
    type: 'becameFollower',
    broker,
    partition,
    leader,
    leaderEpoch,
    partitionEpoch,
    logEndOffset: end,
    highWatermark: replica.highWatermark,
  });
  // Without any epoch there is nothing to compare by; only then the high watermark must serve.
  if (replica.leaderEpochs.length === 0 && replica.highWatermark < end) {
    cut(turn, replicaOf(turn, partition), replica.highWatermark, 'noEpochs');
  }
}

// A broker that stops copies no more what it is out of sync in (applyLocalFollowersDelta).
function isLeaving({ broker }: BrokerTurn, { inSync }: PartitionRegistration): boolean {
  return broker.lifecycle === 'PENDING_CONTROLLED_SHUTDOWN' && !inSync.includes(broker.id);
}

function stopFollowing(
  turn: BrokerTurn,
  replica: Replica,
  registration: PartitionRegistration,
): void {
  startWaiting(turn, replica, registration);
  const stopped = replicaOf(turn, replica.partition);
  setReplica(turn, { ...stopped, role: { type: 'follower', fetches: false } });
}

function startWaiting(
  turn: BrokerTurn,
  replica: Replica,
  registration: PartitionRegistration,
): void {
  unfollow(turn, replica.partition);
  withdraw(turn, replica.partition);
  const { leader, leaderEpoch, partitionEpoch } = registration;
  setReplica(turn, { ...replica, leader, leaderEpoch, partitionEpoch, role: { type: 'waiting' } });
}

/** The disk of a replica has failed: it neither leads nor follows (ReplicaManager). */
export function takeOffline(turn: BrokerTurn, partition: PartitionId): void {
  unfollow(turn, partition);
  withdraw(turn, partition);
  setReplica(turn, { ...replicaOf(turn, partition), role: { type: 'waiting' } });
  completeDelayedProduces(turn, partition);
  wakeFetches(turn, partition);
}
