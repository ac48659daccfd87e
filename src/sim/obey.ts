import type { Command } from './command';
import type { Draft } from './draft';
import { obeyAdministration } from './obey/administration';
import { obeyClient } from './obey/client';
import { obeyFailure } from './obey/failure';
import { obeyNetwork } from './obey/network';
import { obeyWire } from './obey/wire';
import { refusal } from './refusal';

/** Carries out what a person asks for. What the dry run refuses changes nothing. */
export function obey(draft: Draft, command: Command): void {
  if (refusal(draft.base, command) !== null) return;
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
      return obeyClient(draft, command);
    case 'crashBroker':
    case 'startBroker':
    case 'shutDownBroker':
    case 'cutPower':
    case 'loseInstance':
    case 'replaceDisks':
    case 'pauseBroker':
    case 'slowDisk':
    case 'failLogDirectory':
      return obeyFailure(draft, command);
    case 'cutLink':
    case 'healLink':
    case 'healAllLinks':
      return obeyNetwork(draft, command);
    case 'holdMessage':
    case 'releaseMessage':
    case 'dropMessage':
    case 'duplicateMessage':
    case 'deliverMessage':
      return obeyWire(draft, command);
    case 'changeMinInsyncReplicas':
    case 'changeUncleanLeaderElection':
    case 'electLeader':
    case 'reassignPartitions':
    case 'addBroker':
    case 'unregisterBroker':
    case 'createTopic':
      return obeyAdministration(draft, command);
    default:
      return command satisfies never;
  }
}
