import type { Tick } from '../ids';
import { earliest, rowsOf } from '../table';
import type { ClientMetadata, ConsumerFetch, ConsumerState, ProducerState } from './state';

/** When a producer has something to do without being asked. */
export function producerDueAt(producer: ProducerState, now: Tick): Tick | null {
  return earliest([
    ...metadataDeadlines(producer.metadata),
    producer.load?.nextAt ?? null,
    ...producer.batches.flatMap((batch) => [
      batch.deliveryExpiresAt,
      batch.inFlight === null ? later(batch.readyAt, now) : batch.inFlight.expiresAt,
    ]),
  ]);
}

/** When a consumer has something to do without being asked. */
export function consumerDueAt(consumer: ConsumerState): Tick | null {
  return earliest([
    ...metadataDeadlines(consumer.metadata),
    ...rowsOf(consumer.fetches).map(fetchDeadline),
    ...rowsOf(consumer.waits).map(({ dueAt }) => dueAt),
    consumer.commitDueAt,
  ]);
}

// One that is merely remembered as not answering has nothing to do.
function fetchDeadline({ inFlight, pausedUntil, partitions }: ConsumerFetch): Tick | null {
  return inFlight?.expiresAt ?? (partitions.length === 0 ? null : pausedUntil);
}

function metadataDeadlines({ inFlight, dueAt }: ClientMetadata): readonly (Tick | null)[] {
  return [inFlight === null ? dueAt : inFlight.expiresAt];
}

// A batch that was ready and stayed waits for something else: metadata, or an earlier batch.
function later(at: Tick, now: Tick): Tick | null {
  return at > now ? at : null;
}
