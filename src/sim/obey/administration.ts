import type { AdministrationCommand } from '../command/administration';
import { alterReassignment } from '../controller/alterReassignments';
import { electLeaderOf } from '../controller/electLeaders';
import { setMinInsyncReplicas, setUncleanLeaderElection } from '../controller/controller';
import type { Draft } from '../draft';

/** Does what an administrator asks of the controller. */
export function obeyAdministration(draft: Draft, command: AdministrationCommand): void {
  const { settings } = draft.base;
  switch (command.type) {
    case 'changeMinInsyncReplicas':
      return setMinInsyncReplicas(draft.controller, command.topic ?? settings.topic, command.value);
    case 'changeUncleanLeaderElection': {
      const topic = command.topic ?? settings.topic;
      return setUncleanLeaderElection(draft.controller, topic, command.value);
    }
    case 'electLeader':
      electLeaderOf(draft.controller, command.partition, command.election);
      return;
    case 'reassignPartitions':
      for (const { partition, replicas } of command.targets) {
        alterReassignment(draft.controller, partition, replicas);
      }
      return;
    case 'addBroker':
    case 'unregisterBroker':
    case 'createTopic':
      return;
    default:
      return command satisfies never;
  }
}
