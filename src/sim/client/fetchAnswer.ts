import { KAFKA } from '../config';
import type { BrokerId, PartitionId } from '../ids';
import type { KafkaError } from '../kafkaError';
import type { FetchResponse, FetchedPartition } from '../message';
import { rowOf, withRow } from '../table';
import { changesToCommit } from './commits';
import { announce, leave, setFetch } from './consumerFetch';
import { changeConsumer, refresh } from './consumerTurn';
import { takeLeaderHint } from './metadata';
import { place } from './place';
import { chooseReplica, dropReplica, readReplicaErrorEffect } from './readReplica';
import type { ConsumerTurn } from './turn';
import { awaitReset, waitFor } from './waits';

/** Takes the answer to a fetch: records, an error, or the name of a nearer replica. */
export function takeFetch(turn: ConsumerTurn, broker: BrokerId, response: FetchResponse): void {
  const fetch = turn.consumer.fetches[broker];
  if (fetch?.inFlight?.correlationId !== response.correlationId) return;
  const sessionEpoch = response.error === 'NONE' ? fetch.sessionEpoch : 0;
  setFetch(turn, { ...fetch, sessionEpoch, inFlight: null, failures: 0 });
  for (const fetched of response.partitions) {
    const { partition } = fetched;
    // Its position has changed since the request, so the answer is about another place.
    if (!fetch.partitions.includes(partition) || fetch.changed.includes(partition)) continue;
    takePartition(turn, broker, fetched);
  }
}

function takePartition(turn: ConsumerTurn, broker: BrokerId, fetched: FetchedPartition): void {
  const { partition, error, preferredReadReplica } = fetched;
  if (error !== 'NONE') {
    if (!isHinted(turn, broker, fetched)) takeError(turn, partition, error);
    return;
  }
  if (preferredReadReplica !== null) {
    chooseReplica(turn, broker, partition, preferredReadReplica);
    place(turn, partition);
    return;
  }
  takeRecords(turn, broker, fetched);
}

// The answer names a newer leader, so nobody need be asked (KIP-951).
function isHinted(
  turn: ConsumerTurn,
  broker: BrokerId,
  { partition, currentLeader }: FetchedPartition,
): boolean {
  if (currentLeader === null) return false;
  const { id, metadata: before } = turn.consumer;
  const hint = { broker, partition, ...currentLeader };
  const metadata = takeLeaderHint(turn.wire, id, before, hint);
  if (metadata === before) return false;
  changeConsumer(turn, { metadata });
  place(turn, partition);
  return true;
}

// A read replica's error sends the consumer back to the leader; a leader's asks for more.
function takeError(turn: ConsumerTurn, partition: PartitionId, error: KafkaError): void {
  const effect = readReplicaErrorEffect(error);
  if (effect === 'stay') {
    // The broker is behind on metadata, and time helps.
    waitFor(turn, partition, 'time', turn.wire.now + KAFKA.retryBackoffMs);
    return;
  }
  if (turn.consumer.preferredReplicas[partition] !== undefined) {
    dropReplica(turn, partition, effect === 'goBack' ? 'outOfRange' : 'error');
    if (effect === 'goBackAndRefresh') refresh(turn);
    place(turn, partition);
    return;
  }
  if (error === 'OFFSET_OUT_OF_RANGE') {
    awaitReset(turn, partition, 'OffsetOutOfRangeException');
    return;
  }
  // Nobody is asked for it until newer metadata is there.
  leave(turn, partition);
  refresh(turn);
}

function takeRecords(
  turn: ConsumerTurn,
  broker: BrokerId,
  { partition, records }: FetchedPartition,
): void {
  const { id: consumer, positions, positionEpochs, consumed } = turn.consumer;
  const [first, last] = [records[0], records.at(-1)];
  if (first === undefined || last === undefined) return;
  if (first.offset !== rowOf(positions, partition)) return;
  changeConsumer(turn, {
    positions: withRow(positions, partition, last.offset + 1),
    positionEpochs: withRow(positionEpochs, partition, last.leaderEpoch),
    consumed: consumed + records.length,
  });
  changesToCommit(turn);
  announce(turn, broker, partition);
  turn.wire.events.push({
    type: 'recordsConsumed',
    consumer,
    broker,
    partition,
    baseOffset: first.offset,
    lastOffset: last.offset,
    recordIds: records.map(({ id }) => id),
  });
}
