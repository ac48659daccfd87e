import { brokerIdsIn, brokerOf } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import type { ConnectionClosed, Flight, MetadataResponse } from '../message';
import { rowOf } from '../table';
import { commitOffsets } from './commits';
import { breakSession } from './consumerFetch';
import { changeConsumer, refresh, takeCorrelationId } from './consumerTurn';
import { takeFetch } from './fetchAnswer';
import { askMetadata, failMetadata, isMetadataDue, knownLeader, leaveBroker } from './metadata';
import { takeMetadata } from './metadata';
import { fetchOn, place, placeAll, subscribedPartitions } from './place';
import { askForPositions, losePositionAnswer, takeEpochEnd, takeOffsets } from './positions';
import { dropReplica } from './readReplica';
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
      takeOffsets(turn, message);
      break;
    case 'offsetsForLeaderEpochResponse':
      takeEpochEnd(turn, message);
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
  askForPositions(turn);
  fetchOn(turn);
}

/** What a consumer does by the clock. */
export function runConsumerTimers(turn: ConsumerTurn): void {
  const { now } = turn.wire;
  const { metadata, id, commitDueAt } = turn.consumer;
  if (metadata.inFlight !== null && metadata.inFlight.expiresAt <= now) {
    changeConsumer(turn, { metadata: failMetadata(turn.wire, id, metadata) });
  }
  for (const broker of brokerIdsIn(turn.consumer.fetches)) {
    const { inFlight } = rowOf(turn.consumer.fetches, broker);
    if (inFlight !== null && inFlight.expiresAt <= now) breakConnection(turn, broker);
  }
  if (commitDueAt !== null && commitDueAt <= now) commitOffsets(turn);
  askForPositions(turn);
  fetchOn(turn);
  if (isMetadataDue(turn.consumer.metadata, now)) askForLeaders(turn);
}

function askForLeaders(turn: ConsumerTurn): void {
  const correlationId = takeCorrelationId(turn);
  const { id, metadata } = turn.consumer;
  changeConsumer(turn, { metadata: askMetadata(turn.wire, id, metadata, correlationId, true) });
}

function takeAnswer(turn: ConsumerTurn, response: MetadataResponse): void {
  const { id } = turn.consumer;
  const metadata = takeMetadata(turn.wire, id, turn.consumer.metadata, response);
  changeConsumer(turn, { metadata });
  placeAll(turn);
  // LEADER_NOT_AVAILABLE: as long as a partition has no leader, it goes on asking.
  const isLed = (partition: PartitionId): boolean => knownLeader(metadata, partition) !== null;
  if (!subscribedPartitions(turn.consumer).every(isLed)) refresh(turn);
}

function loseConnection(turn: ConsumerTurn, broker: BrokerId, closed: ConnectionClosed): void {
  const { id, metadata, fetches } = turn.consumer;
  const { correlationId } = closed;
  if (metadata.inFlight?.correlationId === correlationId) {
    changeConsumer(turn, { metadata: failMetadata(turn.wire, id, metadata) });
  } else if (fetches[broker]?.inFlight?.correlationId === correlationId) {
    breakConnection(turn, broker);
  } else losePositionAnswer(turn, correlationId);
}

// What was read at a nearer replica is read at the leader again (AbstractFetch.handleFetchFailure).
function breakConnection(turn: ConsumerTurn, broker: BrokerId): void {
  breakSession(turn, broker);
  const { id, metadata } = turn.consumer;
  changeConsumer(turn, { metadata: leaveBroker(turn.wire, id, metadata, broker) });
  for (const partition of rowOf(turn.consumer.fetches, broker).partitions) {
    if (turn.consumer.preferredReplicas[partition] === undefined) continue;
    dropReplica(turn, partition, 'disconnected');
    place(turn, partition);
  }
  refresh(turn);
}
