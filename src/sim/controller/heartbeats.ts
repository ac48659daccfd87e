import { KAFKA } from '../config';
import { UNKNOWN, brokerNode, brokerIdsIn } from '../ids';
import type { BrokerId } from '../ids';
import type { BrokerHeartbeatRequest, BrokerHeartbeatResponse } from '../message';
import { rowsOf, withRow } from '../table';
import { endControlledShutdown, enterControlledShutdown, fence, unfence } from './brokers';
import { handleDirectoriesOffline } from './directories';
import { isActive } from './partitions';
import { nextStaleCheckAt, touch } from './sessions';
import type { BrokerRegistration, MetadataImage } from './state';
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

/** Answers a heartbeat: keeps the session, lets a broker serve that is ready, or lets it go. */
export function handleHeartbeat(turn: ControllerTurn, request: BrokerHeartbeatRequest): void {
  const { broker } = request;
  const registration = turn.controller.image.brokers[broker];
  if (registration === undefined || registration.brokerEpoch !== request.brokerEpoch) {
    const error = registration === undefined ? 'BROKER_ID_NOT_REGISTERED' : 'STALE_BROKER_EPOCH';
    answerHeartbeat(turn, request, { error, isFenced: true, shouldShutDown: false }, false);
    return;
  }
  touch(turn, broker);
  const state = controlStateOf(turn, registration);
  // Only then it matters who leads what, and what the others have read.
  const asksToGo = request.wantShutDown || state === 'CONTROLLED_SHUTDOWN';
  const next = nextBrokerState({
    state,
    wantShutDown: request.wantShutDown,
    wantFence: request.wantFence,
    currentMetadataOffset: request.currentMetadataOffset,
    registrationOffset: registration.brokerEpoch,
    hasLeaderships: asksToGo && leads(turn.controller.image, broker),
    controlledShutdownOffset: turn.controller.controlledShutdownOffsets[broker] ?? UNKNOWN,
    lowestActiveOffset: asksToGo ? lowestActiveOffset(turn) : UNKNOWN,
  });
  if (next !== state) enterState(turn, broker, next);
  handleDirectoriesOffline(turn, broker, request.offlineLogDirs);
  noteOffset(turn, broker, next, request.currentMetadataOffset);
  const shouldShutDown = next === 'SHUTDOWN_NOW';
  const isFenced = next === 'FENCED' || shouldShutDown;
  answerHeartbeat(turn, request, { error: 'NONE', isFenced, shouldShutDown }, next === state);
}

function controlStateOf(
  turn: ControllerTurn,
  { id, fenced }: BrokerRegistration,
): BrokerControlState {
  if (turn.controller.controlledShutdownOffsets[id] !== undefined) return 'CONTROLLED_SHUTDOWN';
  return fenced ? 'FENCED' : 'UNFENCED';
}

function leads(image: MetadataImage, broker: BrokerId): boolean {
  return rowsOf(image.partitions).some(({ leader }) => leader === broker);
}

// What every broker has read that others rely on; with none of them, nobody has to be waited for.
function lowestActiveOffset({ controller }: ControllerTurn): number {
  const active = brokerIdsIn(controller.image.brokers).filter((id) =>
    isActive(controller.image, id),
  );
  const offsets = active.map((id) => controller.metadataOffsets[id] ?? UNKNOWN);
  return Math.min(Number.MAX_SAFE_INTEGER, ...offsets);
}

function enterState(turn: ControllerTurn, broker: BrokerId, next: BrokerControlState): void {
  switch (next) {
    case 'UNFENCED':
      return unfence(turn, broker);
    case 'FENCED':
      return fence(turn, broker);
    case 'CONTROLLED_SHUTDOWN':
      return enterControlledShutdown(turn, broker);
    case 'SHUTDOWN_NOW':
      return letGo(turn, broker);
    default:
      return next satisfies never;
  }
}

// Like fencing, only that nobody had to wait for its session to end.
function letGo(turn: ControllerTurn, broker: BrokerId): void {
  const registration = turn.controller.image.brokers[broker];
  if (registration?.fenced !== false) return;
  const { brokerEpoch } = registration;
  const { now } = turn.wire;
  announce(turn, {
    type: 'brokerFenced',
    broker,
    brokerEpoch,
    lastContactAt: now,
    at: now,
    because: 'stops',
  });
  fence(turn, broker);
}

// A broker that is let go, or fenced, is no longer in controlled shutdown (BrokerHeartbeatManager).
function noteOffset(
  turn: ControllerTurn,
  broker: BrokerId,
  next: BrokerControlState,
  offset: number,
): void {
  const { metadataOffsets, controlledShutdownOffsets, image } = turn.controller;
  if (metadataOffsets[broker] !== offset) {
    changeController(turn, { metadataOffsets: withRow(metadataOffsets, broker, offset) });
  }
  const known = controlledShutdownOffsets[broker];
  if (next === 'CONTROLLED_SHUTDOWN' && known === undefined) {
    changeController(turn, {
      controlledShutdownOffsets: withRow(controlledShutdownOffsets, broker, image.offset),
    });
  }
  if (next !== 'CONTROLLED_SHUTDOWN' && known !== undefined) endControlledShutdown(turn, broker);
}

function answerHeartbeat(
  turn: ControllerTurn,
  { broker, brokerEpoch }: BrokerHeartbeatRequest,
  answered: Omit<BrokerHeartbeatResponse, 'type' | 'brokerEpoch'>,
  routine: boolean,
): void {
  const message = { type: 'brokerHeartbeatResponse', brokerEpoch, ...answered } as const;
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
  const registration = turn.controller.image.brokers[stale];
  if (registration?.fenced !== false) return;
  announce(turn, {
    type: 'brokerFenced',
    broker: stale,
    brokerEpoch: registration.brokerEpoch,
    lastContactAt: at,
    at: now,
    because: 'silent',
  });
  fence(turn, stale);
}
