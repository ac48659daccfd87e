import { KAFKA } from '../config';
import { brokerIdsIn, brokerNode, brokerOf, partitionIdsIn } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import type { ConnectionClosed, FetchResponse, FetchedPartition, Flight } from '../message';
import type { ListOffsetsResponse, MetadataResponse } from '../message';
import { rowOf, withRow } from '../table';
import { askMetadata, failMetadata, isMetadataDue, knownLeader } from './metadata';
import { staleMetadata, takeMetadata } from './metadata';
import type { ConsumerFetch } from './state';
import type { ConsumerTurn } from './turn';

/** What arrives at a consumer. Anything that is not for it is a fault in the sender. */
export function deliverToConsumer(turn: ConsumerTurn, { from, message }: Flight): void {
  const broker = brokerOf(from);
  if (broker === null) return;
  switch (message.type) {
    case 'fetchResponse':
      takeFetch(turn, broker, message);
      break;
    case 'listOffsetsResponse':
      resetPosition(turn, message);
      break;
    case 'metadataResponse':
      takeAnswer(turn, message);
      break;
    case 'connectionClosed':
      loseConnection(turn, broker, message);
      break;
    default:
      throw new Error(`A consumer does not understand ${message.type}.`);
  }
  sendFetches(turn);
}

/** What a consumer does by the clock. */
export function runConsumerTimers(turn: ConsumerTurn): void {
  const { now } = turn.wire;
  const { metadata, id } = turn.consumer;
  if (metadata.inFlight !== null && metadata.inFlight.expiresAt <= now) {
    changeConsumer(turn, { metadata: failMetadata(turn.wire, id, metadata) });
  }
  for (const broker of brokerIdsIn(turn.consumer.fetches)) {
    const { inFlight } = rowOf(turn.consumer.fetches, broker);
    if (inFlight !== null && inFlight.expiresAt <= now) breakConnection(turn, broker);
  }
  sendFetches(turn);
  if (isMetadataDue(turn.consumer.metadata, now)) askForLeaders(turn);
}

function askForLeaders(turn: ConsumerTurn): void {
  const correlationId = takeCorrelationId(turn);
  const { id, metadata } = turn.consumer;
  changeConsumer(turn, { metadata: askMetadata(turn.wire, id, metadata, correlationId, true) });
}

function takeAnswer(turn: ConsumerTurn, response: MetadataResponse): void {
  const { id, positions } = turn.consumer;
  const metadata = takeMetadata(turn.wire, id, turn.consumer.metadata, response);
  changeConsumer(turn, { metadata });
  regroup(turn);
  // LEADER_NOT_AVAILABLE: as long as a partition has no leader, it goes on asking.
  const isLed = (partition: PartitionId): boolean => knownLeader(metadata, partition) !== null;
  if (!partitionIdsIn(positions).every(isLed)) refresh(turn);
}

// One conversation with each leader, over the partitions that it leads.
function regroup(turn: ConsumerTurn): void {
  const { metadata, positions } = turn.consumer;
  for (const partition of partitionIdsIn(positions)) {
    const leader = knownLeader(metadata, partition);
    for (const broker of brokerIdsIn(turn.consumer.fetches)) {
      if (broker !== leader?.leader) drop(turn, broker, partition);
    }
    if (leader !== null) join(turn, leader.leader, partition);
  }
}

function sendFetches(turn: ConsumerTurn): void {
  for (const broker of brokerIdsIn(turn.consumer.fetches)) {
    const fetch = rowOf(turn.consumer.fetches, broker);
    const isPaused = fetch.pausedUntil !== null && fetch.pausedUntil > turn.wire.now;
    if (fetch.inFlight !== null || isPaused || fetch.partitions.length === 0) continue;
    sendFetch(turn, fetch);
  }
}

function sendFetch(turn: ConsumerTurn, fetch: ConsumerFetch): void {
  const correlationId = takeCorrelationId(turn);
  const { id, positions, metadata } = turn.consumer;
  const isNew = fetch.sessionEpoch === 0;
  const named = isNew ? fetch.partitions : fetch.changed;
  const expiresAt = turn.wire.now + KAFKA.requestTimeoutMs;
  setFetch(turn, {
    ...fetch,
    changed: [],
    forgotten: [],
    sessionEpoch: fetch.sessionEpoch + 1,
    inFlight: {
      correlationId,
      expiresAt,
    },
    pausedUntil: null,
  });
  turn.wire.outbox.push({
    from: id,
    to: brokerNode(fetch.broker),
    background: true,
    message: {
      type: 'fetchRequest',
      correlationId,
      replica: -1,
      brokerEpoch: -1,
      maxWaitMs: KAFKA.consumerFetchWaitMaxMs,
      sessionEpoch: fetch.sessionEpoch,
      partitions: named.map((partition) => ({
        partition,
        fetchOffset: rowOf(positions, partition),
        currentLeaderEpoch: metadata.leaders[partition]?.leaderEpoch ?? -1,
        lastFetchedEpoch: -1,
        logStartOffset: -1,
      })),
      forgotten: isNew ? [] : fetch.forgotten,
      session: fetch.partitions,
    },
  });
}

function takeFetch(turn: ConsumerTurn, broker: BrokerId, response: FetchResponse): void {
  const fetch = turn.consumer.fetches[broker];
  if (fetch?.inFlight?.correlationId !== response.correlationId) return;
  const sessionEpoch = response.error === 'NONE' ? fetch.sessionEpoch : 0;
  setFetch(turn, { ...fetch, sessionEpoch, inFlight: null, failures: 0 });
  for (const fetched of response.partitions) {
    if (fetch.partitions.includes(fetched.partition)) takePartition(turn, broker, fetched);
  }
}

function takePartition(turn: ConsumerTurn, broker: BrokerId, fetched: FetchedPartition): void {
  const { partition, error, records } = fetched;
  if (error === 'OFFSET_OUT_OF_RANGE') {
    askForEnd(turn, broker, partition);
    return;
  }
  if (error !== 'NONE') {
    drop(turn, broker, partition);
    refresh(turn);
    return;
  }
  const position = rowOf(turn.consumer.positions, partition);
  const fresh = records.filter((record) => record.offset >= position);
  const last = fresh.at(-1);
  if (last === undefined) return;
  changeConsumer(turn, {
    positions: withRow(turn.consumer.positions, partition, last.offset + 1),
    consumed: turn.consumer.consumed + fresh.length,
  });
  announce(turn, broker, partition);
  turn.wire.events.push({
    type: 'recordsConsumed',
    consumer: turn.consumer.id,
    broker,
    partition,
    baseOffset: fresh[0]?.offset ?? position,
    lastOffset: last.offset,
    recordIds: fresh.map(({ id }) => id),
  });
}

function askForEnd(turn: ConsumerTurn, broker: BrokerId, partition: PartitionId): void {
  drop(turn, broker, partition);
  const correlationId = takeCorrelationId(turn);
  const currentLeaderEpoch = turn.consumer.metadata.leaders[partition]?.leaderEpoch ?? -1;
  turn.wire.outbox.push({
    from: turn.consumer.id,
    to: brokerNode(broker),
    background: false,
    message: {
      type: 'listOffsetsRequest',
      correlationId,
      partition,
      currentLeaderEpoch,
    },
  });
}

// `auto.offset.reset` = latest: it goes on at the end that a client may see, the high watermark.
function resetPosition(turn: ConsumerTurn, response: ListOffsetsResponse): void {
  const { partition, error, logEndOffset: to } = response;
  const from = rowOf(turn.consumer.positions, partition);
  if (error === 'NONE' && to !== from) {
    changeConsumer(turn, { positions: withRow(turn.consumer.positions, partition, to) });
    const consumer = turn.consumer.id;
    turn.wire.events.push({ type: 'positionReset', consumer, partition, from, to });
  }
  if (error === 'NONE') regroup(turn);
  else refresh(turn);
}

function loseConnection(turn: ConsumerTurn, broker: BrokerId, closed: ConnectionClosed): void {
  const { id, metadata, fetches } = turn.consumer;
  if (metadata.inFlight?.correlationId === closed.correlationId) {
    changeConsumer(turn, { metadata: failMetadata(turn.wire, id, metadata) });
  } else if (fetches[broker]?.inFlight?.correlationId === closed.correlationId) {
    breakConnection(turn, broker);
  } else if (closed.request === 'listOffsetsRequest') refresh(turn);
}

// It tries the broker again after a growing pause (`reconnect.backoff.ms` 50, at most 1 s).
function breakConnection(turn: ConsumerTurn, broker: BrokerId): void {
  const fetch = rowOf(turn.consumer.fetches, broker);
  const pauseMs = Math.min(KAFKA.retryBackoffMaxMs, 50 << Math.min(fetch.failures, 5));
  setFetch(turn, {
    ...fetch,
    sessionEpoch: 0,
    inFlight: null,
    failures: fetch.failures + 1,
    pausedUntil: turn.wire.now + pauseMs,
  });
  refresh(turn);
}

function refresh(turn: ConsumerTurn): void {
  const { id, metadata } = turn.consumer;
  changeConsumer(turn, { metadata: staleMetadata(turn.wire, id, metadata) });
}

function join(turn: ConsumerTurn, broker: BrokerId, partition: PartitionId): void {
  const fetch = turn.consumer.fetches[broker] ?? newFetch(broker);
  const isNew = !fetch.partitions.includes(partition);
  const partitions = isNew ? [...fetch.partitions, partition] : fetch.partitions;
  const forgotten = fetch.forgotten.filter((id) => id !== partition);
  setFetch(turn, { ...fetch, partitions, forgotten });
  announce(turn, broker, partition);
}

function announce(turn: ConsumerTurn, broker: BrokerId, partition: PartitionId): void {
  const fetch = rowOf(turn.consumer.fetches, broker);
  if (fetch.changed.includes(partition)) return;
  setFetch(turn, { ...fetch, changed: [...fetch.changed, partition] });
}

function drop(turn: ConsumerTurn, broker: BrokerId, partition: PartitionId): void {
  const fetch = rowOf(turn.consumer.fetches, broker);
  if (!fetch.partitions.includes(partition)) return;
  const partitions = fetch.partitions.filter((id) => id !== partition);
  if (partitions.length === 0) {
    const fetches = { ...turn.consumer.fetches };
    delete fetches[broker];
    changeConsumer(turn, { fetches });
    return;
  }
  const changed = fetch.changed.filter((id) => id !== partition);
  const forgotten = [...fetch.forgotten, partition];
  setFetch(turn, { ...fetch, partitions, changed, forgotten });
}

function newFetch(broker: BrokerId): ConsumerFetch {
  const nothing = { partitions: [], changed: [], forgotten: [] };
  return { broker, ...nothing, sessionEpoch: 0, inFlight: null, failures: 0, pausedUntil: null };
}

function setFetch(turn: ConsumerTurn, fetch: ConsumerFetch): void {
  changeConsumer(turn, { fetches: withRow(turn.consumer.fetches, fetch.broker, fetch) });
}

function changeConsumer(turn: ConsumerTurn, fields: Partial<ConsumerTurn['consumer']>): void {
  turn.consumer = { ...turn.consumer, ...fields };
}

function takeCorrelationId(turn: ConsumerTurn): number {
  const correlationId = turn.consumer.correlationId + 1;
  changeConsumer(turn, { correlationId });
  return correlationId;
}
