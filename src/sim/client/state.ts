import type { Acks, AutoOffsetReset, IsolationLevel } from '../config';
import type { BrokerId, ConsumerId, Offset, PartitionId, ProducerId, Table, Tick } from '../ids';
import type { KafkaError } from '../kafkaError';
import type { Ledger } from '../ledger';
import type { KnownLeader, UnwrittenRecord } from '../message';
import type { Sent } from '../network';

/** What a client knows of the cluster, from the last metadata answer (ClusterMetadata). */
export interface ClientMetadata {
  /** Brokers it may ask. */
  readonly brokers: readonly BrokerId[];
  /** `bootstrap.servers`: asked again when none of the known ones answers. */
  readonly bootstrap: readonly BrokerId[];
  /** How many questions in a row nobody answered. */
  readonly unanswered: number;
  /** Whom it asks next: who answered last, or the one after who did not. */
  readonly asksNext: BrokerId | null;
  readonly leaders: Table<PartitionId, KnownLeader>;
  readonly updatedAt: Tick;
  /** The question under way; null while none is. */
  readonly inFlight: {
    readonly correlationId: number;
    readonly broker: BrokerId;
    readonly expiresAt: Tick;
  } | null;
  /** When to ask next. */
  readonly dueAt: Tick;
  /** How often it was asked since anything new was heard. */
  readonly attempt: number;
}

/** A producer: its batches, its promises, and what it knows (KafkaProducer). */
export interface ProducerState {
  readonly id: ProducerId;
  readonly rack: string | null;
  readonly acks: Acks;
  /** As configured; it is in force with acks=all only. */
  readonly enableIdempotence: boolean;
  /** Given by the cluster to an idempotent producer, -1 to any other. */
  readonly producerId: number;
  /** Raised by the producer itself when a series of sequences has a gap (KIP-360). */
  readonly producerEpoch: number;
  readonly metadata: ClientMetadata;
  /** How far an idempotent producer has counted in each partition (TxnPartitionMap). */
  readonly sequences: Table<PartitionId, PartitionSequences>;
  /** Where records without a key go, in each topic (BuiltInPartitioner). */
  readonly sticky: { readonly [topic in string]?: StickyPartition };
  /** How often one was drawn: the identity of the next draw. */
  readonly stickyDraws: number;
  /** Batches not yet done with, in the order of their creation (RecordAccumulator). */
  readonly batches: readonly ProducerBatch[];
  readonly load: { readonly recordsPerSecond: number; readonly nextAt: Tick } | null;
  /** How many records the load has made; their keys are counted with it. */
  readonly loadCount: number;
  readonly acknowledged: Ledger<AcknowledgedRecord>;
  readonly failed: Ledger<FailedRecord>;
  readonly correlationId: number;
  readonly sent: Sent;
  readonly dueAt: Tick | null;
}

/** The sequences of an idempotent producer in one partition (TxnPartitionEntry). */
export interface PartitionSequences {
  /** Under which name it counts here; the producer's own may be newer already. */
  readonly producerId: number;
  readonly producerEpoch: number;
  /** Sequence of the next record that is sent for the first time. */
  readonly next: number;
  /** Sequence of the last acknowledged record, -1 before there is one. */
  readonly lastAcknowledged: number;
  /**
   * What would follow the last batch that was given up after it had been sent: nobody knows whether
   * the leader has it. Null when there is none, or it is settled.
   */
  readonly unresolvedNext: number | null;
}

/** The partition that records without a key go to for a while (StickyPartitionInfo). */
export interface StickyPartition {
  readonly partition: PartitionId;
  /** How many records it was chosen for. */
  readonly records: number;
}

/** Records for one partition that travel together. */
export interface ProducerBatch {
  readonly partition: PartitionId;
  readonly records: readonly UnwrittenRecord[];
  readonly createdAt: Tick;
  /** `delivery.timeout.ms` after the creation: then the producer gives up. */
  readonly deliveryExpiresAt: Tick;
  /** How often it was sent. Its sequences are given when it is sent for the first time. */
  readonly attempts: number;
  /** The leader epoch that it was last sent to, -1 before. */
  readonly triedLeaderEpoch: number;
  /** It got other sequences while a request with the old ones was under way. */
  readonly isRenumbered: boolean;
  /** When it may be sent: after `linger.ms`, or after a backoff. */
  readonly readyAt: Tick;
  readonly lastError: KafkaError;
  /** An attempt failed in a way that leaves open whether the log has it. */
  readonly mayBeWritten: boolean;
  readonly inFlight: {
    readonly correlationId: number;
    readonly broker: BrokerId;
    readonly leaderEpoch: number;
    /** What this request asked for; the producer's own may have changed since. */
    readonly acks: Acks;
    readonly expiresAt: Tick;
  } | null;
}

/** A promise: the producer was told that this record is written. */
export interface AcknowledgedRecord {
  readonly id: number;
  readonly value: string;
  readonly partition: PartitionId;
  /** -1 with acks=0: nobody said where it went. */
  readonly offset: Offset;
  readonly acks: Acks;
  readonly at: Tick;
}

/** The producer gave up on this record. */
export interface FailedRecord {
  readonly id: number;
  readonly partition: PartitionId;
  readonly error: 'TimeoutException' | KafkaError;
  /** It was sent at least once, so it may stand in a log all the same. */
  readonly mayBeWritten: boolean;
  readonly at: Tick;
}

/** A replica that a leader named to a consumer as the nearer one. */
export interface ReadReplica {
  readonly replica: BrokerId;
  /** `metadata.max.age.ms` after it was named. */
  readonly expiresAt: Tick;
}

/** What a consumer's application is told when there is no policy that would help. */
export type ConsumerException =
  'LogTruncationException' | 'OffsetOutOfRangeException' | 'NoOffsetForPartitionException';

/** Why a partition is not fetched for now (SubscriptionState.FetchStates). */
export interface PositionWait {
  /** A new position, a comparison of epochs, or merely time. */
  readonly for: 'reset' | 'validation' | 'time';
  /** The question under way; null while none is. */
  readonly correlationId: number | null;
  /** How often it has been asked. */
  readonly attempts: number;
  /** When to ask, or to ask again; null while no leader is known. */
  readonly dueAt: Tick | null;
}

/** A consumer of one group: where it reads, and what it knows (KafkaConsumer). */
export interface ConsumerState {
  readonly id: ConsumerId;
  readonly rack: string | null;
  readonly group: string;
  readonly metadata: ClientMetadata;
  /** Next offset to read of each partition. */
  readonly positions: Table<PartitionId, Offset>;
  /** Leader epoch of the record before each position, where one was read. */
  readonly positionEpochs: Table<PartitionId, number>;
  /** Leader epoch for which each position was last looked at (FetchPosition.currentLeader). */
  readonly positionLeaderEpochs: Table<PartitionId, number>;
  /** Partitions that are not fetched yet, and what they wait for. */
  readonly waits: Table<PartitionId, PositionWait>;
  /** What a new process would go on from (`enable.auto.commit`, every 5 s). */
  readonly committed: Table<PartitionId, Offset>;
  /** The epoch that was committed with each offset, where one was known. */
  readonly committedEpochs: Table<PartitionId, number>;
  /** When it commits next; null while there is nothing new to commit. */
  readonly commitDueAt: Tick | null;
  /** Where it reads instead of at the leader, and until when (KIP-392). */
  readonly preferredReplicas: Table<PartitionId, ReadReplica>;
  /** Partitions that the application has stopped reading, and why. */
  readonly failed: Table<PartitionId, ConsumerException>;
  readonly autoOffsetReset: AutoOffsetReset;
  readonly isolationLevel: IsolationLevel;
  readonly consumed: number;
  /** One conversation with each broker that it reads from. */
  readonly fetches: Table<BrokerId, ConsumerFetch>;
  readonly correlationId: number;
  readonly sent: Sent;
  readonly dueAt: Tick | null;
}

/** A consumer’s conversation with one broker (FetchSessionHandler). */
export interface ConsumerFetch {
  readonly broker: BrokerId;
  readonly partitions: readonly PartitionId[];
  readonly changed: readonly PartitionId[];
  readonly forgotten: readonly PartitionId[];
  readonly sessionEpoch: number;
  readonly inFlight: { readonly correlationId: number; readonly expiresAt: Tick } | null;
  /** How many connections failed in a row, and until when it does not try again. */
  readonly failures: number;
  readonly pausedUntil: Tick | null;
}
