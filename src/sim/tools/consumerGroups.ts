import type { ConsumerState } from '../client/state';
import { partitionIdsIn, partitionIndex, topicOf } from '../ids';
import type { PartitionId } from '../ids';
import { rowsOf } from '../table';
import type { World } from '../world';
import { bootstrapServer, unanswered } from './bootstrap';
import { isAskedAgain, latestOffset, noOffsetWords } from './latestOffset';
import type { NoOffset } from './latestOffset';
import { TIMED_OUT } from './toolOutput';
import type { ToolOutput } from './toolOutput';

type Row = readonly (number | string)[];

const HEADERS: Row = [
  'GROUP',
  'TOPIC',
  'PARTITION',
  'CURRENT-OFFSET',
  'LOG-END-OFFSET',
  'LAG',
  'CONSUMER-ID',
  'HOST',
  'CLIENT-ID',
];

/** Least width of each column but the last, in letters; four of them grow with what they hold. */
const WIDTHS = [15, 15, 10, 15, 15, 15, 15, 15];
const GROWING = [0, 1, 6, 7];

const FAILED = `Error: Executing consumer group command failed due to ${TIMED_OUT}`;

/**
 * `kafka-consumer-groups.sh --describe --all-groups`, as ConsumerGroupCommand prints it. Of a
 * partition without a leader it prints a dash; when a leader is silent it prints nothing at all.
 */
export function consumerGroupsOutput(world: World): ToolOutput {
  const command = `bin/kafka-consumer-groups.sh ${bootstrapServer(world)} --describe --all-groups`;
  const failed = unanswered(world, command, FAILED);
  if (failed) return failed;
  const missing = missingOffsets(world);
  const notes = [
    'LOG-END-OFFSET is the high watermark. CURRENT-OFFSET is what the group has committed.',
    'Not modelled: the end of CONSUMER-ID, and HOST.',
    ...missing.map(([partition, why]) => noOffsetWords(partition, why)),
  ];
  const reasons = missing.map(([, why]) => why);
  if (reasons.includes('leaderSilent')) {
    return { command, output: `${FAILED}…`, isTable: false, notes };
  }
  if (reasons.some(isAskedAgain)) return { command, output: '…', isTable: false, notes };
  const consumers = rowsOf(world.consumers).toSorted(byGroup);
  const output = consumers.map((one) => groupText(world, one)).join('\n\n');
  return { command, output, isTable: true, notes };
}

function missingOffsets(world: World): readonly (readonly [PartitionId, NoOffset])[] {
  return partitionIdsIn(world.controller.image.partitions).flatMap((partition) => {
    const offset = latestOffset(world, partition);
    return typeof offset === 'number' ? [] : [[partition, offset] as const];
  });
}

function byGroup(one: ConsumerState, other: ConsumerState): number {
  return one.group < other.group ? -1 : 1;
}

function groupText(world: World, consumer: ConsumerState): string {
  const partitions = partitionIdsIn(world.controller.image.partitions).toSorted(byName);
  const rows = [HEADERS, ...partitions.map((partition) => rowFor(world, consumer, partition))];
  const widths = WIDTHS.map((least, column) =>
    GROWING.includes(column)
      ? Math.max(least, ...rows.map((row) => String(row[column]).length))
      : least,
  );
  const line = (row: Row) =>
    row.map((cell, column) => String(cell).padEnd(widths[column] ?? 0)).join(' ');
  return rows.map(line).join('\n');
}

function byName(one: PartitionId, other: PartitionId): number {
  if (topicOf(one) === topicOf(other)) return partitionIndex(one) - partitionIndex(other);
  return topicOf(one) < topicOf(other) ? -1 : 1;
}

// A consumer that has not heard of the partition is not assigned to it yet.
function rowFor(world: World, consumer: ConsumerState, partition: PartitionId): Row {
  const { group, id, committed, metadata, positions } = consumer;
  const current = committed[partition] ?? '-';
  const end = latestOffset(world, partition);
  const logEnd = typeof end === 'number' ? end : '-';
  const lag = typeof current === 'number' && typeof logEnd === 'number' ? logEnd - current : '-';
  const isAssigned = { ...positions, ...metadata.leaders }[partition] !== undefined;
  const member = isAssigned ? [`${id}-…`, '/…', id] : ['-', '-', '-'];
  return [group, topicOf(partition), partitionIndex(partition), current, logEnd, lag, ...member];
}
