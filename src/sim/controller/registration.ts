import { KAFKA } from '../config';
import { UNKNOWN, brokerNode } from '../ids';
import type { BrokerId } from '../ids';
import type { KafkaError } from '../kafkaError';
import type { BrokerRegistrationRequest } from '../message';
import { withRow } from '../table';
import { endControlledShutdown, shutDown, writeRegistration } from './brokers';
import { isSessionValid, touch } from './sessions';
import type { BrokerRegistration } from './state';
import { announce, answer, changeController } from './turn';
import type { ControllerTurn } from './turn';

/** What the controller knows when a process asks to be registered. */
export interface RegistrationCase {
  readonly known: Pick<BrokerRegistration, 'incarnation' | 'brokerEpoch'> | null;
  /** The earlier process is still within its session. */
  readonly sessionIsValid: boolean;
  readonly incarnation: number;
  /** Offset that the registration record would get. */
  readonly recordOffset: number;
  /** From the clean-shutdown marker, -1 without one. */
  readonly previousBrokerEpoch: number;
}

/** What the controller answers, and what it makes of the last process. */
export interface RegistrationVerdict {
  readonly error: KafkaError;
  readonly brokerEpoch: number;
  readonly isNewIncarnation: boolean;
  readonly cleanShutdown: boolean;
}

/**
 * A new process gets a new broker epoch, but not while the session of the last one lasts
 * (ClusterControlManager.registerBroker).
 */
export function judgeRegistration(request: RegistrationCase): RegistrationVerdict {
  const { known } = request;
  if (known !== null && known.incarnation === request.incarnation) {
    const brokerEpoch = known.brokerEpoch;
    return { error: 'NONE', brokerEpoch, isNewIncarnation: false, cleanShutdown: true };
  }
  // Of a broker that is not known nobody can say that it stopped cleanly.
  const cleanShutdown = known !== null && known.brokerEpoch === request.previousBrokerEpoch;
  if (known !== null && request.sessionIsValid) {
    const error = 'DUPLICATE_BROKER_REGISTRATION';
    return { error, brokerEpoch: -1, isNewIncarnation: true, cleanShutdown };
  }
  const brokerEpoch = request.recordOffset;
  return { error: 'NONE', brokerEpoch, isNewIncarnation: true, cleanShutdown };
}

/** Answers a process that wants to join, and registers it fenced. */
export function handleRegistration(turn: ControllerTurn, request: BrokerRegistrationRequest): void {
  const { controller, wire } = turn;
  const { broker, incarnation } = request;
  const lastContactAt = controller.lastContactAt[broker] ?? null;
  const verdict = judgeRegistration({
    known: controller.image.brokers[broker] ?? null,
    sessionIsValid: isSessionValid(lastContactAt, wire.now, KAFKA.brokerSessionTimeoutMs),
    incarnation,
    recordOffset: controller.image.offset + 1,
    previousBrokerEpoch: request.previousBrokerEpoch,
  });
  if (verdict.error === 'NONE' && verdict.isNewIncarnation) register(turn, request, verdict);
  const { error, brokerEpoch } = verdict;
  answer(turn, brokerNode(broker), {
    type: 'brokerRegistrationResponse',
    incarnation,
    error,
    brokerEpoch,
  });
}

function register(
  turn: ControllerTurn,
  { broker, incarnation, rack, logDirs }: BrokerRegistrationRequest,
  { brokerEpoch, cleanShutdown }: RegistrationVerdict,
): void {
  const isFirst = turn.controller.image.brokers[broker] === undefined;
  writeRegistration(turn, {
    id: broker,
    rack,
    incarnation,
    brokerEpoch,
    fenced: true,
    inControlledShutdown: false,
    logDirectories: logDirs,
    offlineDirectories: missingDirectories(turn, broker, logDirs),
  });
  endControlledShutdown(turn, broker);
  const metadataOffsets = withRow(turn.controller.metadataOffsets, broker, UNKNOWN);
  changeController(turn, { metadataOffsets });
  const clean = cleanShutdown;
  announce(turn, { type: 'brokerRegistered', broker, brokerEpoch, isFirst, clean });
  shutDown(turn, broker, cleanShutdown);
  touch(turn, broker);
}

// Directories that the last process had and this one cannot read.
function missingDirectories(
  { controller }: ControllerTurn,
  broker: BrokerId,
  logDirs: readonly string[],
): readonly string[] {
  const known = controller.image.brokers[broker];
  const all = known === undefined ? [] : [...known.logDirectories, ...known.offlineDirectories];
  return all.filter((name) => !logDirs.includes(name));
}
