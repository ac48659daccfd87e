import type { Acks } from './config';
import type { BrokerEvent, ControllerEvent, SettingEvent } from './decisionEvent';
import type {
  BrokerId,
  ClientId,
  ConsumerId,
  NodeId,
  Offset,
  PartitionId,
  ProducerId,
  Tick,
} from './ids';
import type { AdministrationEvent } from './event/administration';
import type { ClientEvent } from './event/client';
import type { FailureEvent } from './event/failure';
import type { NetworkEvent } from './event/network';
import type { WireEvent } from './event/wire';
import type { KafkaError } from './kafkaError';
import type { Message } from './message';
import type { RecordNames } from './recordNames';

/** What happened, in the past tense. Events are output: they change nothing. */
export type Event =
  | ProduceEvent
  | PositionReset
  | ReplicationEvent
  | InSyncEvent
  | ControllerEvent
  | BrokerEvent
  | SettingEvent
  | FailureEvent
  | NetworkEvent
  | WireEvent
  | AdministrationEvent
  | ClientEvent
  | MessageLost
  | PromiseBroken;

/** Offsets of a run of records in one partition, both ends included. */
interface OffsetRange {
  readonly partition: PartitionId;
  readonly baseOffset: Offset;
  readonly lastOffset: Offset;
}

/** What happens to records between clients and leaders. */
export type ProduceEvent =
  | {
      readonly type: 'recordProduced';
      readonly producer: ProducerId;
      readonly recordId: number;
      readonly partition: PartitionId;
      readonly key: string | null;
      readonly value: string;
    }
  | (OffsetRange &
      RecordNames & {
        readonly type: 'recordsAppended';
        readonly broker: BrokerId;
        readonly leaderEpoch: number;
        /** Who leads by the controller's decision where the broker does not know it; -1: nobody. */
        readonly leaderNow?: BrokerId;
      })
  | (OffsetRange & {
      /** The leader had the batch already (idempotence): nothing was appended. */
      readonly type: 'duplicateFound';
      readonly broker: BrokerId;
      readonly recordIds: readonly number[];
    })
  | {
      /** The leader answered with an error; `appended` tells whether the log has the records. */
      readonly type: 'produceRefused';
      readonly broker: BrokerId;
      readonly producer: ProducerId;
      readonly partition: PartitionId;
      readonly error: KafkaError;
      readonly appended: boolean;
      /** How often the producer has sent it, from 1. */
      readonly attempt: number;
      readonly inSyncCount: number;
      readonly minInsyncReplicas: number;
      readonly recordIds: readonly number[];
      /** Who leads by the controller's decision where the broker does not know it; -1: nobody. */
      readonly leaderNow?: BrokerId;
    }
  | (OffsetRange &
      RecordNames & {
        readonly type: 'recordsAcknowledged';
        readonly producer: ProducerId;
        /** The broker that answered, or was sent to with acks=0. */
        readonly broker: BrokerId;
        readonly acks: Acks;
        /** No other replica is in sync by the controller's decision. */
        readonly isAlone?: boolean;
      })
  | (RecordNames & {
      readonly type: 'produceRetried';
      readonly producer: ProducerId;
      readonly partition: PartitionId;
      readonly error: KafkaError;
      /** What came of it the time before, NONE the first time. */
      readonly errorBefore: KafkaError;
      /** How often it has been sent so far. */
      readonly attempts: number;
    })
  | (RecordNames & {
      readonly type: 'deliveryFailed';
      readonly producer: ProducerId;
      readonly partition: PartitionId;
      readonly error: 'TimeoutException' | KafkaError;
      readonly mayBeWritten: boolean;
    })
  | {
      readonly type: 'metadataRefreshed';
      readonly client: ClientId;
      readonly broker: BrokerId;
      /** Partitions whose leader is another than the client knew. */
      readonly changed: readonly { readonly partition: PartitionId; readonly leader: BrokerId }[];
    }
  | (OffsetRange & {
      readonly type: 'recordsConsumed';
      readonly consumer: ConsumerId;
      readonly broker: BrokerId;
      readonly recordIds: readonly number[];
    });

/** A consumer without a place that is in the log goes on where `auto.offset.reset` says. */
export interface PositionReset {
  readonly type: 'positionReset';
  readonly consumer: ConsumerId;
  readonly partition: PartitionId;
  /** Where it stood, -1 when it begins. */
  readonly from: Offset;
  readonly to: Offset;
  readonly policy: 'latest' | 'earliest';
}

/** What happens between a leader and its followers. */
export type ReplicationEvent =
  | (OffsetRange & {
      readonly type: 'recordsReplicated';
      readonly broker: BrokerId;
      readonly leader: BrokerId;
      readonly recordIds: readonly number[];
    })
  | {
      /** A fetch told the leader how far a follower has come. */
      readonly type: 'followerCounted';
      readonly broker: BrokerId;
      readonly follower: BrokerId;
      readonly partition: PartitionId;
      readonly logEndOffset: Offset;
    }
  | {
      readonly type: 'highWatermarkAdvanced';
      readonly broker: BrokerId;
      readonly partition: PartitionId;
      readonly from: Offset;
      readonly to: Offset;
      readonly inSync: readonly BrokerId[];
    }
  | {
      readonly type: 'followerHighWatermarkMoved';
      readonly broker: BrokerId;
      readonly partition: PartitionId;
      readonly from: Offset;
      readonly to: Offset;
    }
  | (RecordNames & {
      readonly type: 'logTruncated';
      readonly broker: BrokerId;
      readonly leader: BrokerId;
      readonly partition: PartitionId;
      /** Log end offset before and after. */
      readonly from: Offset;
      readonly to: Offset;
      /** Epochs of the records that fell out. */
      readonly epochs: readonly number[];
      /** The epochs part, the leader's log is shorter, or there is no epoch to compare by. */
      readonly because: 'divergence' | 'outOfRange' | 'noEpochs';
    })
  | {
      readonly type: 'fetchFailed';
      readonly broker: BrokerId;
      readonly leader: BrokerId;
      readonly partitions: readonly PartitionId[];
      readonly error: KafkaError;
    };

/** What becomes of an in-sync set. */
export type InSyncEvent =
  | {
      readonly type: 'inSyncChangeProposed';
      readonly broker: BrokerId;
      readonly partition: PartitionId;
      readonly change: 'expand' | 'shrink';
      readonly replicas: readonly BrokerId[];
      readonly to: readonly BrokerId[];
    }
  | {
      readonly type: 'inSyncChangeRefused';
      readonly broker: BrokerId;
      readonly partition: PartitionId;
      readonly error: KafkaError;
    }
  | {
      readonly type: 'inSyncReplicasChanged';
      readonly partition: PartitionId;
      readonly from: readonly BrokerId[];
      readonly to: readonly BrokerId[];
      /** `min.insync.replicas`, at most the number of replicas. */
      readonly effectiveMinInSync: number;
      readonly leader: BrokerId;
      readonly leaderEpoch: number;
      readonly partitionEpoch: number;
    }
  | {
      readonly type: 'eligibleLeadersChanged';
      readonly partition: PartitionId;
      readonly from: readonly BrokerId[];
      readonly to: readonly BrokerId[];
      /** Why: somebody left, one was elected, the minimum is met, or it is another one now. */
      readonly because: 'left' | 'uncleanRestart' | 'elected' | 'minimumMet' | 'minimumChanged';
    };

/** A message reached nobody. */
export interface MessageLost {
  readonly type: 'messageLost';
  readonly flightId: number;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly sentAt: Tick;
  readonly message: Message['type'];
  readonly background: boolean;
  readonly because: 'receiverDown' | 'machineOff' | 'linkCut' | 'dropped';
}

/** Acknowledged records are in no log any more with which the partition goes on. */
export interface PromiseBroken extends RecordNames {
  readonly type: 'promiseBroken';
  readonly partition: PartitionId;
  readonly acks: Acks;
  /** The leader whose log lacks them, or the broker that lost the last copy. */
  readonly leader: BrokerId;
  readonly leaderEpoch: number;
  /** What permitted it: the producer's acks, an unclean election, or a replica that lost them. */
  readonly by: 'acks' | 'uncleanElection' | 'dataLoss';
}
