import { nextBrokerState } from '../../../src/sim/controller/heartbeats';
import type { BrokerControlState } from '../../../src/sim/controller/heartbeats';
import { handleRegistration } from '../../../src/sim/controller/registration';
import { isSessionValid } from '../../../src/sim/controller/sessions';
import type { ControllerTurn } from '../../../src/sim/controller/turn';
import { adapter } from './adapter';
import { controllerWith } from './controllerRig';
import { NOW, imageOf, registration, wireAt } from './rig';

interface HeartbeatGiven {
  readonly state: BrokerControlState;
  readonly registrationOffset: number;
  readonly hasLeaderships?: boolean;
  readonly controlledShutdownOffset?: number;
  readonly lowestActiveOffset?: number;
}

interface HeartbeatWhen {
  readonly wantShutDown: boolean;
  readonly wantFence: boolean;
  readonly currentMetadataOffset?: number;
}

export const nextBrokerStateAdapter = adapter<HeartbeatGiven, HeartbeatWhen>((given, when) => ({
  next: nextBrokerState({
    hasLeaderships: false,
    controlledShutdownOffset: 0,
    lowestActiveOffset: 0,
    currentMetadataOffset: -1,
    ...given,
    ...when,
  }),
}));

interface RegistrationGiven {
  readonly registration: {
    readonly incarnation: string;
    readonly epoch: number;
    readonly fenced?: boolean;
    readonly inControlledShutdown?: boolean;
    readonly sessionValid?: boolean;
    readonly sessionTimeoutMs?: number;
    readonly msSinceLastContact?: number | null;
  };
}

interface RegistrationWhen {
  readonly incarnation: string;
  readonly recordOffset: number;
  readonly previousBrokerEpoch?: number;
}

const BROKER = 1;
const INCARNATIONS = 'ABCDEFGH';

export const registerBrokerAdapter = adapter<RegistrationGiven, RegistrationWhen>((given, when) => {
  const turn = controllerThatKnows(given, when.recordOffset);
  handleRegistration(turn, {
    type: 'brokerRegistrationRequest',
    broker: BROKER,
    incarnation: INCARNATIONS.indexOf(when.incarnation),
    rack: null,
    previousBrokerEpoch: when.previousBrokerEpoch ?? -1,
    logDirs: ['d1'],
  });
  const answer = turn.wire.outbox[0]?.message;
  if (answer?.type !== 'brokerRegistrationResponse') throw new Error('It has not answered.');
  const told = turn.wire.events.find((event) => event.type === 'brokerRegistered');
  const known = turn.controller.image.brokers[BROKER];
  return {
    error: answer.error,
    epoch: known?.brokerEpoch,
    incarnation: INCARNATIONS[known?.incarnation ?? -1],
    cleanShutdown: told?.clean,
    inControlledShutdown: known?.inControlledShutdown,
  };
});

function controllerThatKnows(given: RegistrationGiven, recordOffset: number): ControllerTurn {
  const { incarnation, epoch, fenced, inControlledShutdown } = given.registration;
  const broker = registration(BROKER, epoch, {
    incarnation: INCARNATIONS.indexOf(incarnation),
    fenced: fenced ?? false,
    inControlledShutdown: inControlledShutdown ?? false,
  });
  const image = { ...imageOf([broker], {}, 1), offset: recordOffset - 1 };
  const lastContactAt = hasSession(given) ? { [BROKER]: NOW } : {};
  return { wire: wireAt(NOW), controller: { ...controllerWith(image), lastContactAt } };
}

// The timeout of a vector is not the simulation's, so the session is judged with the vector's.
function hasSession({ registration: known }: RegistrationGiven): boolean {
  const { sessionValid, sessionTimeoutMs, msSinceLastContact } = known;
  if (sessionValid !== undefined) return sessionValid;
  const sinceMs = msSinceLastContact ?? null;
  return isSessionValid(sinceMs === null ? null : NOW - sinceMs, NOW, sessionTimeoutMs ?? 9_000);
}
