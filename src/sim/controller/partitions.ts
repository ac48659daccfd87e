import { effectiveMinInSync } from '../broker/highWatermark';
import { NO_LEADER, partitionIdsIn } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import { rowOf, sameList, withRow } from '../table';
import { directoriesFor, hasOnlineDirectory } from './directoryOf';
import type { ElectionType } from './election';
import { changed, partitionChange } from './partitionChange';
import type { PartitionChange } from './partitionChange';
import { isReassigning } from './reassignment';
import type { MetadataImage, PartitionRegistration } from './state';
import { topicConfigOf } from './topicConfig';
import { announce, changeController } from './turn';
import type { ControllerTurn } from './turn';

/** What a caller wants of a partition; everything else is taken from the image. */
export type WantedChange = Partial<
  Pick<
    PartitionChange,
    | 'election'
    | 'targetInSync'
    | 'targetReplicas'
    | 'targetAdding'
    | 'targetRemoving'
    | 'targetRecovery'
    | 'uncleanShutdown'
  >
>;

/** Whether a broker may join: registered, unfenced, not shutting down (ClusterControlManager). */
export function isActive(image: MetadataImage, broker: BrokerId): boolean {
  const registration = image.brokers[broker];
  return registration !== undefined && !registration.fenced && !registration.inControlledShutdown;
}

// Active, one of its replicas, and with a directory that it can read (LeaderAcceptor).
function mayLead(
  image: MetadataImage,
  partition: PartitionRegistration,
  broker: BrokerId,
): boolean {
  if (!partition.replicas.includes(broker) || !isActive(image, broker)) return false;
  return hasOnlineDirectory(image, partition, broker);
}

/** `min.insync.replicas` of a partition, at most its number of replicas. */
export function effectiveMinInSyncOf(image: MetadataImage, partition: PartitionId): number {
  const { replicas } = rowOf(image.partitions, partition);
  return effectiveMinInSync(topicConfigOf(image, partition).minInsyncReplicas, replicas.length);
}

/** ONLINE, or UNCLEAN where `unclean.leader.election.enable` allows it. */
export function allowedElection(image: MetadataImage, partition: PartitionId): ElectionType {
  return topicConfigOf(image, partition).uncleanLeaderElection ? 'UNCLEAN' : 'ONLINE';
}

/**
 * A new partition: those of its replicas that are active are in sync, and the first of them leads
 * (ReplicationControlManager.buildPartitionRegistration).
 */
export function newPartition(
  replicas: readonly BrokerId[],
  isReady: (broker: BrokerId) => boolean,
): PartitionRegistration {
  const inSync = replicas.filter(isReady);
  return {
    replicas,
    inSync,
    eligible: [],
    lastKnownLeaders: [],
    adding: [],
    removing: [],
    leader: inSync[0] ?? NO_LEADER,
    leaderEpoch: 0,
    partitionEpoch: 0,
    recovery: 'RECOVERED',
    directories: {},
  };
}

/**
 * Runs a change through the builder and writes its record, if any. Returns the partition
 * afterwards.
 */
export function changePartition(
  turn: ControllerTurn,
  partition: PartitionId,
  wanted: WantedChange,
): PartitionRegistration {
  const { image } = turn.controller;
  const before = rowOf(image.partitions, partition);
  const election = wanted.election ?? allowedElection(image, partition);
  const record = partitionChange({
    isAcceptable: (broker) => mayLead(image, before, broker),
    minInsyncReplicas: topicConfigOf(image, partition).minInsyncReplicas,
    eligibleLeaderReplicas: image.eligibleLeaderReplicas,
    ...wanted,
    partition: before,
    election,
  });
  if (record === null) return before;
  const after = withDirectories(image, changed(before, record));
  writeRecords(turn, { partitions: withRow(image.partitions, partition, after) });
  if (record.leader !== undefined && after.leader !== before.leader) {
    tellLeader(turn, partition, before, after, { ...wanted, election });
  }
  tellSets(turn, partition, before, after, wanted);
  tellCompletion(turn, partition, before, after, wanted);
  return after;
}

function withDirectories(
  image: MetadataImage,
  partition: PartitionRegistration,
): PartitionRegistration {
  const { replicas, directories } = partition;
  if (replicas.every((broker) => directories[broker] !== undefined)) return partition;
  return { ...partition, directories: directoriesFor(image, replicas, directories) };
}

/** Writes to the metadata log: one record more, and the image with it. */
export function writeRecords(
  turn: ControllerTurn,
  fields: Partial<Omit<MetadataImage, 'offset'>>,
): void {
  const { image } = turn.controller;
  changeController(turn, { image: { ...image, ...fields, offset: image.offset + 1 } });
}

/** Ids of the partitions that a test holds for. */
export function partitionsWhere(
  image: MetadataImage,
  holds: (partition: PartitionRegistration) => boolean,
): readonly PartitionId[] {
  return partitionIdsIn(image.partitions).filter((id) => holds(rowOf(image.partitions, id)));
}

function tellSets(
  turn: ControllerTurn,
  partition: PartitionId,
  before: PartitionRegistration,
  after: PartitionRegistration,
  wanted: WantedChange,
): void {
  const effectiveMinInSync = effectiveMinInSyncOf(turn.controller.image, partition);
  if (!sameList(before.inSync, after.inSync)) {
    const { leader, leaderEpoch, partitionEpoch } = after;
    const [from, to] = [before.inSync, after.inSync];
    announce(turn, {
      type: 'inSyncReplicasChanged',
      partition,
      from,
      to,
      effectiveMinInSync,
      leader,
      leaderEpoch,
      partitionEpoch,
    });
  }
  if (sameList(before.eligible, after.eligible)) return;
  const [from, to] = [before.eligible, after.eligible];
  const isMet = after.inSync.length >= effectiveMinInSync;
  const because = isMet ? 'minimumMet' : whyEligible(before, after, wanted);
  announce(turn, { type: 'eligibleLeadersChanged', partition, from, to, because });
}

// A cancelled one does not come to its end: it was wanted to be none any more.
function tellCompletion(
  turn: ControllerTurn,
  partition: PartitionId,
  before: PartitionRegistration,
  after: PartitionRegistration,
  { targetReplicas, targetAdding, targetRemoving }: WantedChange,
): void {
  const adding = targetAdding ?? before.adding;
  const removing = targetRemoving ?? before.removing;
  if (!isReassigning({ adding, removing }) || isReassigning(after)) return;
  const { replicas } = after;
  const removed = (targetReplicas ?? before.replicas).filter((id) => !replicas.includes(id));
  announce(turn, { type: 'reassignmentCompleted', partition, replicas, removed });
}

function whyEligible(
  before: PartitionRegistration,
  after: PartitionRegistration,
  { uncleanShutdown = [] }: WantedChange,
): 'left' | 'uncleanRestart' | 'elected' {
  if (after.eligible.some((broker) => !before.eligible.includes(broker))) return 'left';
  const isUnclean = before.eligible.some((broker) => uncleanShutdown.includes(broker));
  return isUnclean ? 'uncleanRestart' : 'elected';
}

function tellLeader(
  turn: ControllerTurn,
  partition: PartitionId,
  before: PartitionRegistration,
  after: PartitionRegistration,
  wanted: WantedChange & { readonly election: ElectionType },
): void {
  const { leader, leaderEpoch, inSync, eligible, lastKnownLeaders } = after;
  const from = before.leader;
  if (leader === NO_LEADER) {
    announce(turn, {
      type: 'partitionWentOffline',
      partition,
      from,
      leaderEpoch,
      inSync,
      eligible,
      lastKnownLeaders,
      uncleanAllowed: topicConfigOf(turn.controller.image, partition).uncleanLeaderElection,
    });
    return;
  }
  const by = ruleOf(before, after, wanted);
  if (by === 'unclean' || by === 'lastKnownLeader') countUnclean(turn, partition);
  announce(turn, { type: 'leaderElected', partition, leader, from, leaderEpoch, by, inSync });
}

/** Counts that a partition goes on from a log that may lack committed records. */
export function countUnclean(turn: ControllerTurn, partition: PartitionId): void {
  const { uncleanElections } = turn.controller;
  const count = (uncleanElections[partition] ?? 0) + 1;
  changeController(turn, { uncleanElections: withRow(uncleanElections, partition, count) });
}

// A set that a leader has proposed is elected from; one that is cut back to what a cancelled
// reassignment leaves is not: it may name somebody who was not in sync.
function ruleOf(
  before: PartitionRegistration,
  after: PartitionRegistration,
  { election, targetInSync, targetReplicas }: WantedChange & { readonly election: ElectionType },
): 'inSync' | 'eligible' | 'lastKnownLeader' | 'unclean' | 'preferred' {
  const proposed = targetReplicas === undefined ? targetInSync : undefined;
  const wasInSync = (proposed ?? before.inSync).includes(after.leader);
  if (after.recovery === 'RECOVERING' && !wasInSync) {
    return before.lastKnownLeaders.includes(after.leader) ? 'lastKnownLeader' : 'unclean';
  }
  const isPreferred = after.leader === after.replicas[0];
  if (election === 'PREFERRED' && isPreferred) return 'preferred';
  if (wasInSync) return 'inSync';
  // A cancelled reassignment may leave nobody in sync but one who was not (unclean revert).
  return before.eligible.includes(after.leader) ? 'eligible' : 'unclean';
}
