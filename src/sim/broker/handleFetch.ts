import { UNKNOWN } from '../ids';
import type { NodeId } from '../ids';
import type { FetchPartition, FetchRequest, FetchedPartition } from '../message';
import type { KafkaError } from '../kafkaError';
import { rowOf } from '../table';
import { settleFollowers } from './commit';
import { recordFollowerFetch } from './followers';
import { answerFetch, changeSession, hasData, read } from './sessions';
import type { FetchPosition, FetchSession } from './state';
import { send } from './turn';
import type { BrokerTurn } from './turn';

/**
 * Answers a fetch, or lets it wait for data. What is answered at once carries the high watermark
 * from before this fetch was counted (ReplicaManager.fetchMessages).
 */
export function handleFetch(turn: BrokerTurn, from: NodeId, request: FetchRequest): void {
  const error = enterSession(turn, from, request);
  if (error !== 'NONE') {
    const { correlationId, session } = request;
    send(turn, from, { type: 'fetchResponse', correlationId, error, partitions: [], session });
    return;
  }
  if (turn.broker.replicaSelector !== 'leader' && request.clientRack !== null) {
    // Which of two near replicas was caught up last is told by fetches that named nothing, too.
    for (const { partition } of request.partitions) settleFollowers(turn, partition);
  }
  const reads = readAndCount(turn, from);
  if (reads.some(hasData)) {
    answerFetch(turn, from, request.correlationId, reads);
    return;
  }
  const { now } = turn.wire;
  const { correlationId, maxWaitMs } = request;
  const parked = { correlationId, arrivedAt: now, expiresAt: now + maxWaitMs };
  changeSession(turn, { ...rowOf(turn.broker.sessions, from), parked });
}

/**
 * Reads what a session asks for, and only then enters how far the follower has come
 * (Partition.fetchRecords).
 */
export function readAndCount(turn: BrokerTurn, node: NodeId): readonly FetchedPartition[] {
  const session = rowOf(turn.broker.sessions, node);
  const reads = session.ready.map((partition) => read(turn, session, partition));
  if (session.replica !== UNKNOWN) countFollower(turn, session, reads);
  return reads;
}

/** Takes a request into its sender's session, or says what is wrong with it (KIP-227). */
export function enterSession(turn: BrokerTurn, from: NodeId, request: FetchRequest): KafkaError {
  const known = turn.broker.sessions[from];
  const isNew = request.sessionEpoch === 0;
  if (!isNew && known === undefined) return 'FETCH_SESSION_ID_NOT_FOUND';
  if (!isNew && known?.epoch !== request.sessionEpoch) return 'INVALID_FETCH_SESSION_EPOCH';
  const positions = { ...(isNew ? {} : known?.positions) };
  for (const partition of request.forgotten) delete positions[partition];
  for (const wanted of request.partitions) {
    positions[wanted.partition] = positionOf(wanted, positions[wanted.partition]);
  }
  const named = request.partitions.map(({ partition }) => partition);
  const before = isNew ? [] : (known?.ready ?? []);
  const kept = before.filter((id) => positions[id] !== undefined && !named.includes(id));
  changeSession(turn, {
    node: from,
    replica: request.replica,
    clientRack: request.clientRack,
    isolationLevel: request.isolationLevel,
    epoch: request.sessionEpoch + 1,
    positions,
    partitions: request.session,
    ready: [...named, ...kept],
    lastFetchAt: turn.wire.now,
    brokerEpoch: request.brokerEpoch,
    parked: null,
  });
  return 'NONE';
}

function positionOf(wanted: FetchPartition, before: FetchPosition | undefined): FetchPosition {
  const { fetchOffset, currentLeaderEpoch, lastFetchedEpoch, logStartOffset } = wanted;
  // In a new epoch the follower has thrown away the answers that were under way.
  const isSameEpoch = before?.currentLeaderEpoch === currentLeaderEpoch;
  const answeredHighWatermark = isSameEpoch ? before.answeredHighWatermark : UNKNOWN;
  return {
    fetchOffset,
    currentLeaderEpoch,
    lastFetchedEpoch,
    logStartOffset,
    answeredHighWatermark,
  };
}

function countFollower(
  turn: BrokerTurn,
  session: FetchSession,
  reads: readonly FetchedPartition[],
): void {
  for (const { partition, error, divergingEpoch } of reads) {
    if (error !== 'NONE' || divergingEpoch !== null) continue;
    recordFollowerFetch(turn, partition, session, rowOf(session.positions, partition));
  }
}
