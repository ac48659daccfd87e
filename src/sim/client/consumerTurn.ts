import { staleMetadata } from './metadata';
import type { ConsumerState } from './state';
import type { ConsumerTurn } from './turn';

/** Changes some fields of the consumer. */
export function changeConsumer(turn: ConsumerTurn, fields: Partial<ConsumerState>): void {
  turn.consumer = { ...turn.consumer, ...fields };
}

/** A number for the next request of this consumer. */
export function takeCorrelationId(turn: ConsumerTurn): number {
  const correlationId = turn.consumer.correlationId + 1;
  changeConsumer(turn, { correlationId });
  return correlationId;
}

/** What it knows of leaders may be old: it asks soon. */
export function refresh(turn: ConsumerTurn): void {
  const { id, metadata } = turn.consumer;
  changeConsumer(turn, { metadata: staleMetadata(turn.wire, id, metadata) });
}
