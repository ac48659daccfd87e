import { newBroker } from '../broker/newBroker';
import type { AddBroker, AdministrationCommand } from '../command/administration';
import { alterReassignment } from '../controller/alterReassignments';
import { unregister } from '../controller/brokers';
import { electLeaderOf } from '../controller/electLeaders';
import { setMinInsyncReplicas, setUncleanLeaderElection } from '../controller/controller';
import { createTopic } from '../controller/topics';
import { openBrokerTurn } from '../draft';
import type { Draft } from '../draft';
import { brokerNode } from '../ids';

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
      return addBroker(draft, command);
    case 'unregisterBroker':
      return unregister(draft.controller, command.broker);
    case 'createTopic':
      createTopic(draft.controller, command);
      return;
    default:
      return command satisfies never;
  }
}

function addBroker(draft: Draft, { broker, rack }: AddBroker): void {
  const { base, network, wire } = draft;
  if (draft.brokers.has(broker)) return; // a moment ago, by another command
  const { settings } = base;
  openBrokerTurn(draft, newBroker({ id: broker, rack, now: wire.now, settings }));
  if (rack !== null) {
    draft.network = { ...network, racks: { ...network.racks, [brokerNode(broker)]: rack } };
  }
  wire.events.push({ type: 'brokerAdded', broker, rack });
}
