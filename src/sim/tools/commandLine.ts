import type { Command } from '../command';
import type { World } from '../world';
import { administrationLine } from './commandLine/administration';
import { clientLine } from './commandLine/client';
import { failureLine } from './commandLine/failure';
import { networkLine } from './commandLine/network';
import { onlyWords } from './commandLine/line';
import type { CommandLine } from './commandLine/line';

/**
 * What would do the same on a real cluster: a line for a shell, or a configuration, or words where
 * there is neither. The world is the one in which it was done or a later one.
 */
export function commandLine(command: Command, world: World): CommandLine {
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
      return clientLine(command, world);
    case 'crashBroker':
    case 'startBroker':
    case 'shutDownBroker':
    case 'cutPower':
    case 'loseInstance':
    case 'replaceDisks':
    case 'pauseBroker':
    case 'slowDisk':
    case 'failLogDirectory':
      return failureLine(command);
    case 'cutLink':
    case 'healLink':
    case 'healAllLinks':
      return networkLine(command);
    case 'holdMessage':
    case 'releaseMessage':
    case 'dropMessage':
    case 'duplicateMessage':
    case 'deliverMessage':
      return onlyWords('No command: tc and netem delay or lose packets, and TCP mends all that.');
    case 'changeMinInsyncReplicas':
    case 'changeUncleanLeaderElection':
    case 'electLeader':
    case 'reassignPartitions':
    case 'addBroker':
    case 'unregisterBroker':
    case 'createTopic':
      return administrationLine(command, world);
    default:
      return command satisfies never;
  }
}
