import type { BrokerState } from '../broker/state';
import type { FailureCommand } from '../command/failure';
import type { World } from '../world';
import { refuse, unchanged } from './refuse';
import type { Refusal } from './refuse';

/** Why something done to a broker would change nothing. */
export function refuseFailure(world: World, command: FailureCommand): Refusal | null {
  const broker = world.brokers[command.broker];
  if (broker === undefined) {
    return refuse(`There is no broker ${command.broker}.`, 'BROKER_ID_NOT_REGISTERED');
  }
  switch (command.type) {
    case 'crashBroker':
      return refuseDown(broker);
    case 'startBroker':
      return refuseStart(broker);
    case 'cutPower':
      return refusePower(broker);
    case 'loseInstance':
      return refuseGone(broker);
    case 'replaceDisks':
      return refuseNewDisks(broker);
    case 'slowDisk':
      return refuseSlow(broker, command.msPerRecord);
    case 'pauseBroker':
      return refusePause(broker, command.forMs);
    case 'shutDownBroker':
      return refuseShutdown(broker);
    case 'failLogDirectory':
      return refuseDirectory(broker, command.directory);
    default:
      return command satisfies never;
  }
}

function isDown({ lifecycle }: BrokerState): boolean {
  return lifecycle === 'NOT_RUNNING';
}

function refuseDown(broker: BrokerState): Refusal | null {
  return isDown(broker) ? refuse(`Broker ${broker.id} is already down.`) : null;
}

function refusePause({ id, lifecycle, pausedUntil }: BrokerState, forMs: number): Refusal | null {
  if (lifecycle === 'NOT_RUNNING') return refuse(`Broker ${id} is not running.`);
  if (pausedUntil !== null) return refuse(`Broker ${id} stands still already.`);
  const isInRange = Number.isInteger(forMs) && forMs >= 100 && forMs <= 60_000;
  return isInRange ? null : refuse('A pause is 100 to 60000 ms long.');
}

function refuseStart(broker: BrokerState): Refusal | null {
  const { id, logDirectories, offlineDirectories } = broker;
  if (!isDown(broker)) return refuse(`Broker ${id} is already running.`);
  return offlineDirectories.length < logDirectories.length
    ? null
    : refuse(`Broker ${id} can read none of its log directories: it needs new disks first.`);
}

function refuseDirectory(broker: BrokerState, directory: string): Refusal | null {
  const { id, logDirectories, offlineDirectories, pausedUntil } = broker;
  if (pausedUntil !== null) return refuse(`Broker ${id} stands still, and reads no disk.`);
  if (!logDirectories.includes(directory)) {
    return refuse(`Broker ${id} has no log directory ${directory}.`);
  }
  return offlineDirectories.includes(directory) ? unchanged() : refuseGone(broker);
}

function refuseShutdown(broker: BrokerState): Refusal | null {
  const { id, shutdown, pausedUntil } = broker;
  if (pausedUntil !== null) return refuse(`Broker ${id} stands still, and hears no signal.`);
  return shutdown === null ? refuseDown(broker) : refuse(`Broker ${id} is stopping already.`);
}

function refuseGone({ id, machine }: BrokerState): Refusal | null {
  return machine === 'gone' ? refuse(`The instance of broker ${id} is gone.`) : null;
}

function refusePower(broker: BrokerState): Refusal | null {
  const { id, machine } = broker;
  return machine === 'off' ? refuse(`Broker ${id} has no power already.`) : refuseGone(broker);
}

function refuseNewDisks(broker: BrokerState): Refusal | null {
  const { id, replicas, offlineDirectories, cleanShutdownEpoch, writeMsPerRecord } = broker;
  if (!isDown(broker)) return refuse(`Broker ${id} runs: stop it before its disks are replaced.`);
  if (broker.machine === 'gone') return refuseGone(broker);
  const isNew =
    Object.keys(replicas).length === 0 &&
    offlineDirectories.length === 0 &&
    cleanShutdownEpoch === -1 &&
    writeMsPerRecord === 0;
  return isNew ? refuse(`The disks of broker ${id} are new and empty already.`) : null;
}

function refuseSlow(broker: BrokerState, msPerRecord: number): Refusal | null {
  const isInRange = Number.isInteger(msPerRecord) && msPerRecord >= 0 && msPerRecord <= 60_000;
  if (!isInRange) return refuse('A record takes a disk 0 to 60000 ms here.');
  return broker.writeMsPerRecord === msPerRecord ? unchanged() : refuseGone(broker);
}
