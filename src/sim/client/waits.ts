import type { PartitionId, Tick } from '../ids';
import { UNKNOWN } from '../ids';
import { withRow, withoutRow } from '../table';
import { leave } from './consumerFetch';
import { changeConsumer } from './consumerTurn';
import type { ConsumerException, PositionWait } from './state';
import type { ConsumerTurn } from './turn';

/** A partition is not fetched until something is known, or some time has passed. */
export function waitFor(
  turn: ConsumerTurn,
  partition: PartitionId,
  what: PositionWait['for'],
  dueAt: Tick = turn.wire.now,
): void {
  leave(turn, partition);
  setWait(turn, partition, { for: what, correlationId: null, attempts: 0, dueAt });
}

/** Replaces what a partition waits for. */
export function setWait(turn: ConsumerTurn, partition: PartitionId, wait: PositionWait): void {
  changeConsumer(turn, { waits: withRow(turn.consumer.waits, partition, wait) });
}

/** What was waited for is there. */
export function endWait(turn: ConsumerTurn, partition: PartitionId): void {
  const { waits } = turn.consumer;
  if (waits[partition] === undefined) return;
  changeConsumer(turn, { waits: withoutRow(waits, partition) });
}

/**
 * There is no position to go on from: `auto.offset.reset` finds one, or the application is told
 * that there is none (SubscriptionState.requestOffsetReset).
 */
export function awaitReset(
  turn: ConsumerTurn,
  partition: PartitionId,
  otherwise: ConsumerException,
): void {
  if (turn.consumer.autoOffsetReset === 'none') fail(turn, partition, otherwise);
  else waitFor(turn, partition, 'reset');
}

/** The application is told of an exception, and reads the partition no further. */
export function fail(
  turn: ConsumerTurn,
  partition: PartitionId,
  exception: ConsumerException,
): void {
  leave(turn, partition);
  endWait(turn, partition);
  const { id: consumer, failed, positions } = turn.consumer;
  changeConsumer(turn, { failed: withRow(failed, partition, exception) });
  const at = positions[partition] ?? UNKNOWN;
  turn.wire.events.push({ type: 'consumerFailed', consumer, partition, exception, at });
}
