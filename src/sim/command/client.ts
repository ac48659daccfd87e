import type { Acks, AutoOffsetReset } from '../config';
import type { ConsumerId, PartitionId, ProducerId } from '../ids';

/** What a person does with producers and consumers. */
export type ClientCommand =
  | Produce
  | ChangeAcks
  | ChangeIdempotence
  | StartLoad
  | StopLoad
  | AddProducer
  | AddConsumer
  | RestartConsumer
  | ChangeAutoOffsetReset;

/** Send one record. Partition null: by the key's hash, or the sticky partition without a key. */
export interface Produce {
  readonly type: 'produce';
  readonly producer: ProducerId;
  readonly partition: PartitionId | null;
  /** Where the record goes when no partition is named; left out: the first topic. */
  readonly topic?: string;
  readonly key: string | null;
  readonly value: string;
}

/** The producer application starts again with other `acks`. */
export interface ChangeAcks {
  readonly type: 'changeAcks';
  readonly producer: ProducerId;
  readonly acks: Acks;
}

/** The producer application starts again with another `enable.idempotence`. */
export interface ChangeIdempotence {
  readonly type: 'changeIdempotence';
  readonly producer: ProducerId;
  readonly value: boolean;
}

/** The producer sends keyed records at an even pace, until stopped. */
export interface StartLoad {
  readonly type: 'startLoad';
  readonly producer: ProducerId;
  /** 1 to 1 000. */
  readonly recordsPerSecond: number;
}

/** The producer sends nothing more by itself. */
export interface StopLoad {
  readonly type: 'stopLoad';
  readonly producer: ProducerId;
}

/** Another producer application starts. Its id is the next one that is free. */
export interface AddProducer {
  readonly type: 'addProducer';
  readonly rack: string | null;
}

/** Another consumer application starts, in a group of its own. Its id is the next one free. */
export interface AddConsumer {
  readonly type: 'addConsumer';
  /** `client.rack`. */
  readonly rack: string | null;
}

/** The consumer application starts again, and goes on at the offsets that it had committed. */
export interface RestartConsumer {
  readonly type: 'restartConsumer';
  readonly consumer: ConsumerId;
}

/** The consumer application starts again with another `auto.offset.reset`. */
export interface ChangeAutoOffsetReset {
  readonly type: 'changeAutoOffsetReset';
  readonly consumer: ConsumerId;
  readonly value: AutoOffsetReset;
}
