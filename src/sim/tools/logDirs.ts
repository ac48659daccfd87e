import type { BrokerState } from '../broker/state';
import { brokerIdsIn } from '../ids';
import { rowOf, rowsOf } from '../table';
import type { World } from '../world';
import { bootstrapServer, unanswered } from './bootstrap';
import { answers } from './latestOffset';
import { TIMED_OUT } from './toolOutput';
import type { ToolOutput } from './toolOutput';

/**
 * `kafka-log-dirs.sh --describe`, one line of JSON for each broker (LogDirsCommand). It asks every
 * broker that is not fenced, and prints nothing unless all of them answer.
 */
export function logDirsOutput(world: World): ToolOutput {
  const tool = `bin/kafka-log-dirs.sh ${bootstrapServer(world)} --describe`;
  const command = `${tool} | grep '^{' | jq -c 'del(..|.size?)|.brokers[]'`;
  const failed = unanswered(world, command);
  if (failed) return failed;
  const { brokers: registered } = world.controller.image;
  const asked = brokerIdsIn(registered).filter((id) => registered[id]?.fenced === false);
  const states = asked.map((id) => rowOf(world.brokers, id));
  const silent = states.filter((broker) => !answers(broker)).map(({ id }) => id);
  const notes = [
    'Left out, for it is not modelled: size, in bytes.',
    'offsetLag is how far the log is behind its own high watermark, so it is 0.',
  ];
  if (silent.length === 0) {
    return { command, output: states.map(lineOf).join('\n'), isTable: false, notes };
  }
  notes.push(`It waits for ${silent.map((id) => `broker ${id}`).join(', ')}, and then gives up.`);
  return { command, output: `${TIMED_OUT}…`, isTable: false, notes };
}

function lineOf({ id, logDirectories, offlineDirectories, replicas }: BrokerState): string {
  const logDirs = logDirectories.map((directory) => {
    const isOffline = offlineDirectories.includes(directory);
    const held = rowsOf(replicas).filter((one) => !isOffline && one.directory === directory);
    return {
      logDir: `/${directory}`,
      error: isOffline ? 'org.apache.kafka.common.errors.KafkaStorageException' : null,
      partitions: held.map(({ partition }) => ({ partition, offsetLag: 0, isFuture: false })),
    };
  });
  return JSON.stringify({ broker: id, logDirs });
}
