import type { AdministrationCommand, CreateTopic, ElectLeader } from '../command/administration';
import { electLeaderOf } from '../controller/electLeaders';
import { topicProblem } from '../controller/topics';
import type { ControllerTurn } from '../controller/turn';
import { NO_LEADER, partitionIdsIn } from '../ids';
import type { BrokerId } from '../ids';
import { LIMITS } from '../limits';
import { rowNamed } from '../table';
import type { World } from '../world';
import { refuseReassignments } from './reassignments';
import { refuse, unchanged } from './refuse';
import type { Refusal } from './refuse';

/** Why something asked of the controller would change nothing. */
export function refuseAdministration(world: World, command: AdministrationCommand): Refusal | null {
  switch (command.type) {
    case 'changeMinInsyncReplicas':
      return refuseMinimum(world, command.topic ?? world.settings.topic, command.value);
    case 'changeUncleanLeaderElection': {
      const { topics } = world.controller.image;
      const topic = rowNamed(topics, command.topic ?? world.settings.topic);
      if (topic === undefined) return noTopic(command.topic);
      return topic.uncleanLeaderElection === command.value ? unchanged() : null;
    }
    case 'electLeader':
      return refuseElection(world, command);
    case 'reassignPartitions':
      return refuseReassignments(rehearsal(world), command.targets);
    case 'addBroker':
      return refuseBroker(world, command.broker);
    case 'unregisterBroker':
      return refuseUnregistering(world, command.broker);
    case 'createTopic':
      return refuseTopic(world, command);
    default:
      return command satisfies never;
  }
}

/** The controller as it is, to try something on: nothing of it reaches the world. */
function rehearsal({ now, seed, controller }: World): ControllerTurn {
  return { wire: { now, seed, outbox: [], events: [] }, controller };
}

function refuseMinimum(world: World, topic: string, value: number): Refusal | null {
  if (!Number.isInteger(value) || value < 1) {
    return refuse('min.insync.replicas is a whole number from 1 up.', 'INVALID_CONFIG');
  }
  const now = rowNamed(world.controller.image.topics, topic);
  if (now === undefined) return noTopic(topic);
  return now.minInsyncReplicas === value ? unchanged() : null;
}

function refuseElection(world: World, { partition, election }: ElectLeader): Refusal | null {
  const error = electLeaderOf(rehearsal(world), partition, election);
  const { leader, replicas } = world.controller.image.partitions[partition] ?? {
    leader: NO_LEADER,
    replicas: [],
  };
  switch (error) {
    case 'NONE':
      return null;
    case 'ELECTION_NOT_NEEDED': {
      const isPreferred = election === 'PREFERRED';
      const because = isPreferred
        ? `Broker ${leader} is first in the assignment, and leads already.`
        : `Broker ${leader} leads. Only a partition without a leader can be given one uncleanly.`;
      return refuse(because, error);
    }
    case 'PREFERRED_LEADER_NOT_AVAILABLE':
      return refuse(`Broker ${replicas[0] ?? ''} is not in sync, or not alive.`, error);
    case 'ELIGIBLE_LEADERS_NOT_AVAILABLE':
      return refuse('No replica is alive.', error);
    default:
      return refuse(`There is no partition ${partition}.`, error);
  }
}

function refuseBroker({ brokers }: World, broker: BrokerId): Refusal | null {
  if (!Number.isInteger(broker) || broker < 1) {
    return refuse('A node.id here is a whole number from 1 up.', 'INVALID_CONFIG');
  }
  if (broker > LIMITS.brokers) return refuse(`The page shows brokers 1 to ${LIMITS.brokers}.`);
  return brokers[broker] === undefined ? null : refuse(`There is a broker ${broker} already.`);
}

function refuseUnregistering(world: World, broker: BrokerId): Refusal | null {
  if (world.controller.image.brokers[broker] === undefined) {
    return refuse(`Broker ${broker} is not registered.`, 'BROKER_ID_NOT_REGISTERED');
  }
  if (world.brokers[broker]?.lifecycle === 'NOT_RUNNING') return null;
  return refuse(`The process of broker ${broker} is running: stop it first.`);
}

function refuseTopic({ controller: { image } }: World, wanted: CreateTopic): Refusal | null {
  const problem = topicProblem(image, wanted);
  if (problem !== null) return refuse(problem.because, problem.error);
  if (Object.keys(image.topics).length >= LIMITS.topics) {
    return refuse(`The page shows at most ${LIMITS.topics} topics.`);
  }
  const partitions = partitionIdsIn(image.partitions).length + wanted.partitions;
  if (partitions <= LIMITS.partitions) return null;
  return refuse(`The page shows at most ${LIMITS.partitions} partitions in all.`);
}

function noTopic(topic = ''): Refusal {
  return refuse(`There is no topic ${topic}.`, 'UNKNOWN_TOPIC_OR_PARTITION');
}
