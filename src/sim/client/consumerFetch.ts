import { KAFKA } from '../config';
import { UNKNOWN, brokerIdsIn, brokerNode } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import { rowOf, withRow, withoutRow } from '../table';
import { changeConsumer, takeCorrelationId } from './consumerTurn';
import type { ConsumerFetch } from './state';
import type { ConsumerTurn } from './turn';

/** Fetches a partition from one broker, and from no other. */
export function fetchFrom(turn: ConsumerTurn, broker: BrokerId, partition: PartitionId): void {
  for (const other of brokerIdsIn(turn.consumer.fetches)) {
    if (other !== broker) drop(turn, other, partition);
  }
  const fetch = turn.consumer.fetches[broker] ?? newFetch(broker);
  if (fetch.partitions.includes(partition)) return;
  const forgotten = fetch.forgotten.filter((id) => id !== partition);
  setFetch(turn, { ...fetch, partitions: [...fetch.partitions, partition], forgotten });
  announce(turn, broker, partition);
}

/** Fetches a partition from nobody. */
export function leave(turn: ConsumerTurn, partition: PartitionId): void {
  for (const broker of brokerIdsIn(turn.consumer.fetches)) drop(turn, broker, partition);
}

/** The position of a partition has changed, so the next fetch names it. */
export function announce(turn: ConsumerTurn, broker: BrokerId, partition: PartitionId): void {
  const fetch = rowOf(turn.consumer.fetches, broker);
  if (fetch.changed.includes(partition)) return;
  setFetch(turn, { ...fetch, changed: [...fetch.changed, partition] });
}

/** The next request to each broker that none is under way to (AbstractFetch). */
export function sendFetches(turn: ConsumerTurn): void {
  for (const broker of brokerIdsIn(turn.consumer.fetches)) {
    const fetch = rowOf(turn.consumer.fetches, broker);
    const isPaused = fetch.pausedUntil !== null && fetch.pausedUntil > turn.wire.now;
    if (fetch.inFlight !== null || isPaused || fetch.partitions.length === 0) continue;
    sendFetch(turn, fetch);
  }
}

/**
 * The connection broke. The broker is tried again after a growing pause (`reconnect.backoff.ms` 50,
 * at most 1 s), in a new session.
 */
export function breakSession(turn: ConsumerTurn, broker: BrokerId): void {
  const fetch = rowOf(turn.consumer.fetches, broker);
  const pauseMs = Math.min(KAFKA.retryBackoffMaxMs, 50 << Math.min(fetch.failures, 5));
  setFetch(turn, {
    ...fetch,
    sessionEpoch: 0,
    inFlight: null,
    failures: fetch.failures + 1,
    pausedUntil: turn.wire.now + pauseMs,
  });
}

/** Replaces the conversation with a broker. */
export function setFetch(turn: ConsumerTurn, fetch: ConsumerFetch): void {
  changeConsumer(turn, { fetches: withRow(turn.consumer.fetches, fetch.broker, fetch) });
}

function sendFetch(turn: ConsumerTurn, fetch: ConsumerFetch): void {
  const correlationId = takeCorrelationId(turn);
  const { id, rack, isolationLevel, positions, positionLeaderEpochs } = turn.consumer;
  const isNew = fetch.sessionEpoch === 0;
  const named = isNew ? fetch.partitions : fetch.changed;
  const expiresAt = turn.wire.now + KAFKA.requestTimeoutMs;
  setFetch(turn, {
    ...fetch,
    changed: [],
    forgotten: [],
    sessionEpoch: fetch.sessionEpoch + 1,
    inFlight: { correlationId, expiresAt },
    pausedUntil: null,
  });
  turn.wire.outbox.push({
    from: id,
    to: brokerNode(fetch.broker),
    background: true,
    message: {
      type: 'fetchRequest',
      correlationId,
      replica: UNKNOWN,
      brokerEpoch: UNKNOWN,
      maxWaitMs: KAFKA.consumerFetchWaitMaxMs,
      clientRack: rack,
      isolationLevel,
      sessionEpoch: fetch.sessionEpoch,
      partitions: named.map((partition) => ({
        partition,
        fetchOffset: rowOf(positions, partition),
        currentLeaderEpoch: positionLeaderEpochs[partition] ?? UNKNOWN,
        lastFetchedEpoch: UNKNOWN,
        logStartOffset: UNKNOWN,
      })),
      forgotten: isNew ? [] : fetch.forgotten,
      session: fetch.partitions,
    },
  });
}

function drop(turn: ConsumerTurn, broker: BrokerId, partition: PartitionId): void {
  const fetch = rowOf(turn.consumer.fetches, broker);
  if (!fetch.partitions.includes(partition)) return;
  const partitions = fetch.partitions.filter((id) => id !== partition);
  // A broker that does not answer is remembered, for it is not to be tried again too soon.
  if (partitions.length === 0 && fetch.failures === 0) {
    changeConsumer(turn, { fetches: withoutRow(turn.consumer.fetches, broker) });
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
