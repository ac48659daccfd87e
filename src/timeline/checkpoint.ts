import { logEndOffset } from '../sim/broker/log';
import type { Replica } from '../sim/broker/state';
import type { PartitionRegistration } from '../sim/controller/state';
import type { Event } from '../sim/event';
import type { BrokerId, PartitionId, Tick } from '../sim/ids';
import { partitionIdsIn } from '../sim/ids';
import { rowOf, rowsOf } from '../sim/table';
import type { World } from '../sim/world';

/** A record as it was handed to its producer. */
export type ProducedRecord = Pick<
  Extract<Event, { readonly type: 'recordProduced' }>,
  'recordId' | 'partition' | 'value'
>;

/** A replica at a checkpoint. */
export interface ReplicaCheckpoint {
  readonly logEndOffset: number;
  readonly highWatermark: number;
  /** Leader epoch of each record, from the log start on. */
  readonly epochs: readonly number[];
}

/** A partition at a checkpoint, as the controller has it; named as Kafka's tools name it. */
export interface PartitionCheckpoint {
  /** -1 when nobody may lead. */
  readonly leader: BrokerId;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
  readonly isr: readonly BrokerId[];
  readonly elr: readonly BrokerId[];
  readonly lastKnownElr: readonly BrokerId[];
  /** By broker: every copy that there is, on brokers that are down as well. */
  readonly replicas: Readonly<Record<string, ReplicaCheckpoint>>;
}

/** What the producer was told of a record. */
export interface RecordCheckpoint {
  readonly value: string;
  readonly outcome: 'acknowledged' | 'failed' | 'pending';
  /** Why it failed; null for any other. */
  readonly error: string | null;
  /** Where it was written, if the producer knows. */
  readonly offset: number | null;
  readonly partition: PartitionId;
}

/** A cluster at one moment, everything due at that tick being done. */
export interface Checkpoint {
  readonly time: Tick;
  readonly partitions: Readonly<Record<string, PartitionCheckpoint>>;
  /** By record id, which counts from 1 in the order of production. */
  readonly records: Readonly<Record<string, RecordCheckpoint>>;
}

/** What there is to see of a world at a moment. */
export function checkpointOf(
  world: World,
  time: Tick,
  produced: readonly ProducedRecord[],
): Checkpoint {
  const { partitions } = world.controller.image;
  const seen = partitionIdsIn(partitions).map((id) => {
    return [id, partitionCheckpoint(world, id, rowOf(partitions, id))] as const;
  });
  return { time, partitions: Object.fromEntries(seen), records: recordsOf(world, produced) };
}

function partitionCheckpoint(
  world: World,
  partition: PartitionId,
  registration: PartitionRegistration,
): PartitionCheckpoint {
  const { leader, leaderEpoch, partitionEpoch, inSync, eligible } = registration;
  const replicas: Record<string, ReplicaCheckpoint> = {};
  for (const broker of rowsOf(world.brokers)) {
    const replica = broker.replicas[partition];
    if (replica !== undefined) replicas[broker.id] = replicaCheckpoint(replica);
  }
  const lastKnownElr = registration.lastKnownLeaders;
  return {
    leader,
    leaderEpoch,
    partitionEpoch,
    isr: inSync,
    elr: eligible,
    lastKnownElr,
    replicas,
  };
}

function replicaCheckpoint({ log, highWatermark }: Replica): ReplicaCheckpoint {
  const epochs = log.records.map(({ leaderEpoch }) => leaderEpoch);
  return { logEndOffset: logEndOffset(log), highWatermark, epochs };
}

function recordsOf(
  world: World,
  produced: readonly ProducedRecord[],
): Readonly<Record<string, RecordCheckpoint>> {
  const records: Record<string, RecordCheckpoint> = {};
  for (const { recordId, partition, value } of produced) {
    records[recordId] = { value, outcome: 'pending', error: null, offset: null, partition };
  }
  const settle = (id: number, partition: PartitionId, told: Partial<RecordCheckpoint>): void => {
    const record = records[id];
    if (record !== undefined) records[id] = { ...record, partition, ...told };
  };
  for (const { acknowledged, failed } of rowsOf(world.producers)) {
    for (const { id, partition, offset } of acknowledged.flat()) {
      settle(id, partition, { outcome: 'acknowledged', offset: offset < 0 ? null : offset });
    }
    for (const { id, partition, error } of failed.flat()) {
      settle(id, partition, { outcome: 'failed', error });
    }
  }
  return records;
}
