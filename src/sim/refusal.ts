import type { Command } from './command';
import { refuseAdministration } from './refusal/administration';
import { refuseClient } from './refusal/client';
import { refuseFailure } from './refusal/failure';
import { refuseNetwork } from './refusal/network';
import { refuseWire } from './refusal/wire';
import type { Refusal } from './refusal/refuse';
import type { World } from './world';

/** The dry run of a command: null when it would change something. */
export function refusal(world: World, command: Command): Refusal | null {
  switch (command.type) {
    case 'produce':
    case 'changeAcks':
    case 'changeIdempotence':
    case 'startLoad':
    case 'stopLoad':
    case 'addProducer':
    case 'addConsumer':
    case 'restartConsumer':
    case 'changeAutoOffsetReset':
      return refuseClient(world, command);
    case 'crashBroker':
    case 'startBroker':
    case 'shutDownBroker':
    case 'cutPower':
    case 'loseInstance':
    case 'replaceDisks':
    case 'pauseBroker':
    case 'slowDisk':
    case 'failLogDirectory':
      return refuseFailure(world, command);
    case 'cutLink':
    case 'healLink':
    case 'healAllLinks':
      return refuseNetwork(world, command);
    case 'holdMessage':
    case 'releaseMessage':
    case 'dropMessage':
    case 'duplicateMessage':
    case 'deliverMessage':
      return refuseWire(world, command);
    case 'changeMinInsyncReplicas':
    case 'changeUncleanLeaderElection':
    case 'electLeader':
    case 'reassignPartitions':
    case 'addBroker':
    case 'unregisterBroker':
    case 'createTopic':
      return refuseAdministration(world, command);
    default:
      return command satisfies never;
  }
}
