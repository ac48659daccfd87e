import type { FailureCommand, PauseBroker } from '../command/failure';
import type { World } from '../world';
import { notYet, refuse } from './refuse';
import type { Refusal } from './refuse';

/** Why something done to a broker would change nothing. */
export function refuseFailure(world: World, command: FailureCommand): Refusal | null {
  switch (command.type) {
    case 'crashBroker':
      return refuseCrash(world, command.broker);
    case 'startBroker':
      return refuseStart(world, command.broker);
    case 'pauseBroker':
      return refusePause(world, command);
    case 'shutDownBroker':
    case 'cutPower':
    case 'loseInstance':
    case 'replaceDisks':
    case 'slowDisk':
    case 'failLogDirectory':
      return notYet();
    default:
      return command satisfies never;
  }
}

function refuseCrash(world: World, id: number): Refusal | null {
  const broker = world.brokers[id];
  if (broker === undefined) return refuse(`There is no broker ${id}.`, 'BROKER_ID_NOT_REGISTERED');
  return broker.lifecycle === 'NOT_RUNNING' ? refuse(`Broker ${id} is already down.`) : null;
}

function refusePause(world: World, { broker: id, forMs }: PauseBroker): Refusal | null {
  const broker = world.brokers[id];
  if (broker === undefined) return refuse(`There is no broker ${id}.`, 'BROKER_ID_NOT_REGISTERED');
  if (broker.lifecycle === 'NOT_RUNNING') return refuse(`Broker ${id} is not running.`);
  if (broker.pausedUntil !== null) return refuse(`Broker ${id} stands still already.`);
  const isInRange = Number.isInteger(forMs) && forMs >= 100 && forMs <= 60_000;
  return isInRange ? null : refuse('A pause is 100 to 60000 ms long.');
}

function refuseStart(world: World, id: number): Refusal | null {
  const broker = world.brokers[id];
  if (broker === undefined) return refuse(`There is no broker ${id}.`, 'BROKER_ID_NOT_REGISTERED');
  return broker.lifecycle === 'NOT_RUNNING' ? null : refuse(`Broker ${id} is already running.`);
}
