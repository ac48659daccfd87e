import type { AdministrationCommand } from '../command/administration';
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
    case 'reassignPartitions':
    case 'addBroker':
    case 'unregisterBroker':
    case 'createTopic':
      return;
    default:
      return command satisfies never;
  }
}
