import { KAFKA } from '../config';
import { partitionIdsIn } from '../ids';
import type { Offset, PartitionId, Tick } from '../ids';
import { changeConsumer } from './consumerTurn';
import type { ConsumerState } from './state';
import type { ConsumerTurn } from './turn';

/** A position has changed, so there will be something to commit (`enable.auto.commit`). */
export function changesToCommit(turn: ConsumerTurn): void {
  if (turn.consumer.commitDueAt !== null) return;
  changeConsumer(turn, { commitDueAt: nextCommitAt(turn) });
}

/**
 * Commits the positions that have changed, with the epochs of the records before them
 * (ConsumerCoordinator.maybeAutoCommitOffsetsAsync). Those that wait for an answer come later.
 */
export function commitOffsets(turn: ConsumerTurn): void {
  const { id: consumer, positions, positionEpochs, waits } = turn.consumer;
  const changed = uncommitted(turn.consumer);
  const partitions = changed.filter((partition) => waits[partition] === undefined);
  const commitDueAt = partitions.length < changed.length ? nextCommitAt(turn) : null;
  const committed: { [partition in PartitionId]?: Offset } = { ...turn.consumer.committed };
  const committedEpochs: { [partition in PartitionId]?: number } = {
    ...turn.consumer.committedEpochs,
  };
  for (const partition of partitions) {
    const position = positions[partition];
    const epoch = positionEpochs[partition];
    if (position !== undefined) committed[partition] = position;
    if (epoch === undefined) delete committedEpochs[partition];
    else committedEpochs[partition] = epoch;
  }
  changeConsumer(turn, { committed, committedEpochs, commitDueAt });
  if (partitions.length === 0) return;
  turn.wire.events.push({ type: 'offsetsCommitted', consumer, partitions });
}

function uncommitted(consumer: ConsumerState): readonly PartitionId[] {
  const { positions, committed, failed } = consumer;
  return partitionIdsIn(positions).filter(
    (partition) => positions[partition] !== committed[partition] && failed[partition] === undefined,
  );
}

function nextCommitAt({ wire }: ConsumerTurn): Tick {
  return wire.now + KAFKA.autoCommitIntervalMs;
}
