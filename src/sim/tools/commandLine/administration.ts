import type {
  AddBroker,
  AdministrationCommand,
  CreateTopic,
  ReassignmentTarget,
  ReassignPartitions,
} from '../../command/administration';
import { partitionIndex, topicOf } from '../../ids';
import type { World } from '../../world';
import { bootstrapServer } from '../bootstrap';
import { FORMAT, START } from './failure';
import { script } from './line';
import type { CommandLine } from './line';

/** What an administrator types. */
export function administrationLine(command: AdministrationCommand, world: World): CommandLine {
  const server = bootstrapServer(world);
  switch (command.type) {
    case 'changeMinInsyncReplicas':
      return alterTopic(world, command.topic, `min.insync.replicas=${command.value}`);
    case 'changeUncleanLeaderElection':
      return alterTopic(world, command.topic, `unclean.leader.election.enable=${command.value}`);
    case 'electLeader': {
      const { election, partition } = command;
      const where = `--topic ${topicOf(partition)} --partition ${partitionIndex(partition)}`;
      return script(
        '',
        `bin/kafka-leader-election.sh ${server} --election-type ${election} ${where}`,
      );
    }
    case 'reassignPartitions':
      return reassign(command, world);
    case 'addBroker':
      return addBroker(command);
    case 'unregisterBroker':
      return script('', `bin/kafka-cluster.sh unregister ${server} --id ${command.broker}`);
    case 'createTopic':
      return script('', `bin/kafka-topics.sh ${server} --create ${newTopic(command)}`);
    default:
      return command satisfies never;
  }
}

function alterTopic(world: World, topic: string | undefined, config: string): CommandLine {
  const name = topic ?? world.settings.topic;
  const entity = `--entity-type topics --entity-name ${name}`;
  const tool = `bin/kafka-configs.sh ${bootstrapServer(world)} --alter`;
  return script('', `${tool} ${entity} --add-config ${config}`);
}

function newTopic(command: CreateTopic): string {
  const { topic, partitions, replicationFactor, minInsyncReplicas } = command;
  const sizes = `--partitions ${partitions} --replication-factor ${replicationFactor}`;
  return `--topic ${topic} ${sizes} --config min.insync.replicas=${minInsyncReplicas}`;
}

function addBroker({ broker, rack }: AddBroker): CommandLine {
  const id = `node.id=${broker}`;
  const lines = rack === null ? [id] : [id, `broker.rack=${rack}`];
  const words = 'On the new machine, with these lines in config/broker.properties.';
  return script(words, ...lines.map((line) => `# ${line}`), FORMAT, START);
}

// One file for what is started, another for what is cancelled.
function reassign({ targets }: ReassignPartitions, world: World): CommandLine {
  const started = targets.filter(({ replicas }) => replicas !== null);
  const cancelled = targets.filter(({ replicas }) => replicas === null);
  const lines = [
    ...reassignWith(world, started, 'execute'),
    ...reassignWith(world, cancelled, 'cancel'),
  ];
  return script('', ...lines);
}

function reassignWith(
  world: World,
  targets: readonly ReassignmentTarget[],
  action: 'execute' | 'cancel',
): readonly string[] {
  if (targets.length === 0) return [];
  const partitions = targets.map(({ partition, replicas }) => ({
    topic: topicOf(partition),
    partition: partitionIndex(partition),
    // The tool wants a list here, too, when it cancels, and does not look at it.
    replicas: replicas ?? world.controller.image.partitions[partition]?.replicas ?? [],
  }));
  const file = `${action}.json`;
  const tool = `bin/kafka-reassign-partitions.sh ${bootstrapServer(world)}`;
  return [
    `echo '${JSON.stringify({ version: 1, partitions })}' > ${file}`,
    `${tool} --reassignment-json-file ${file} --${action}`,
  ];
}
