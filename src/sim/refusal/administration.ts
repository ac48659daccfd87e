import type { AdministrationCommand } from '../command/administration';
import type { World } from '../world';
import { notYet, refuse, unchanged } from './refuse';
import type { Refusal } from './refuse';

/** Why something asked of the controller would change nothing. */
export function refuseAdministration(world: World, command: AdministrationCommand): Refusal | null {
  switch (command.type) {
    case 'changeMinInsyncReplicas':
      return refuseMinimum(world, command.topic ?? world.settings.topic, command.value);
    case 'changeUncleanLeaderElection': {
      const topic = world.controller.image.topics[command.topic ?? world.settings.topic];
      if (topic === undefined) return noTopic(command.topic);
      return topic.uncleanLeaderElection === command.value ? unchanged() : null;
    }
    case 'electLeader':
    case 'reassignPartitions':
    case 'addBroker':
    case 'unregisterBroker':
    case 'createTopic':
      return notYet();
    default:
      return command satisfies never;
  }
}

function refuseMinimum(world: World, topic: string, value: number): Refusal | null {
  if (!Number.isInteger(value) || value < 1) {
    return refuse('min.insync.replicas is a whole number from 1 up.', 'INVALID_CONFIG');
  }
  const now = world.controller.image.topics[topic];
  if (now === undefined) return noTopic(topic);
  return now.minInsyncReplicas === value ? unchanged() : null;
}

function noTopic(topic = ''): Refusal {
  return refuse(`There is no topic ${topic}.`, 'UNKNOWN_TOPIC_OR_PARTITION');
}
