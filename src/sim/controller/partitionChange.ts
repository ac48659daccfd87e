import { effectiveMinInSync } from '../broker/highWatermark';
import type { BrokerId } from '../ids';
import { NO_LEADER, brokerIdsIn } from '../ids';
import { sameList } from '../table';
import { electLeader, isValid } from './election';
import type { Candidates, ElectionType } from './election';
import { completedReassignment } from './reassignment';
import type { PartitionRegistration } from './state';

/** What is to become of a partition; a target left out keeps the present value. */
export interface PartitionChange {
  readonly partition: PartitionRegistration;
  readonly election: ElectionType;
  readonly isAcceptable: (broker: BrokerId) => boolean;
  /** `min.insync.replicas` as configured; more than there are replicas counts as all of them. */
  readonly minInsyncReplicas: number;
  readonly eligibleLeaderReplicas: boolean;
  readonly targetInSync?: readonly BrokerId[];
  readonly targetReplicas?: readonly BrokerId[];
  readonly targetAdding?: readonly BrokerId[];
  readonly targetRemoving?: readonly BrokerId[];
  readonly targetRecovery?: PartitionRegistration['recovery'];
  /** Brokers that came back from an unclean shutdown: out of the eligible ones at once. */
  readonly uncleanShutdown?: readonly BrokerId[];
  /** metadata.version before 3.6. */
  readonly bumpLeaderEpochOnShrink?: boolean;
}

/** A metadata record: only the fields that change (PartitionChangeRecord). */
export type PartitionChangeRecord = Partial<
  Omit<PartitionRegistration, 'leaderEpoch' | 'partitionEpoch'>
>;

interface Target {
  replicas: readonly BrokerId[];
  adding: readonly BrokerId[];
  removing: readonly BrokerId[];
  inSync: readonly BrokerId[];
  eligible: readonly BrokerId[];
  lastKnownLeaders: readonly BrokerId[];
  leader: BrokerId | null;
  recovery: PartitionRegistration['recovery'];
}

/**
 * The one way in which a partition changes: reassignment, eligible leaders, election, in that
 * order. Null when nothing changes (PartitionChangeBuilder.build).
 */
export function partitionChange(change: PartitionChange): PartitionChangeRecord | null {
  const target = targetOf(change);
  completeReassignment(target);
  updateEligible(change, target);
  const unclean = elect(change, target);
  bumpEpochIfReplicaLeaves(change, target);
  if (unclean || !change.eligibleLeaderReplicas) {
    target.eligible = [];
    target.lastKnownLeaders = [];
  }
  keepLastMember(change, target);
  bumpEpochOnShrink(change, target);
  rememberLastLeader(change, target);
  return recordOf(change.partition, target);
}

/** The partition after a record: the leader epoch moves iff the leader field is written. */
export function changed(
  partition: PartitionRegistration,
  record: PartitionChangeRecord,
): PartitionRegistration {
  return {
    ...partition,
    ...record,
    directories: directoriesOf(partition, record.replicas ?? partition.replicas),
    leaderEpoch: partition.leaderEpoch + (record.leader === undefined ? 0 : 1),
    partitionEpoch: partition.partitionEpoch + 1,
  };
}

// Who holds the partition no more has no directory for it.
function directoriesOf(
  { directories }: PartitionRegistration,
  replicas: readonly BrokerId[],
): PartitionRegistration['directories'] {
  const left = brokerIdsIn(directories).filter((broker) => !replicas.includes(broker));
  if (left.length === 0) return directories;
  const kept = { ...directories };
  for (const broker of left) delete kept[broker];
  return kept;
}

function targetOf(change: PartitionChange): Target {
  const { partition } = change;
  return {
    replicas: change.targetReplicas ?? partition.replicas,
    adding: change.targetAdding ?? partition.adding,
    removing: change.targetRemoving ?? partition.removing,
    inSync: change.targetInSync ?? partition.inSync,
    eligible: partition.eligible,
    lastKnownLeaders: partition.lastKnownLeaders,
    leader: null,
    recovery: change.targetRecovery ?? partition.recovery,
  };
}

function completeReassignment(target: Target): void {
  const completed = completedReassignment(target, target.inSync);
  if (completed === null) return;
  target.replicas = completed.replicas;
  target.inSync = completed.inSync;
  target.adding = [];
  target.removing = [];
}

// Below the minimum nothing is committed any more, so who leaves now still has all that was.
function updateEligible(change: PartitionChange, target: Target): void {
  if (!change.eligibleLeaderReplicas) return;
  const minimum = effectiveMinInSync(change.minInsyncReplicas, target.replicas.length);
  if (target.inSync.length >= minimum) {
    target.eligible = [];
    target.lastKnownLeaders = [];
    return;
  }
  const unclean = change.uncleanShutdown ?? [];
  const all = [...target.eligible, ...change.partition.inSync];
  target.eligible = [...new Set(all)]
    .filter((broker) => !target.inSync.includes(broker) && !unclean.includes(broker))
    // Kafka may keep one that was reassigned away by name; only assigned ones can be elected.
    .filter((broker) => target.replicas.includes(broker))
    .toSorted((one, other) => one - other);
}

function elect(change: PartitionChange, target: Target): boolean {
  const { partition } = change;
  const unclean = change.uncleanShutdown ?? [];
  const candidates: Candidates = {
    ...target,
    leader: partition.leader,
    isAcceptable: (broker) => change.isAcceptable(broker) && !unclean.includes(broker),
    eligibleLeaderReplicas: change.eligibleLeaderReplicas,
  };
  const result = electLeader(candidates, change.election);
  if (result.leader === partition.leader) return false;
  const fromEligible = result.leader !== NO_LEADER && isFromEligible(candidates, result.leader);
  target.leader = result.leader;
  if (result.unclean || fromEligible) target.inSync = [result.leader];
  if (fromEligible) target.eligible = target.eligible.filter((id) => id !== result.leader);
  if (result.unclean) target.recovery = 'RECOVERING';
  return result.unclean;
}

function isFromEligible(candidates: Candidates, leader: BrokerId): boolean {
  return candidates.inSync.length === 0 && isValid(candidates, leader);
}

function bumpEpochIfReplicaLeaves(change: PartitionChange, target: Target): void {
  const leaves = change.partition.replicas.some((broker) => !target.replicas.includes(broker));
  if (leaves && target.leader === null) target.leader = change.partition.leader;
}

// Without eligible leader replicas the last member stays, and the partition waits for it.
function keepLastMember(change: PartitionChange, target: Target): void {
  if (target.inSync.length > 0 || change.eligibleLeaderReplicas) return;
  target.inSync = change.partition.inSync;
}

function bumpEpochOnShrink(change: PartitionChange, target: Target): void {
  if (change.bumpLeaderEpochOnShrink !== true || target.leader !== null) return;
  const shrank = change.partition.inSync.some((broker) => !target.inSync.includes(broker));
  if (shrank) target.leader = change.partition.leader;
}

function rememberLastLeader(change: PartitionChange, target: Target): void {
  if (!change.eligibleLeaderReplicas || target.leader === null) return;
  const { leader } = change.partition;
  if (target.leader !== NO_LEADER) target.lastKnownLeaders = [];
  else if (target.lastKnownLeaders.length === 0 && leader !== NO_LEADER) {
    target.lastKnownLeaders = [leader];
  }
}

function recordOf(partition: PartitionRegistration, target: Target): PartitionChangeRecord | null {
  const record: { -readonly [Field in keyof PartitionChangeRecord]: PartitionChangeRecord[Field] } =
    {};
  if (target.leader !== null) record.leader = target.leader;
  if (target.recovery !== partition.recovery) record.recovery = target.recovery;
  if (!sameList(target.inSync, partition.inSync)) record.inSync = target.inSync;
  if (!sameList(target.eligible, partition.eligible)) record.eligible = target.eligible;
  if (!sameList(target.lastKnownLeaders, partition.lastKnownLeaders)) {
    record.lastKnownLeaders = target.lastKnownLeaders;
  }
  if (!sameList(target.replicas, partition.replicas)) record.replicas = target.replicas;
  if (!sameList(target.adding, partition.adding)) record.adding = target.adding;
  if (!sameList(target.removing, partition.removing)) record.removing = target.removing;
  return Object.keys(record).length === 0 ? null : record;
}
