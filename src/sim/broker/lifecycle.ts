import { KAFKA } from '../config';
import { UNKNOWN } from '../ids';
import type { BrokerHeartbeatResponse, BrokerRegistrationResponse } from '../message';
import type { MetadataFetchResponse } from '../message';
import { rowsOf } from '../table';
import { applyAllPartitions, applyImage } from './leadership';
import { stop } from './stop';
import { changeBroker, mapReplicas, send, tell } from './turn';
import type { BrokerTurn } from './turn';

/** Asks the controller to be registered (BrokerLifecycleManager). */
export function register(turn: BrokerTurn): void {
  const { id, incarnation, rack, registrationAttempt, previousBrokerEpoch } = turn.broker;
  const { logDirectories, offlineDirectories } = turn.broker;
  const logDirs = logDirectories.filter((name) => !offlineDirectories.includes(name));
  // Unanswered it is given up after half a session, and sent again an interval later.
  const { brokerSessionTimeoutMs, brokerHeartbeatIntervalMs } = KAFKA;
  changeBroker(turn, {
    registrationDueAt: turn.wire.now + brokerSessionTimeoutMs / 2 + brokerHeartbeatIntervalMs,
    registrationAttempt: registrationAttempt + 1,
  });
  const isRoutine = registrationAttempt > 0;
  const message = { broker: id, incarnation, rack, previousBrokerEpoch, logDirs };
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
    // BrokerLifecycleManager.scheduleNextCommunicationAfterFailure
    const { now } = turn.wire;
    const retryAt = now + KAFKA.brokerHeartbeatIntervalMs;
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
  const offlineLogDirs = turn.broker.offlineDirectories;
  const wantShutDown = lifecycle === 'PENDING_CONTROLLED_SHUTDOWN';
  send(
    turn,
    'controller',
    { type: 'brokerHeartbeatRequest', ...message, wantShutDown, offlineLogDirs },
    isRoutine,
  );
}

/** The controller lets the broker serve, or lets it go. */
export function handleHeartbeatResponse(
  turn: BrokerTurn,
  { error, brokerEpoch, isFenced, shouldShutDown }: BrokerHeartbeatResponse,
): void {
  if (error !== 'NONE' || brokerEpoch !== turn.broker.brokerEpoch) return;
  const { lifecycle } = turn.broker;
  if (lifecycle === 'RECOVERY' && !isFenced) serve(turn);
  if (lifecycle !== 'PENDING_CONTROLLED_SHUTDOWN') return;
  if (shouldShutDown) stop(turn, 'allowed');
  else askAgainSoon(turn);
}

// It takes up its roles.
function serve(turn: BrokerTurn): void {
  const { now } = turn.wire;
  changeBroker(turn, {
    lifecycle: 'RUNNING',
    inSyncCheckDueAt: now + KAFKA.replicaLagTimeMaxMs / 2,
    checkpointDueAt: now + KAFKA.highWatermarkCheckpointIntervalMs,
  });
  applyAllPartitions(turn);
}

// The first “not yet” is often the last one (BrokerLifecycleManager.BrokerHeartbeatResponseEvent).
function askAgainSoon(turn: BrokerTurn): void {
  const { shutdown } = turn.broker;
  if (shutdown === null || shutdown.isAnswered) return;
  const heartbeatDueAt = turn.wire.now + KAFKA.controlledShutdownRetryMs;
  changeBroker(turn, { heartbeatDueAt, shutdown: { ...shutdown, isAnswered: true } });
}

/** New metadata: take it, and ask on for what comes after it. */
export function handleMetadata(turn: BrokerTurn, { image }: MetadataFetchResponse): void {
  // A process that is not registered has not asked: this was meant for the one before it.
  if (turn.broker.brokerEpoch === UNKNOWN) return;
  applyImage(turn, image);
  fetchMetadata(turn);
  endDirectoryDeadline(turn);
  const { id, brokerEpoch, lifecycle } = turn.broker;
  const hasSeenItself = brokerEpoch !== -1 && image.brokers[id]?.brokerEpoch === brokerEpoch;
  if (lifecycle !== 'STARTING' || !hasSeenItself) return;
  changeBroker(turn, { lifecycle: 'RECOVERY' });
  heartbeat(turn);
}

// Kafka takes the answer to the heartbeat for it; the metadata says the same.
function endDirectoryDeadline(turn: BrokerTurn): void {
  const { id, brokerEpoch, image, offlineDirectories, directoryFailureDueAt } = turn.broker;
  if (directoryFailureDueAt === null) return;
  const known = image.brokers[id];
  const isTold =
    known?.brokerEpoch === brokerEpoch &&
    offlineDirectories.every((name) => !known.logDirectories.includes(name));
  if (isTold) changeBroker(turn, { directoryFailureDueAt: null });
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
