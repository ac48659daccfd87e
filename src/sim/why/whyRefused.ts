import { explainRefused } from '../explain/produceEvents';
import type { ProduceEvent } from '../event';
import { rowsOf } from '../table';
import type { World } from '../world';
import type { Why } from './why';

/** A write that a broker answered with an error. */
export type ProduceRefused = Extract<ProduceEvent, { type: 'produceRefused' }>;

/**
 * Why a write was refused: the comparison that failed, with its numbers as they were at that moment
 * (ReplicaManager.appendRecords, DelayedProduce.tryComplete).
 *
 * @param world as it was right after the refusal
 */
export function whyRefused(world: World, event: ProduceRefused): Why {
  const { what, why, rule } = explainRefused(event);
  return { what, because: [why], inequality: comparison(world, event), rule };
}

function comparison(world: World, event: ProduceRefused): string | null {
  const { broker, partition, error, inSyncCount, minInsyncReplicas } = event;
  const state = world.brokers[broker];
  const replica = state?.replicas[partition];
  switch (error) {
    case 'NOT_ENOUGH_REPLICAS':
    case 'NOT_ENOUGH_REPLICAS_AFTER_APPEND':
      return `${inSyncCount} in sync < ${minInsyncReplicas} min.insync.replicas`;
    case 'REQUEST_TIMED_OUT': {
      const last = replica?.log.records.findLast(({ id }) => event.recordIds.includes(id));
      if (replica === undefined || last === undefined) return null;
      return `high watermark ${replica.highWatermark} < ${last.offset + 1}, the record's end`;
    }
    case 'NOT_LEADER_OR_FOLLOWER': {
      const leader = replica?.leader ?? world.controller.image.partitions[partition]?.leader ?? -1;
      return `leader: ${leader === -1 ? 'nobody' : `broker ${leader}`} ≠ broker ${broker}`;
    }
    case 'UNKNOWN_TOPIC_OR_PARTITION':
      return (
        `metadata offset ${state?.image.offset ?? -1} < ` +
        `${world.controller.image.offset} of the controller`
      );
    case 'OUT_OF_ORDER_SEQUENCE_NUMBER':
      return sequences(world, event);
    default:
      return null;
  }
}

// The batch is still with its producer; the log has what came before it.
function sequences(world: World, { broker, partition, recordIds }: ProduceRefused): string | null {
  const batches = rowsOf(world.producers).flatMap((producer) => producer.batches);
  const records = batches.flatMap((batch) => batch.records);
  const first = records.find(({ id }) => recordIds.includes(id));
  const log = world.brokers[broker]?.replicas[partition]?.log;
  if (first === undefined || log === undefined || first.sequence === -1) return null;
  const last = log.records.findLast(({ producerId }) => producerId === first.producerId);
  const known = last === undefined ? 'none' : String(last.sequence);
  return `sequence ${first.sequence} ≠ ${known} + 1, the last in the log`;
}
