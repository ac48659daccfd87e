import { partitionIdsIn, partitionIndex, topicOf } from '../ids';
import type { World } from '../world';
import { bootstrapServer, unanswered } from './bootstrap';
import { isAskedAgain, latestOffset, noOffsetWords } from './latestOffset';
import { TIMED_OUT } from './toolOutput';
import type { ToolOutput } from './toolOutput';

/** Before the message of what failed (GetOffsetShell.mainNoExit); its stack follows. */
const FAILED = `Error occurred: ${TIMED_OUT}`;

/**
 * `kafka-get-offsets.sh`, as GetOffsetShell prints it: what could not be had first (on stderr),
 * then `topic:partition:offset` by name.
 */
export function offsetsOutput(world: World): ToolOutput {
  const command = `bin/kafka-get-offsets.sh ${bootstrapServer(world)}`;
  const failed = unanswered(world, command, FAILED, 'listTopics');
  if (failed) return failed;
  const lines: string[] = [];
  const errors: string[] = [];
  let isAwaited = false;
  const notes: string[] = ['The offset is the high watermark of the leader, not its log end.'];
  for (const partition of partitionIdsIn(world.controller.image.partitions).toSorted()) {
    const offset = latestOffset(world, partition);
    isAwaited ||= isAskedAgain(offset);
    if (typeof offset === 'number') {
      lines.push(`${topicOf(partition)}:${partitionIndex(partition)}:${offset}`);
    } else {
      errors.push(skipped(partition));
      notes.push(noOffsetWords(partition, offset));
    }
  }
  return {
    command,
    output: isAwaited ? '…' : [...errors, ...lines].join('\n'),
    isTable: false,
    notes,
  };
}

function skipped(partition: string): string {
  return `Skip getting offsets for topic-partition ${partition} due to error: ${TIMED_OUT}…`;
}
