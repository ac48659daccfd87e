import { brokerOf, partitionIdsIn } from '../ids';
import type { ConnectionClosed, Flight } from '../message';
import type { NodeId } from '../ids';
import { KAFKA } from '../config';
import { failProposals, handleAlterPartitionResponse, sendProposals } from './alterPartition';
import { expireProduces } from './delayedProduce';
import { endWaitForRange, sendFetches } from './fetcher';
import { maybeShrinkInSync } from './followers';
import { handleFetch } from './handleFetch';
import { checkpoint, fetchMetadata, handleHeartbeatResponse, handleMetadata } from './lifecycle';
import { handleRegistrationResponse, heartbeat, register } from './lifecycle';
import { handleListOffsets } from './listOffsets';
import { answerMetadata } from './metadata';
import { handleOffsetsForLeaderEpoch } from './offsetsForLeaderEpoch';
import { handleProduce } from './produce';
import { expireFetchRequests, handleFetchFailure, handleFetchResponse } from './replicate';
import { handleListOffsetsResponse } from './replicate';
import { dropParkedFetch, expireFetches } from './sessions';
import { giveUpTelling } from './shutdown';
import { stop } from './stop';
import { changeBroker } from './turn';
import type { BrokerTurn } from './turn';

/** What arrives at a running broker. Anything that is not for it is a fault in the sender. */
export function deliverToBroker(turn: BrokerTurn, { from, message, background }: Flight): void {
  switch (message.type) {
    case 'produceRequest':
      return handleProduce(turn, message);
    case 'fetchRequest':
      return handleFetch(turn, from, message);
    case 'fetchResponse':
      return handleFetchResponse(turn, from, message);
    case 'listOffsetsRequest':
      return handleListOffsets(turn, from, message);
    case 'listOffsetsResponse':
      return handleListOffsetsResponse(turn, from, message);
    case 'offsetsForLeaderEpochRequest':
      return handleOffsetsForLeaderEpoch(turn, from, message);
    case 'metadataRequest':
      return answerMetadata(turn, from, message, background);
    case 'metadataFetchResponse':
      return handleMetadata(turn, message);
    case 'alterPartitionResponse':
      return handleAlterPartitionResponse(turn, message);
    case 'brokerRegistrationResponse':
      return handleRegistrationResponse(turn, message);
    case 'brokerHeartbeatResponse':
      return handleHeartbeatResponse(turn, message);
    case 'connectionClosed':
      return handleConnectionClosed(turn, from, message);
    case 'offsetsForLeaderEpochResponse':
    case 'produceResponse':
    case 'metadataResponse':
    case 'metadataFetchRequest':
    case 'alterPartitionRequest':
    case 'brokerRegistrationRequest':
    case 'brokerHeartbeatRequest':
      throw new Error(`A broker does not understand ${message.type}.`);
    default:
      return message satisfies never;
  }
}

/** What a broker does by the clock. */
export function runTimers(turn: BrokerTurn): void {
  const { now } = turn.wire;
  if (turn.broker.lifecycle === 'NOT_RUNNING' || turn.broker.pausedUntil !== null) return;
  const isDue = (at: number | null): boolean => at !== null && at <= now;
  if (isDue(turn.broker.shutdown?.endsAt ?? null)) return stop(turn, 'timeout');
  if (isDue(turn.broker.directoryFailureDueAt)) giveUpTelling(turn);
  if (isDue(turn.broker.registrationDueAt)) register(turn);
  if (isDue(turn.broker.heartbeatDueAt)) heartbeat(turn);
  if (isDue(turn.broker.metadataFetchDueAt)) fetchMetadata(turn);
  expireProduces(turn);
  expireFetches(turn);
  expireFetchRequests(turn);
  if (isDue(turn.broker.alterPartition.inFlight?.expiresAt ?? null)) failProposals(turn);
  if (isDue(turn.broker.alterPartition.retryAt)) sendProposals(turn);
  if (isDue(turn.broker.inSyncCheckDueAt)) checkInSync(turn);
  if (isDue(turn.broker.checkpointDueAt)) checkpoint(turn);
  sendFetches(turn);
}

function checkInSync(turn: BrokerTurn): void {
  changeBroker(turn, { inSyncCheckDueAt: turn.wire.now + KAFKA.replicaLagTimeMaxMs / 2 });
  for (const partition of partitionIdsIn(turn.broker.replicas)) maybeShrinkInSync(turn, partition);
}

function handleConnectionClosed(turn: BrokerTurn, from: NodeId, closed: ConnectionClosed): void {
  if (closed.closedBy === 'client') {
    dropParkedFetch(turn, from);
    return;
  }
  const leader = brokerOf(from);
  if (leader === null) return;
  if (closed.request === 'listOffsetsRequest') endWaitForRange(turn, leader);
  if (closed.request !== 'fetchRequest') return;
  const fetcher = turn.broker.fetchers[leader];
  if (fetcher?.inFlight?.correlationId !== closed.correlationId) return;
  handleFetchFailure(turn, leader, 'NETWORK_EXCEPTION');
}
