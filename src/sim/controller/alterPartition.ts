import { brokerNode } from '../ids';
import type { BrokerId } from '../ids';
import type { KafkaError } from '../kafkaError';
import type { AlterPartitionRequest, AlterPartitionResult, InSyncProposal } from '../message';
import { isActive, changePartition } from './partitions';
import type { MetadataImage, PartitionRegistration } from './state';
import { answer } from './turn';
import type { ControllerTurn } from './turn';

/** Answers a leader that proposes in-sync sets (ReplicationControlManager.alterPartition). */
export function handleAlterPartition(turn: ControllerTurn, request: AlterPartitionRequest): void {
  const { broker, correlationId } = request;
  const isStale = turn.controller.image.brokers[broker]?.brokerEpoch !== request.brokerEpoch;
  const error: KafkaError = isStale ? 'STALE_BROKER_EPOCH' : 'NONE';
  const partitions = isStale
    ? []
    : request.partitions.map((proposal) => alterOne(turn, broker, proposal));
  answer(turn, brokerNode(broker), {
    type: 'alterPartitionResponse',
    correlationId,
    error,
    partitions,
  });
}

/** Checks one proposal and carries it out. */
export function alterOne(
  turn: ControllerTurn,
  sender: BrokerId,
  proposal: InSyncProposal,
): AlterPartitionResult {
  const { partition } = proposal;
  const error = proposalError(turn.controller.image, sender, proposal);
  const before = turn.controller.image.partitions[partition];
  if (error !== 'NONE' || before === undefined) return resultOf(proposal, error, before);
  const targetInSync = proposal.newInSyncReplicas.map(({ broker }) => broker);
  const after = changePartition(turn, partition, {
    targetInSync,
    targetRecovery: proposal.recovery,
  });
  // The change was made, but it also moved the leadership: the sender leads no more.
  const moved = after.leader !== sender;
  return resultOf(proposal, moved ? 'NEW_LEADER_ELECTED' : 'NONE', after);
}

/** What is wrong with a proposal, checked in Kafka's order (validateAlterPartitionData). */
export function proposalError(
  image: MetadataImage,
  sender: BrokerId,
  proposal: InSyncProposal,
): KafkaError {
  const known = image.partitions[proposal.partition];
  if (known === undefined) return 'UNKNOWN_TOPIC_OR_PARTITION';
  if (proposal.leaderEpoch > known.leaderEpoch) return 'NOT_CONTROLLER';
  if (proposal.partitionEpoch > known.partitionEpoch) return 'NOT_CONTROLLER';
  if (proposal.leaderEpoch < known.leaderEpoch) return 'FENCED_LEADER_EPOCH';
  if (sender !== known.leader) return 'INVALID_REQUEST';
  if (proposal.partitionEpoch < known.partitionEpoch) return 'INVALID_UPDATE_VERSION';
  const members = proposal.newInSyncReplicas;
  const isProper = members.every(({ broker }) => known.replicas.includes(broker));
  const hasLeader = members.some(({ broker }) => broker === sender);
  const isTwice = new Set(members.map(({ broker }) => broker)).size < members.length;
  if (!isProper || !hasLeader || isTwice) return 'INVALID_REQUEST';
  if (isRecoveryWrong(known, proposal)) return 'INVALID_REQUEST';
  const isEligible = ({ broker, brokerEpoch }: (typeof members)[number]): boolean =>
    isActive(image, broker) &&
    (brokerEpoch === -1 || image.brokers[broker]?.brokerEpoch === brokerEpoch);
  return members.every(isEligible) ? 'NONE' : 'INELIGIBLE_REPLICA';
}

// Only the one leader that was elected uncleanly can be recovering, and never a second time.
function isRecoveryWrong(known: PartitionRegistration, proposal: InSyncProposal): boolean {
  if (proposal.recovery === 'RECOVERED') return false;
  return proposal.newInSyncReplicas.length > 1 || known.recovery === 'RECOVERED';
}

function resultOf(
  { partition }: InSyncProposal,
  error: KafkaError,
  after: PartitionRegistration | undefined,
): AlterPartitionResult {
  return {
    partition,
    error,
    leaderEpoch: after?.leaderEpoch ?? -1,
    partitionEpoch: after?.partitionEpoch ?? -1,
    inSyncReplicas: after?.inSync ?? [],
  };
}
