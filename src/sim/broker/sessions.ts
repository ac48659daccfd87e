import { UNKNOWN, brokerNode } from '../ids';
import type { BrokerId, NodeId, Offset, PartitionId } from '../ids';
import type { FetchedPartition } from '../message';
import type { KafkaError } from '../kafkaError';
import { rowOf, rowsOf, withRow } from '../table';
import { maximalInSync } from './inSync';
import { lastStableOffset } from './lastStableOffset';
import { logEndOffset, readUpTo } from './log';
import { readCandidates, selectReplica } from './readReplica';
import type { FetchPosition, FetchSession, Replica } from './state';
import { absenceError, leaderHint } from './metadata';
import { changeBroker, isOnline, ledReplica, send } from './turn';
import type { BrokerTurn } from './turn';
import { accessError, validateFetch } from './validateFetch';

/** The session in which a broker fetches here, null when it has none. */
export function sessionOf(turn: BrokerTurn, follower: BrokerId): FetchSession | null {
  return turn.broker.sessions[brokerNode(follower)] ?? null;
}

/** Fetches whose wait is over are answered with whatever there is. */
export function expireFetches(turn: BrokerTurn): void {
  for (const { node, parked } of rowsOf(turn.broker.sessions)) {
    if (parked !== null && parked.expiresAt <= turn.wire.now) answerParked(turn, node);
  }
}

/**
 * Something about a partition changed: waiting fetches that now have data or an error are answered,
 * the others will be told with their next answer (DelayedFetch).
 */
export function wakeFetches(turn: BrokerTurn, partition: PartitionId): void {
  for (const session of rowsOf(turn.broker.sessions)) {
    if (session.positions[partition] === undefined) continue;
    const ready = session.ready.includes(partition) ? session.ready : [...session.ready, partition];
    changeSession(turn, { ...session, ready });
    if (session.parked !== null && hasData(read(turn, session, partition))) {
      answerParked(turn, session.node);
    }
  }
}

/** The connection of a waiting fetch is gone, and the fetch with it. */
export function dropParkedFetch(turn: BrokerTurn, node: NodeId): void {
  const session = turn.broker.sessions[node];
  if (session !== undefined) changeSession(turn, { ...session, parked: null });
}

/** Reads one partition for a session. Checks are in Kafka's order (Partition.fetchRecords). */
export function read(
  turn: BrokerTurn,
  session: FetchSession,
  partition: PartitionId,
): FetchedPartition {
  const position = rowOf(session.positions, partition);
  const replica = turn.broker.replicas[partition];
  if (replica === undefined) return failed(turn, partition, absenceError(turn, partition));
  if (!isOnline(turn, partition)) return failed(turn, partition, 'KAFKA_STORAGE_ERROR');
  const error = fetchError(session, replica, position);
  if (error !== 'NONE') return failed(turn, partition, error);
  const nearer = preferredReadReplica(turn, session, partition);
  if (nearer !== null) return { ...nothingOf(replica), preferredReadReplica: nearer };
  const end = logEndOffset(replica.log);
  const { leaderEpochs } = replica;
  const log = { leaderEpochs, logStartOffset: replica.log.startOffset, logEndOffset: end };
  const verdict = validateFetch(log, position.lastFetchedEpoch, position.fetchOffset);
  const isServed = verdict.error === 'NONE' && verdict.divergingEpoch === null;
  if (isServed && isOfDeadProcess(turn, session)) {
    return failed(turn, partition, 'NOT_LEADER_OR_FOLLOWER');
  }
  const records = isServed
    ? readUpTo(replica.log, position.fetchOffset, readBound(session, replica))
    : [];
  const { highWatermark } = replica;
  return {
    partition,
    error: verdict.error,
    divergingEpoch: verdict.divergingEpoch,
    records,
    highWatermark,
    logStartOffset: replica.log.startOffset,
    preferredReadReplica: null,
    currentLeader: null,
  };
}

// Followers read up to the log end; consumers what is committed, as far as this replica knows.
function readBound({ replica: reader, isolationLevel }: FetchSession, replica: Replica): Offset {
  const { log, highWatermark } = replica;
  if (reader !== UNKNOWN) return logEndOffset(log);
  return isolationLevel === 'read_committed' ? lastStableOffset(log, highWatermark) : highWatermark;
}

/**
 * The replica that a leader names to a consumer instead of serving it, null when it serves it
 * itself. Followers name nobody, and are named nobody (ReplicaManager.findPreferredReadReplica).
 */
function preferredReadReplica(
  turn: BrokerTurn,
  { replica: reader, clientRack, positions }: FetchSession,
  partition: PartitionId,
): BrokerId | null {
  const { id, image, replicaSelector } = turn.broker;
  if (replicaSelector === 'leader' || reader !== UNKNOWN) return null;
  const replica = ledReplica(turn, partition);
  if (replica === null) return null;
  const { fetchOffset } = rowOf(positions, partition);
  const candidates = readCandidates(id, replica, image.brokers, fetchOffset, turn.wire.now);
  const selected = selectReplica(candidates, id, clientRack);
  return selected === id ? null : selected;
}

function nothingOf({ partition, highWatermark, log }: Replica): FetchedPartition {
  const { startOffset: logStartOffset } = log;
  return { ...NOTHING, partition, highWatermark, logStartOffset };
}

const NOTHING = {
  error: 'NONE',
  divergingEpoch: null,
  records: [],
  preferredReadReplica: null,
  currentLeader: null,
} satisfies Partial<FetchedPartition>;

function fetchError(session: FetchSession, replica: Replica, position: FetchPosition): KafkaError {
  const { role, leaderEpoch } = replica;
  const isFollower = session.replica !== UNKNOWN;
  return accessError({
    reader: isFollower ? 'follower' : 'consumer',
    requestedEpoch: position.currentLeaderEpoch,
    role: role.type,
    leaderEpoch,
    isAssigned: role.type === 'leader' && role.followers[session.replica] !== undefined,
  });
}

// A process that has died since must not be counted any more (KIP-903).
function isOfDeadProcess({ broker }: BrokerTurn, { replica, brokerEpoch }: FetchSession): boolean {
  const registered = broker.image.brokers[replica]?.brokerEpoch ?? UNKNOWN;
  return replica !== UNKNOWN && brokerEpoch !== UNKNOWN && brokerEpoch < registered;
}

function failed(turn: BrokerTurn, partition: PartitionId, error: KafkaError): FetchedPartition {
  const currentLeader = leaderHint(turn, partition, error);
  const unknown = { highWatermark: -1, logStartOffset: -1 };
  return { ...NOTHING, ...unknown, partition, error, currentLeader };
}

/** Whether a read is worth an answer before its wait is over. */
export function hasData(fetched: FetchedPartition): boolean {
  const { error, divergingEpoch, records, preferredReadReplica: nearer } = fetched;
  return error !== 'NONE' || divergingEpoch !== null || records.length > 0 || nearer !== null;
}

// The log is read again when a waiting fetch is answered, so that the high watermark is fresh.
function answerParked(turn: BrokerTurn, node: NodeId): void {
  const session = rowOf(turn.broker.sessions, node);
  if (session.parked === null) return;
  const reads = session.ready.map((partition) => read(turn, session, partition));
  answerFetch(turn, node, session.parked.correlationId, reads);
}

/** Answers a fetch with what is new in some reads. */
export function answerFetch(
  turn: BrokerTurn,
  node: NodeId,
  correlationId: number,
  reads: readonly FetchedPartition[],
): void {
  const session = rowOf(turn.broker.sessions, node);
  const partitions = reads.filter((one) => isNews(session, one));
  const positions = { ...session.positions };
  for (const { partition, error, divergingEpoch, highWatermark } of partitions) {
    // With an error or a divergence the reader takes no high watermark, so it is told again.
    const isTaken = error === 'NONE' && divergingEpoch === null;
    const answeredHighWatermark = isTaken ? highWatermark : UNKNOWN;
    positions[partition] = { ...rowOf(positions, partition), answeredHighWatermark };
  }
  const answered = { ...session, positions, parked: null };
  // Who is told of a nearer replica and cannot go there asks again, and is told again.
  const sentOn = partitions.filter((one) => one.preferredReadReplica !== null);
  const ready = session.ready.filter(
    (id) => sentOn.some(({ partition }) => partition === id) || staysReady(turn, answered, id),
  );
  changeSession(turn, { ...answered, ready });
  send(
    turn,
    node,
    {
      type: 'fetchResponse',
      correlationId,
      error: 'NONE',
      partitions,
      session: session.partitions,
    },
    partitions.length === 0,
  );
}

function isNews(session: FetchSession, one: FetchedPartition): boolean {
  if (hasData(one)) return true;
  const { answeredHighWatermark } = rowOf(session.positions, one.partition);
  return session.replica !== -1 && one.highWatermark !== answeredHighWatermark;
}

// A follower outside the in-sync set is looked at with each of its fetches, news or not.
function staysReady(turn: BrokerTurn, session: FetchSession, partition: PartitionId): boolean {
  const replica = turn.broker.replicas[partition];
  const position = session.positions[partition];
  if (replica === undefined || position === undefined || session.replica === -1) return false;
  if (replica.highWatermark !== position.answeredHighWatermark) return true;
  const { role } = replica;
  return role.type !== 'leader' || !maximalInSync(role.inSync).includes(session.replica);
}

/** Replaces a session. */
export function changeSession(turn: BrokerTurn, session: FetchSession): void {
  changeBroker(turn, { sessions: withRow(turn.broker.sessions, session.node, session) });
}
