import { KAFKA } from '../config';
import { brokerNode, brokerOf } from '../ids';
import type { BrokerId, NodeId, Offset, PartitionId, Tick } from '../ids';
import type { FetchResponse, FetchedPartition } from '../message';
import type { ListOffsetsResponse } from '../message/offsets';
import type { KafkaError } from '../kafkaError';
import { namesOf } from '../recordNames';
import { rowOf, rowsOf } from '../table';
import { fetchExpiresAt } from './deadlines';
import { announcePosition, breakSession, follow, isPaused, pause } from './fetcher';
import { sendFetches, setFetcher } from './fetcher';
import { clampedHighWatermark } from './highWatermark';
import { assignEpoch } from './leaderEpochs';
import type { EpochEnd } from './leaderEpochs';
import { append, logEndOffset } from './log';
import type { LogRecord } from './log';
import { onDiskAfterAppend } from './pageCache';
import type { Replica } from './state';
import { restartedAt, startingAt, truncated, truncationPoint } from './truncate';
import { nextCorrelationId, replicaOf, send, setReplica, tell } from './turn';
import type { BrokerTurn } from './turn';
import { afterOutOfRange } from './validateFetch';
import { wakeFetches } from './sessions';

/** What a follower does with a partition after an error in a fetch answer. */
export type FetchErrorEffect = 'serve' | 'askForRange' | 'stopUntilMetadata' | 'pause';

/** The effect of each error (AbstractFetcherThread.processFetchRequest). */
export function fetchErrorEffect(error: KafkaError): FetchErrorEffect {
  if (error === 'NONE') return 'serve';
  if (error === 'OFFSET_OUT_OF_RANGE') return 'askForRange';
  // The follower is behind on metadata, and waits for it. Else the leader is, and time helps.
  return error === 'FENCED_LEADER_EPOCH' ? 'stopUntilMetadata' : 'pause';
}

/** A follower takes an answer, and asks on at once. */
export function handleFetchResponse(turn: BrokerTurn, from: NodeId, response: FetchResponse): void {
  const leader = brokerOf(from);
  const fetcher = leader === null ? undefined : turn.broker.fetchers[leader];
  if (leader === null || fetcher?.inFlight?.correlationId !== response.correlationId) return;
  if (response.error !== 'NONE') {
    setFetcher(turn, { ...fetcher, sessionEpoch: 0, inFlight: null });
    sendFetches(turn);
    return;
  }
  const busyUntil = busyAfter(turn, response);
  setFetcher(turn, { ...fetcher, inFlight: null, failures: 0, busyUntil });
  for (const fetched of response.partitions) {
    // Its position has changed since the request, so the answer is about another log.
    if (!fetcher.partitions.includes(fetched.partition)) continue;
    if (!fetcher.changed.includes(fetched.partition)) takePartition(turn, leader, fetched);
  }
  sendFetches(turn);
}

// The thread that fetches also writes: a slow disk keeps it from asking on.
function busyAfter(turn: BrokerTurn, { partitions }: FetchResponse): Tick | null {
  const { writeMsPerRecord } = turn.broker;
  if (writeMsPerRecord === 0) return null;
  const count = partitions.reduce((sum, { records }) => sum + records.length, 0);
  return count === 0 ? null : turn.wire.now + count * writeMsPerRecord;
}

/** Fetches that nobody has answered for `replica.socket.timeout.ms` have failed. */
export function expireFetchRequests(turn: BrokerTurn): void {
  for (const fetcher of rowsOf(turn.broker.fetchers)) {
    const expiresAt = fetchExpiresAt(fetcher);
    if (expiresAt === null || expiresAt > turn.wire.now) continue;
    handleFetchFailure(turn, fetcher.leader, 'REQUEST_TIMED_OUT');
  }
}

/** The connection broke, or nobody answers on it: all partitions of this leader pause. */
export function handleFetchFailure(
  turn: BrokerTurn,
  leader: BrokerId,
  error: 'NETWORK_EXCEPTION' | 'REQUEST_TIMED_OUT',
): void {
  const fetcher = turn.broker.fetchers[leader];
  if (fetcher === undefined) return;
  if (fetcher.failures === 0) {
    tell(turn, {
      type: 'fetchFailed',
      broker: turn.broker.id,
      leader,
      partitions: fetcher.partitions,
      error,
    });
  }
  breakSession(turn, leader);
}

function takePartition(turn: BrokerTurn, leader: BrokerId, fetched: FetchedPartition): void {
  const { partition, error } = fetched;
  const replica = replicaOf(turn, partition);
  if (replica.role.type !== 'follower' || replica.leader !== leader) return;
  if (error !== 'NONE') {
    const partitions = [partition];
    tell(turn, { type: 'fetchFailed', broker: turn.broker.id, leader, partitions, error });
  }
  switch (fetchErrorEffect(error)) {
    case 'serve':
      if (fetched.divergingEpoch === null) takeRecords(turn, replica, fetched);
      else cutAtDivergence(turn, replica, fetched.divergingEpoch);
      return;
    case 'askForRange':
      askForRange(turn, replica);
      return;
    case 'stopUntilMetadata':
      setReplica(turn, { ...replica, role: { type: 'follower', fetches: false } });
      pause(turn, leader, [partition]);
      forgetPause(turn, leader, partition);
      return;
    case 'pause':
      pause(turn, leader, [partition]);
  }
}

/** The replica with fetched records at its end (ReplicaFetcherThread.processPartitionData). */
export function withFetched(
  replica: Replica,
  records: readonly LogRecord[],
  highWatermark: number,
): Replica {
  // Batches of a later epoch than the fetch's are left out (KAFKA-18723).
  const taken = records.filter((record) => record.leaderEpoch <= replica.leaderEpoch);
  const log = taken.length === 0 ? replica.log : append(replica.log, taken);
  let { leaderEpochs } = replica;
  for (const { leaderEpoch, offset } of taken) {
    leaderEpochs = assignEpoch(leaderEpochs, leaderEpoch, offset);
  }
  return {
    ...replica,
    log,
    leaderEpochs,
    highWatermark: clampedHighWatermark(highWatermark, log.startOffset, logEndOffset(log)),
  };
}

function takeRecords(turn: BrokerTurn, replica: Replica, fetched: FetchedPartition): void {
  const { partition, leader } = replica;
  const from = logEndOffset(replica.log);
  const { records, highWatermark, logStartOffset } = fetched;
  const first = records[0];
  if (first !== undefined && first.offset !== from) return;
  const after = startingAt(withFetched(replica, records, highWatermark), logStartOffset);
  const to = logEndOffset(after.log);
  const { now } = turn.wire;
  setReplica(turn, to > from ? { ...after, onDisk: onDiskAfterAppend(replica, now) } : after);
  if (to > from) {
    announcePosition(turn, leader, partition);
    tell(turn, {
      type: 'recordsReplicated',
      broker: turn.broker.id,
      leader,
      partition,
      baseOffset: from,
      lastOffset: to - 1,
      recordIds: records.slice(0, to - from).map(({ id }) => id),
    });
  }
  tellHighWatermark(turn, replica, after);
}

function tellHighWatermark(turn: BrokerTurn, before: Replica, after: Replica): void {
  if (before.highWatermark === after.highWatermark) return;
  tell(turn, {
    type: 'followerHighWatermarkMoved',
    broker: turn.broker.id,
    partition: after.partition,
    from: before.highWatermark,
    to: after.highWatermark,
  });
  // Consumers that read here see no further than this (ReplicaFetcherThread, KIP-392).
  wakeFetches(turn, after.partition);
}

function cutAtDivergence(turn: BrokerTurn, replica: Replica, diverging: EpochEnd): void {
  cut(turn, replica, truncationPoint(replica, diverging), 'divergence');
}

/** Cuts a follower's log, tells what fell out, and names the new position in the next fetch. */
export function cut(
  turn: BrokerTurn,
  replica: Replica,
  to: Offset,
  because: 'divergence' | 'outOfRange' | 'noEpochs',
): void {
  const from = logEndOffset(replica.log);
  const lost = replica.log.records.filter((record) => record.offset >= to);
  setReplica(turn, truncated(replica, to));
  announcePosition(turn, replica.leader, replica.partition);
  if (lost.length === 0) return;
  tell(turn, {
    type: 'logTruncated',
    broker: turn.broker.id,
    leader: replica.leader,
    partition: replica.partition,
    from,
    to,
    ...namesOf(lost),
    epochs: [...new Set(lost.map(({ leaderEpoch }) => leaderEpoch))],
    because,
  });
  wakeFetches(turn, replica.partition);
}

function askForRange(turn: BrokerTurn, replica: Replica): void {
  const correlationId = nextCorrelationId(turn);
  const { partition, leader, leaderEpoch } = replica;
  pause(turn, leader, [partition], KAFKA.replicaSocketTimeoutMs + KAFKA.replicaFetchBackoffMs);
  send(turn, brokerNode(leader), {
    type: 'listOffsetsRequest',
    correlationId,
    partition,
    currentLeaderEpoch: leaderEpoch,
    timestamp: 'latest',
    isolationLevel: null,
  });
}

/** The follower compares the leader's range with its own, and cuts or starts anew. */
export function handleListOffsetsResponse(
  turn: BrokerTurn,
  from: NodeId,
  response: ListOffsetsResponse,
): void {
  const replica = turn.broker.replicas[response.partition];
  if (replica?.role.type !== 'follower' || brokerNode(replica.leader) !== from) return;
  // Too late: it follows anew since, or has asked again.
  if (!isPaused(turn, replica.leader, replica.partition)) return;
  if (response.error !== 'NONE') {
    pause(turn, replica.leader, [replica.partition]);
    return;
  }
  const { logStartOffset, logEndOffset: leaderEnd } = response;
  const step = afterOutOfRange(logEndOffset(replica.log), logStartOffset, leaderEnd);
  if (step.type === 'truncateTo') cut(turn, replica, step.offset, 'outOfRange');
  if (step.type === 'restartAt') setReplica(turn, restartedAt(replica, step.offset));
  follow(turn, replica.partition, replica.leader);
}

function forgetPause(turn: BrokerTurn, leader: BrokerId, partition: PartitionId): void {
  const fetcher = rowOf(turn.broker.fetchers, leader);
  const pausedUntil = { ...fetcher.pausedUntil };
  delete pausedUntil[partition];
  setFetcher(turn, { ...fetcher, pausedUntil });
}
