import { backoffMs } from '../chance';
import { KAFKA } from '../config';
import { UNKNOWN, brokerNode, partitionIdsIn } from '../ids';
import type { PartitionId } from '../ids';
import { connectionClosedOn, isRequest } from '../message';
import type { BrokerHeartbeatResponse, BrokerRegistrationResponse } from '../message';
import type { MetadataFetchResponse } from '../message';
import { rowOf, rowsOf } from '../table';
import { restoredHighWatermark } from './highWatermark';
import { applyAllPartitions, applyImage } from './leadership';
import { logEndOffset } from './log';
import type { BrokerState, Replica } from './state';
import { changeBroker, send, tell } from './turn';
import type { BrokerTurn } from './turn';

/** What a process knows of others and waits for when it has just begun, or has died. */
export const NOTHING_IN_MEMORY = {
  fetchers: {},
  sessions: {},
  delayedProduces: [],
  alterPartition: { queued: [], inFlight: null, retryAt: null },
  metadataFetchDueAt: null,
  pausedUntil: null,
  inbox: [],
} satisfies Partial<BrokerState>;

/** `kill -9`: what was in memory is gone; logs stay, for the page cache is the machine's. */
export function crash(turn: BrokerTurn): void {
  const { broker } = turn;
  const leads = rowsOf(broker.replicas).filter(({ role }) => role.type === 'leader').length;
  closeConnections(turn);
  changeBroker(turn, {
    lifecycle: 'NOT_RUNNING',
    replicas: mapReplicas(broker, (replica) => ({
      ...replica,
      role: { type: 'waiting' },
    })),
    ...NOTHING_IN_MEMORY,
    heartbeatDueAt: null,
    registrationDueAt: null,
    inSyncCheckDueAt: null,
    checkpointDueAt: null,
  });
  tell(turn, { type: 'brokerCrashed', broker: broker.id, leads });
}

// The machine lives, so it closes the dead process's connections, and the others notice.
function closeConnections(turn: BrokerTurn): void {
  const { broker } = turn;
  const closed = { type: 'connectionClosed', request: 'fetchRequest' } as const;
  for (const { node, parked } of rowsOf(broker.sessions)) {
    if (parked === null) continue;
    const { correlationId } = parked;
    send(turn, node, { ...closed, correlationId, closedBy: 'server' }, true);
  }
  for (const { producer, correlationId } of broker.delayedProduces) {
    const message = { ...closed, request: 'produceRequest', correlationId } as const;
    send(turn, producer, { ...message, closedBy: 'server' }, true);
  }
  // What it had not read yet, for it stood still.
  for (const { from, message } of broker.inbox) {
    if (isRequest(message)) send(turn, from, connectionClosedOn(message), true);
  }
  for (const { leader, inFlight } of rowsOf(broker.fetchers)) {
    if (inFlight === null) continue;
    const { correlationId } = inFlight;
    send(turn, brokerNode(leader), { ...closed, correlationId, closedBy: 'client' }, true);
  }
  send(
    turn,
    'controller',
    { ...closed, request: 'metadataFetchRequest', correlationId: 0, closedBy: 'client' },
    true,
  );
}

/** A new process on the log directory that the last one left. It knows only what is on disk. */
export function start(turn: BrokerTurn): void {
  const incarnation = turn.broker.incarnation + 1;
  changeBroker(turn, {
    lifecycle: 'STARTING',
    incarnation,
    brokerEpoch: -1,
    image: {
      ...turn.broker.image,
      offset: -1,
    },
    replicas: mapReplicas(turn.broker, recovered),
    registrationDueAt: turn.wire.now,
    registrationAttempt: 0,
  });
  tell(turn, { type: 'brokerStarted', broker: turn.broker.id, incarnation });
}

// The high watermark comes from its checkpoint, and may be a little old (LogManager.loadLog).
function recovered(replica: Replica): Replica {
  const { log, checkpointedHighWatermark } = replica;
  const end = logEndOffset(log);
  return {
    ...replica,
    leader: -1,
    leaderEpoch: -1,
    partitionEpoch: -1,
    role: { type: 'waiting' },
    highWatermark: restoredHighWatermark(checkpointedHighWatermark, log.startOffset, end),
  };
}

/** Asks the controller to be registered (BrokerLifecycleManager). */
export function register(turn: BrokerTurn): void {
  const { id, incarnation, rack, registrationAttempt } = turn.broker;
  // Unanswered it is given up after half a session, and sent again an interval later.
  const { brokerSessionTimeoutMs, brokerHeartbeatIntervalMs } = KAFKA;
  changeBroker(turn, {
    registrationDueAt: turn.wire.now + brokerSessionTimeoutMs / 2 + brokerHeartbeatIntervalMs,
    registrationAttempt: registrationAttempt + 1,
  });
  const isRoutine = registrationAttempt > 0;
  const previousBrokerEpoch = -1;
  const message = { broker: id, incarnation, rack, previousBrokerEpoch };
  send(turn, 'controller', { type: 'brokerRegistrationRequest', ...message }, isRoutine);
}

/** Registered: fetch the metadata. Refused: the last process's session still lasts, so again. */
export function handleRegistrationResponse(
  turn: BrokerTurn,
  response: BrokerRegistrationResponse,
): void {
  const { incarnation, registrationAttempt: attempt, id, brokerEpoch } = turn.broker;
  if (response.incarnation !== incarnation || brokerEpoch !== UNKNOWN) return;
  if (response.error !== 'NONE') {
    const identity = `broker-${id}:registration:${incarnation}:${attempt - 1}`;
    const maxMs = KAFKA.brokerSessionTimeoutMs;
    const { seed, now } = turn.wire;
    const retryAt = now + backoffMs(seed, identity, attempt - 1, 100, maxMs, 2);
    changeBroker(turn, { registrationDueAt: retryAt });
    const { error } = response;
    tell(turn, { type: 'registrationRefused', broker: id, error, attempt, retryAt, at: now });
    return;
  }
  changeBroker(turn, {
    brokerEpoch: response.brokerEpoch,
    registrationDueAt: null,
    registrationAttempt: 0,
  });
  fetchMetadata(turn);
  heartbeat(turn);
}

/** Every 2 s. Until the metadata is replayed it asks to stay fenced. */
export function heartbeat(turn: BrokerTurn): void {
  const { id, brokerEpoch, image, lifecycle } = turn.broker;
  changeBroker(turn, { heartbeatDueAt: turn.wire.now + KAFKA.brokerHeartbeatIntervalMs });
  const isRoutine = lifecycle === 'RUNNING';
  const wantFence = lifecycle === 'STARTING';
  const message = { broker: id, brokerEpoch, currentMetadataOffset: image.offset, wantFence };
  send(
    turn,
    'controller',
    { type: 'brokerHeartbeatRequest', ...message, wantShutDown: false },
    isRoutine,
  );
}

/** The controller lets the broker serve: it takes up its roles. */
export function handleHeartbeatResponse(
  turn: BrokerTurn,
  { error, isFenced }: BrokerHeartbeatResponse,
): void {
  if (turn.broker.lifecycle !== 'RECOVERY' || error !== 'NONE' || isFenced) return;
  const { now } = turn.wire;
  changeBroker(turn, {
    lifecycle: 'RUNNING',
    inSyncCheckDueAt: now + KAFKA.replicaLagTimeMaxMs / 2,
    checkpointDueAt: now + KAFKA.highWatermarkCheckpointIntervalMs,
  });
  applyAllPartitions(turn);
}

/** New metadata: take it, and ask on for what comes after it. */
export function handleMetadata(turn: BrokerTurn, { image }: MetadataFetchResponse): void {
  // A process that is not registered has not asked: this was meant for the one before it.
  if (turn.broker.brokerEpoch === UNKNOWN) return;
  applyImage(turn, image);
  fetchMetadata(turn);
  const { id, brokerEpoch, lifecycle } = turn.broker;
  const hasSeenItself = brokerEpoch !== -1 && image.brokers[id]?.brokerEpoch === brokerEpoch;
  if (lifecycle !== 'STARTING' || !hasSeenItself) return;
  changeBroker(turn, { lifecycle: 'RECOVERY' });
  heartbeat(turn);
}

/** Asks for the metadata after what is known; the question waits until there is some. */
export function fetchMetadata(turn: BrokerTurn): void {
  const { offset } = turn.broker.image;
  changeBroker(turn, { metadataFetchDueAt: null });
  send(turn, 'controller', { type: 'metadataFetchRequest', offset }, true);
}

/** The fetch of metadata has failed: asked again after `controller.quorum.request.timeout.ms`. */
export function awaitMetadataAnew(turn: BrokerTurn): void {
  const { brokerEpoch, lifecycle } = turn.broker;
  // A process that is not registered has not asked.
  if (lifecycle === 'NOT_RUNNING' || brokerEpoch === UNKNOWN) return;
  changeBroker(turn, { metadataFetchDueAt: turn.wire.now + KAFKA.quorumRequestTimeoutMs });
}

/** Writes `replication-offset-checkpoint`. */
export function checkpoint(turn: BrokerTurn): void {
  const checkpointDueAt = turn.wire.now + KAFKA.highWatermarkCheckpointIntervalMs;
  const isOld = rowsOf(turn.broker.replicas).some(
    ({ highWatermark, checkpointedHighWatermark }) => highWatermark !== checkpointedHighWatermark,
  );
  const { replicas } = turn.broker;
  changeBroker(turn, {
    checkpointDueAt,
    replicas: isOld
      ? mapReplicas(turn.broker, (replica) => ({
          ...replica,
          checkpointedHighWatermark: replica.highWatermark,
        }))
      : replicas,
  });
}

function mapReplicas(
  { replicas }: BrokerState,
  change: (replica: Replica) => Replica,
): BrokerState['replicas'] {
  const mapped: { [partition in PartitionId]?: Replica } = {};
  for (const id of partitionIdsIn(replicas)) mapped[id] = change(rowOf(replicas, id));
  return mapped;
}
