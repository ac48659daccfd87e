import { KAFKA } from '../config';
import { brokerNode, brokerIdsIn } from '../ids';
import type { BrokerId } from '../ids';
import type { BrokerHeartbeatRequest } from '../message';
import { fence, unfence } from './brokers';
import { nextStaleCheckAt, touch } from './sessions';
import { announce, answer, changeController } from './turn';
import type { ControllerTurn } from './turn';

/** Controller-side state of a broker (BrokerControlState). */
export type BrokerControlState = 'FENCED' | 'UNFENCED' | 'CONTROLLED_SHUTDOWN' | 'SHUTDOWN_NOW';

/** What the next state depends on. */
export interface HeartbeatCase {
  readonly state: BrokerControlState;
  readonly wantShutDown: boolean;
  readonly wantFence: boolean;
  readonly currentMetadataOffset: number;
  /** Offset of the broker's own registration record. */
  readonly registrationOffset: number;
  readonly hasLeaderships: boolean;
  readonly controlledShutdownOffset: number;
  /** The least metadata offset over all active brokers. */
  readonly lowestActiveOffset: number;
}

/** The state after a heartbeat (BrokerHeartbeatManager.calculateNextBrokerState). */
export function nextBrokerState(heartbeat: HeartbeatCase): BrokerControlState {
  const { state, wantShutDown, wantFence } = heartbeat;
  if (state === 'SHUTDOWN_NOW') return 'SHUTDOWN_NOW';
  if (state === 'FENCED') {
    if (wantShutDown) return 'SHUTDOWN_NOW';
    const hasCaughtUp = heartbeat.currentMetadataOffset >= heartbeat.registrationOffset;
    return !wantFence && hasCaughtUp ? 'UNFENCED' : 'FENCED';
  }
  if (state === 'CONTROLLED_SHUTDOWN') {
    const isSeenByAll = heartbeat.controlledShutdownOffset <= heartbeat.lowestActiveOffset;
    return !heartbeat.hasLeaderships && isSeenByAll ? 'SHUTDOWN_NOW' : 'CONTROLLED_SHUTDOWN';
  }
  if (wantFence) return wantShutDown ? 'SHUTDOWN_NOW' : 'FENCED';
  if (!wantShutDown) return 'UNFENCED';
  return heartbeat.hasLeaderships ? 'CONTROLLED_SHUTDOWN' : 'SHUTDOWN_NOW';
}

/** Answers a heartbeat: keeps the session, and unfences a broker that is ready. */
export function handleHeartbeat(turn: ControllerTurn, request: BrokerHeartbeatRequest): void {
  const { broker } = request;
  const registration = turn.controller.image.brokers[broker];
  if (registration === undefined || registration.brokerEpoch !== request.brokerEpoch) {
    const error = registration === undefined ? 'BROKER_ID_NOT_REGISTERED' : 'STALE_BROKER_EPOCH';
    answerHeartbeat(turn, broker, error, true);
    return;
  }
  touch(turn, broker);
  const state: BrokerControlState = registration.fenced ? 'FENCED' : 'UNFENCED';
  const next = nextBrokerState({
    state,
    wantShutDown: request.wantShutDown,
    wantFence: request.wantFence,
    currentMetadataOffset: request.currentMetadataOffset,
    registrationOffset: registration.brokerEpoch,
    hasLeaderships: false,
    controlledShutdownOffset: 0,
    lowestActiveOffset: 0,
  });
  if (state === 'FENCED' && next === 'UNFENCED') unfence(turn, broker);
  answerHeartbeat(turn, broker, 'NONE', next === 'FENCED', next === state);
}

function answerHeartbeat(
  turn: ControllerTurn,
  broker: BrokerId,
  error: 'NONE' | 'BROKER_ID_NOT_REGISTERED' | 'STALE_BROKER_EPOCH',
  isFenced: boolean,
  routine = false,
): void {
  const shouldShutDown = false;
  const message = { type: 'brokerHeartbeatResponse' as const, error, isFenced, shouldShutDown };
  answer(turn, brokerNode(broker), message, routine);
}

/** Fences the broker that was silent longest, one a run (maybeFenceOneStaleBroker). */
export function fenceOneStaleBroker(turn: ControllerTurn): void {
  const { lastContactAt } = turn.controller;
  const { now } = turn.wire;
  const stale = brokerIdsIn(lastContactAt)
    .filter((id) => now - (lastContactAt[id] ?? now) > KAFKA.brokerSessionTimeoutMs)
    .toSorted((one, other) => (lastContactAt[one] ?? 0) - (lastContactAt[other] ?? 0))[0];
  if (stale === undefined) {
    changeController(turn, { staleCheckDueAt: nextStaleCheckAt(lastContactAt, now) });
    return;
  }
  const rest = { ...lastContactAt };
  delete rest[stale];
  const at = lastContactAt[stale] ?? now;
  const recheckAt = now + KAFKA.staleBrokerRecheckMs;
  changeController(turn, { lastContactAt: rest, staleCheckDueAt: recheckAt });
  if (turn.controller.image.brokers[stale]?.fenced !== false) return;
  announce(turn, { type: 'brokerFenced', broker: stale, lastContactAt: at, at: now });
  fence(turn, stale);
}
