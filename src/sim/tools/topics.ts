import { describeTopics } from '../describe';
import type { PartitionDescription, TopicDescription } from '../describe';
import type { World } from '../world';
import { bootstrapServer, unanswered } from './bootstrap';
import type { ToolOutput } from './toolOutput';

/** Before the message of what failed (TopicCommand.printException); its log repeats it. */
const FAILED = 'Error while executing topic command : ';

/** `kafka-topics.sh --describe`, as TopicCommand prints it: fields with a tab between them. */
export function topicsOutput(world: World): ToolOutput {
  const command = `bin/kafka-topics.sh ${bootstrapServer(world)} --describe`;
  const failed = unanswered(world, command, FAILED, 'listTopics');
  if (failed) return failed;
  return {
    command,
    output: describeTopics(world).flatMap(linesOf).join('\n'),
    isTable: false,
    notes: ['Left out, for they are not modelled: TopicId, and configs set to their own default.'],
  };
}

function linesOf(description: TopicDescription): readonly string[] {
  const { topic, partitionCount, replicationFactor, configs, partitions } = description;
  const head = [
    `Topic: ${topic}`,
    `PartitionCount: ${partitionCount}`,
    `ReplicationFactor: ${replicationFactor}`,
    `Configs: ${configs.join(',')}`,
  ];
  return [head.join('\t'), ...partitions.map((one) => partitionLine(topic, one))];
}

function partitionLine(topic: string, one: PartitionDescription): string {
  const { index, leader, replicas, inSync, eligible, lastKnownLeaders, adding, removing } = one;
  const isReassigned = adding.length + removing.length > 0;
  const fields = [
    `Topic: ${topic}`,
    `Partition: ${index}`,
    `Leader: ${leader ?? 'none'}`,
    `Replicas: ${replicas.join(',')}`,
    `Isr: ${inSync.join(',')}`,
    ...(isReassigned ? [`Adding Replicas: ${adding.join(',')}`] : []),
    ...(isReassigned ? [`Removing Replicas: ${removing.join(',')}`] : []),
    `Elr: ${eligible.join(',')}`,
    `LastKnownElr: ${lastKnownLeaders.join(',')}`,
  ];
  return fields.map((field) => `\t${field}`).join('');
}
