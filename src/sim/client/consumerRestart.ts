import type { AutoOffsetReset } from '../config';
import { partitionIdsIn } from '../ids';
import { bootstrapMetadata } from './metadata';
import { commitOffsets } from './commits';
import { changeConsumer } from './consumerTurn';
import type { ConsumerState } from './state';
import type { ConsumerTurn } from './turn';

/** The process died, and a new one goes on where the last commit was: it reads the rest again. */
export function restartConsumer(turn: ConsumerTurn): void {
  const again = uncommittedRecords(turn.consumer);
  begin(turn);
  turn.wire.events.push({ type: 'consumerRestarted', consumer: turn.consumer.id, again });
}

/**
 * The application ends and starts with another `auto.offset.reset`. A consumer that is closed
 * commits first (ConsumerCoordinator.close), so nothing is read twice.
 */
export function changeAutoOffsetReset(turn: ConsumerTurn, to: AutoOffsetReset): void {
  commitOffsets(turn);
  changeConsumer(turn, { autoOffsetReset: to });
  begin(turn);
  turn.wire.events.push({ type: 'autoOffsetResetChanged', consumer: turn.consumer.id, to });
}

function begin(turn: ConsumerTurn): void {
  const { metadata, committed, committedEpochs } = turn.consumer;
  changeConsumer(turn, {
    metadata: bootstrapMetadata(metadata.bootstrap, turn.wire.now),
    positions: committed,
    positionEpochs: committedEpochs,
    positionLeaderEpochs: {},
    waits: {},
    commitDueAt: null,
    preferredReplicas: {},
    failed: {},
    fetches: {},
  });
}

// Where nothing was committed, `earliest` begins at the start of the log, which is 0 (M10).
function uncommittedRecords({ positions, committed, autoOffsetReset }: ConsumerState): number {
  let again = 0;
  for (const partition of partitionIdsIn(positions)) {
    const position = positions[partition] ?? 0;
    const start = committed[partition] ?? (autoOffsetReset === 'earliest' ? 0 : position);
    again += Math.max(0, position - start);
  }
  return again;
}
