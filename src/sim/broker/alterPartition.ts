import { KAFKA } from '../config';
import type { PartitionId } from '../ids';
import type { KafkaError } from '../kafkaError';
import type { AlterPartitionResponse, AlterPartitionResult, InSyncProposal } from '../message';
import { sameSet } from '../table';
import { maybeAdvanceHighWatermark } from './commit';
import { proposedInSync } from './inSync';
import { wakeFetches } from './sessions';
import type { InSyncState } from './state';
import { changeBroker, ledReplica, nextCorrelationId, send, setReplica, tell } from './turn';
import type { BrokerTurn } from './turn';

/** What a leader does with the controller's answer to its proposal. */
export type ProposalEffect = 'commit' | 'revert' | 'stayPending' | 'retry';

/** The effect of each answer (Partition.handleAlterPartitionError). */
export function proposalEffect(error: KafkaError): ProposalEffect {
  switch (error) {
    case 'NONE':
      return 'commit';
    case 'OPERATION_NOT_ATTEMPTED':
    case 'INELIGIBLE_REPLICA':
      return 'revert';
    case 'UNKNOWN_TOPIC_OR_PARTITION':
    case 'UNKNOWN_TOPIC_ID':
    case 'FENCED_LEADER_EPOCH':
    case 'INVALID_UPDATE_VERSION':
    case 'INVALID_REQUEST':
    case 'NEW_LEADER_ELECTED':
      return 'stayPending';
    default:
      return 'retry';
  }
}

/** Proposes the pending in-sync set of a led partition to the controller. */
export function propose(turn: BrokerTurn, partition: PartitionId): void {
  const replica = ledReplica(turn, partition);
  if (replica === null || replica.role.inSync.type === 'committed') return;
  const { inSync } = replica.role;
  const to = proposedInSync(inSync);
  const broker = turn.broker.id;
  const change = inSync.type === 'pendingExpand' ? 'expand' : 'shrink';
  const replicas = inSync.type === 'pendingExpand' ? [inSync.newcomer] : inSync.leaving;
  tell(turn, { type: 'inSyncChangeProposed', broker, partition, change, replicas, to });
  enqueue(turn, partition);
  sendProposals(turn);
}

/** Sends what is queued; at most one request of a broker is under way (AlterPartitionManager). */
export function sendProposals(turn: BrokerTurn): void {
  const { queued, inFlight, retryAt } = turn.broker.alterPartition;
  if (inFlight !== null || queued.length === 0) return;
  if (retryAt !== null && retryAt > turn.wire.now) return;
  const correlationId = nextCorrelationId(turn);
  const { id, brokerEpoch } = turn.broker;
  const expiresAt = turn.wire.now + KAFKA.controllerSocketTimeoutMs;
  const sent = { correlationId, partitions: queued, expiresAt };
  changeBroker(turn, { alterPartition: { queued: [], inFlight: sent, retryAt: null } });
  send(turn, 'controller', {
    type: 'alterPartitionRequest',
    correlationId,
    broker: id,
    brokerEpoch,
    partitions: queued,
  });
}

/** The controller's answer. A failure of the whole request is tried again after 50 ms. */
export function handleAlterPartitionResponse(
  turn: BrokerTurn,
  response: AlterPartitionResponse,
): void {
  const { inFlight, queued } = turn.broker.alterPartition;
  if (inFlight?.correlationId !== response.correlationId) return;
  if (response.error !== 'NONE') return failProposals(turn);
  changeBroker(turn, { alterPartition: { queued, inFlight: null, retryAt: null } });
  for (const result of response.partitions) {
    const proposal = inFlight.partitions.find(({ partition }) => partition === result.partition);
    if (proposal !== undefined) applyResult(turn, proposal, result);
  }
  sendProposals(turn);
}

/** The whole request has failed, or nobody has answered it: all of it is tried again. */
export function failProposals(turn: BrokerTurn): void {
  const { inFlight, queued } = turn.broker.alterPartition;
  if (inFlight === null) return;
  const retryAt = turn.wire.now + KAFKA.alterPartitionRetryMs;
  const later = queued.map(({ partition }) => partition);
  const again = inFlight.partitions.filter(({ partition }) => !later.includes(partition));
  const all = [...again, ...queued];
  changeBroker(turn, { alterPartition: { queued: all, inFlight: null, retryAt } });
}

/** Applies the answer for one partition, unless newer metadata has overtaken it. */
export function applyResult(
  turn: BrokerTurn,
  proposal: InSyncProposal,
  result: AlterPartitionResult,
): void {
  const replica = ledReplica(turn, proposal.partition);
  if (replica === null || replica.leaderEpoch !== proposal.leaderEpoch) return;
  if (replica.partitionEpoch !== proposal.partitionEpoch) return;
  if (!isPending(replica.role.inSync, proposal)) return;
  const { partition, role } = replica;
  const { error } = result;
  if (error !== 'NONE') {
    tell(turn, { type: 'inSyncChangeRefused', broker: turn.broker.id, partition, error });
  }
  const effect = proposalEffect(error);
  if (effect === 'retry') enqueue(turn, partition);
  if (effect === 'revert') {
    const { inSync } = role.inSync;
    setReplica(turn, { ...replica, role: { ...role, inSync: { type: 'committed', inSync } } });
    // Who was to join is outside again, and its next fetches are looked at for that.
    wakeFetches(turn, partition);
  }
  if (effect !== 'commit' || result.leaderEpoch !== replica.leaderEpoch) return;
  if (result.partitionEpoch < replica.partitionEpoch) return;
  const { partitionEpoch, inSyncReplicas } = result;
  const inSync = { type: 'committed' as const, inSync: inSyncReplicas };
  setReplica(turn, { ...replica, partitionEpoch, role: { ...role, inSync } });
  maybeAdvanceHighWatermark(turn, partition);
}

// Metadata may have put the committed set in the place of the proposed one meanwhile.
function isPending(state: InSyncState, { newInSyncReplicas }: InSyncProposal): boolean {
  const proposed = newInSyncReplicas.map(({ broker }) => broker);
  return state.type !== 'committed' && sameSet(proposedInSync(state), proposed);
}

/** Whether the controller has still to answer for a partition; the next proposal waits for it. */
export function isProposed({ broker }: BrokerTurn, partition: PartitionId): boolean {
  const { inFlight } = broker.alterPartition;
  return inFlight !== null && inFlight.partitions.some((one) => one.partition === partition);
}

/** A leader that is none any more, or knows better, withdraws its proposal. */
export function withdraw(turn: BrokerTurn, partition: PartitionId): void {
  const { alterPartition } = turn.broker;
  const queued = alterPartition.queued.filter((one) => one.partition !== partition);
  if (queued.length === alterPartition.queued.length) return;
  const retryAt = queued.length === 0 ? null : alterPartition.retryAt;
  changeBroker(turn, { alterPartition: { ...alterPartition, queued, retryAt } });
}

function enqueue(turn: BrokerTurn, partition: PartitionId): void {
  const replica = ledReplica(turn, partition);
  if (replica === null) return;
  const { leaderEpoch, partitionEpoch, role } = replica;
  const proposal: InSyncProposal = {
    partition,
    leaderEpoch,
    partitionEpoch,
    recovery: 'RECOVERED',
    newInSyncReplicas: proposedInSync(role.inSync).map((broker) => ({
      broker,
      brokerEpoch: epochOfMember(turn, role.followers[broker]?.brokerEpoch ?? -1, broker),
    })),
  };
  const { alterPartition } = turn.broker;
  const others = alterPartition.queued.filter((one) => one.partition !== partition);
  changeBroker(turn, { alterPartition: { ...alterPartition, queued: [...others, proposal] } });
}

function epochOfMember(turn: BrokerTurn, fetchedWith: number, broker: number): number {
  return broker === turn.broker.id ? turn.broker.brokerEpoch : fetchedWith;
}
