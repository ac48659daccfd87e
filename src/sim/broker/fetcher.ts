import { KAFKA } from '../config';
import { brokerIdsIn, brokerNode, partitionIdsIn } from '../ids';
import type { BrokerId, PartitionId, Table, Tick } from '../ids';
import type { FetchPartition } from '../message';
import { rowOf, withRow, withoutRow } from '../table';
import { lastFetchedEpochOf } from './validateFetch';
import { logEndOffset } from './log';
import type { Fetcher } from './state';
import { changeBroker, nextCorrelationId, replicaOf, send } from './turn';
import type { BrokerTurn } from './turn';

/** Starts to copy a partition from a leader, at the own log end. */
export function follow(turn: BrokerTurn, partition: PartitionId, leader: BrokerId): void {
  for (const other of brokerIdsIn(turn.broker.fetchers)) {
    if (other !== leader) leave(turn, partition, other);
  }
  const fetcher = turn.broker.fetchers[leader] ?? newFetcher(leader);
  setFetcher(turn, {
    ...fetcher,
    partitions: withItem(fetcher.partitions, partition),
    changed: withItem(fetcher.changed, partition),
    forgotten: without(fetcher.forgotten, partition),
    pausedUntil: withoutRow(fetcher.pausedUntil, partition),
  });
}

/** Stops to copy a partition from anybody. */
export function unfollow(turn: BrokerTurn, partition: PartitionId): void {
  for (const leader of brokerIdsIn(turn.broker.fetchers)) leave(turn, partition, leader);
}

/** The position of a partition has changed, so the next fetch names it. */
export function announcePosition(turn: BrokerTurn, leader: BrokerId, partition: PartitionId): void {
  const fetcher = turn.broker.fetchers[leader];
  if (fetcher === undefined || fetcher.changed.includes(partition)) return;
  setFetcher(turn, { ...fetcher, changed: withItem(fetcher.changed, partition) });
}

/** After an error a partition waits `replica.fetch.backoff.ms` (AbstractFetcherThread). */
export function pause(
  turn: BrokerTurn,
  leader: BrokerId,
  partitions: readonly PartitionId[],
  forMs: number = KAFKA.replicaFetchBackoffMs,
): void {
  const fetcher = turn.broker.fetchers[leader];
  if (fetcher === undefined) return;
  const until = turn.wire.now + forMs;
  let { pausedUntil, forgotten } = fetcher;
  for (const partition of partitions) {
    pausedUntil = withRow(pausedUntil, partition, until);
    forgotten = withItem(forgotten, partition);
  }
  setFetcher(turn, {
    ...fetcher,
    partitions: fetcher.partitions.filter((id) => !partitions.includes(id)),
    changed: fetcher.changed.filter((id) => !partitions.includes(id)),
    forgotten,
    pausedUntil,
  });
}

/** Whether a partition pauses: after an error, or until it is told where the log ends. */
export function isPaused(
  { broker }: BrokerTurn,
  leader: BrokerId,
  partition: PartitionId,
): boolean {
  return broker.fetchers[leader]?.pausedUntil[partition] !== undefined;
}

/** Nobody will tell where the leader's log begins and ends: who waits for it goes on soon. */
export function endWaitForRange(turn: BrokerTurn, leader: BrokerId): void {
  const pausedUntil = turn.broker.fetchers[leader]?.pausedUntil ?? {};
  const soon = turn.wire.now + KAFKA.replicaFetchBackoffMs;
  const waiting = partitionIdsIn(pausedUntil).filter((id) => (pausedUntil[id] ?? 0) > soon);
  pause(turn, leader, waiting);
}

/** The connection broke: everything pauses, and the next request opens a new session. */
export function breakSession(turn: BrokerTurn, leader: BrokerId): void {
  const fetcher = turn.broker.fetchers[leader];
  if (fetcher === undefined) return;
  pause(turn, leader, fetcher.partitions);
  const paused = rowOf(turn.broker.fetchers, leader);
  const failures = fetcher.failures + 1;
  setFetcher(turn, { ...paused, forgotten: [], sessionEpoch: 0, inFlight: null, failures });
}

/** Each fetcher without a request under way sends its next one: followers pull, all the time. */
export function sendFetches(turn: BrokerTurn): void {
  for (const leader of brokerIdsIn(turn.broker.fetchers)) {
    endWriting(turn, leader);
    resume(turn, leader);
    const fetcher = rowOf(turn.broker.fetchers, leader);
    const isIdle = fetcher.inFlight === null && fetcher.busyUntil === null;
    if (isIdle && fetcher.partitions.length > 0) sendFetch(turn, fetcher);
  }
}

function sendFetch(turn: BrokerTurn, fetcher: Fetcher): void {
  const correlationId = nextCorrelationId(turn);
  const isNew = fetcher.sessionEpoch === 0;
  const named = isNew ? fetcher.partitions : fetcher.changed;
  const partitions = named.map((partition) => positionIn(turn, partition));
  setFetcher(turn, {
    ...fetcher,
    changed: [],
    forgotten: [],
    sessionEpoch: fetcher.sessionEpoch + 1,
    inFlight: { correlationId, sentAt: turn.wire.now },
  });
  const isRoutine = partitions.length === 0 || fetcher.failures > 0;
  send(
    turn,
    brokerNode(fetcher.leader),
    {
      type: 'fetchRequest',
      correlationId,
      replica: turn.broker.id,
      brokerEpoch: turn.broker.brokerEpoch,
      maxWaitMs: KAFKA.replicaFetchWaitMaxMs,
      clientRack: null,
      isolationLevel: 'read_uncommitted',
      sessionEpoch: fetcher.sessionEpoch,
      partitions,
      forgotten: isNew ? [] : fetcher.forgotten,
      session: fetcher.partitions,
    },
    isRoutine,
  );
}

function positionIn(turn: BrokerTurn, partition: PartitionId): FetchPartition {
  const { log, leaderEpoch, leaderEpochs } = replicaOf(turn, partition);
  return {
    partition,
    fetchOffset: logEndOffset(log),
    currentLeaderEpoch: leaderEpoch,
    lastFetchedEpoch: lastFetchedEpochOf(leaderEpochs),
    logStartOffset: log.startOffset,
  };
}

function endWriting(turn: BrokerTurn, leader: BrokerId): void {
  const fetcher = rowOf(turn.broker.fetchers, leader);
  const { busyUntil } = fetcher;
  if (busyUntil === null || busyUntil > turn.wire.now) return;
  setFetcher(turn, { ...fetcher, busyUntil: null });
}

function resume(turn: BrokerTurn, leader: BrokerId): void {
  const fetcher = rowOf(turn.broker.fetchers, leader);
  const over = pausedPartitions(fetcher.pausedUntil).filter(
    (id) => (fetcher.pausedUntil[id] ?? 0) <= turn.wire.now,
  );
  if (over.length === 0) return;
  let { partitions, changed, forgotten, pausedUntil } = fetcher;
  for (const partition of over) {
    partitions = withItem(partitions, partition);
    changed = withItem(changed, partition);
    forgotten = without(forgotten, partition);
    pausedUntil = withoutRow(pausedUntil, partition);
  }
  setFetcher(turn, { ...fetcher, partitions, changed, forgotten, pausedUntil });
}

function leave(turn: BrokerTurn, partition: PartitionId, leader: BrokerId): void {
  const fetcher = rowOf(turn.broker.fetchers, leader);
  const pausedUntil = withoutRow(fetcher.pausedUntil, partition);
  const isFetched = fetcher.partitions.includes(partition);
  const isPaused = fetcher.pausedUntil[partition] !== undefined;
  if (!isFetched && !isPaused) return;
  const partitions = without(fetcher.partitions, partition);
  const changed = without(fetcher.changed, partition);
  const forgotten = withItem(fetcher.forgotten, partition);
  if (partitions.length === 0 && pausedPartitions(pausedUntil).length === 0) {
    const fetchers = { ...turn.broker.fetchers };
    delete fetchers[leader];
    changeBroker(turn, { fetchers });
    return;
  }
  setFetcher(turn, { ...fetcher, partitions, changed, forgotten, pausedUntil });
}

function newFetcher(leader: BrokerId): Fetcher {
  const nothing = { partitions: [], changed: [], forgotten: [], pausedUntil: {} };
  return { leader, ...nothing, sessionEpoch: 0, inFlight: null, busyUntil: null, failures: 0 };
}

/** Replaces the fetcher of a leader. */
export function setFetcher(turn: BrokerTurn, fetcher: Fetcher): void {
  changeBroker(turn, { fetchers: withRow(turn.broker.fetchers, fetcher.leader, fetcher) });
}

function pausedPartitions(table: Table<PartitionId, Tick>): readonly PartitionId[] {
  return partitionIdsIn(table);
}

function withItem(list: readonly PartitionId[], item: PartitionId): readonly PartitionId[] {
  return list.includes(item) ? list : [...list, item];
}

function without(list: readonly PartitionId[], item: PartitionId): readonly PartitionId[] {
  return list.includes(item) ? list.filter((one) => one !== item) : list;
}
