import type { Acks, AutoOffsetReset } from '../config';
import type { ConsumerException } from '../client/state';
import type { BrokerId, ClientId, ConsumerId, Offset, PartitionId, ProducerId, Tick } from '../ids';
import type { RecordNames } from '../recordNames';

/** What clients notice, decide and are told, besides producing and consuming. */
export type ClientEvent =
  | (RecordNames & {
      /** A record that the log had already was appended again: nobody could tell. */
      readonly type: 'duplicateAppended';
      readonly broker: BrokerId;
      readonly producer: ProducerId;
      readonly partition: PartitionId;
      readonly baseOffset: Offset;
      readonly lastOffset: Offset;
    })
  | {
      readonly type: 'idempotenceChanged';
      readonly producer: ProducerId;
      readonly to: boolean;
      /** It is in force with acks=all only. */
      readonly acks: Acks;
    }
  | {
      /** An error answer named the new leader, so no metadata need be asked for (KIP-951). */
      readonly type: 'leaderHinted';
      readonly client: ClientId;
      readonly broker: BrokerId;
      readonly partition: PartitionId;
      readonly leader: BrokerId;
      readonly leaderEpoch: number;
    }
  | {
      /** The leader named a nearer replica, and the consumer reads there for a while (KIP-392). */
      readonly type: 'readReplicaChosen';
      readonly consumer: ConsumerId;
      readonly partition: PartitionId;
      readonly leader: BrokerId;
      readonly replica: BrokerId;
      readonly expiresAt: Tick;
      /** How many connections to it failed in a row before. */
      readonly failures: number;
    }
  | {
      /** The consumer goes back to the leader. */
      readonly type: 'readReplicaDropped';
      readonly consumer: ConsumerId;
      readonly partition: PartitionId;
      readonly replica: BrokerId;
      readonly because:
        'expired' | 'error' | 'disconnected' | 'outOfRange' | 'leaderChanged' | 'gone';
      /** How many connections to it have failed in a row. */
      readonly failures: number;
    }
  | {
      /** By epoch, the consumer finds that records which it has read are in the log no more. */
      readonly type: 'truncationDetected';
      readonly consumer: ConsumerId;
      readonly partition: PartitionId;
      /** Its position, and where the log parts; null when nobody can tell. */
      readonly from: Offset;
      readonly to: Offset | null;
      readonly offsetEpoch: number;
    }
  | {
      /** Without a reset policy the application is told, and reads the partition no further. */
      readonly type: 'consumerFailed';
      readonly consumer: ConsumerId;
      readonly partition: PartitionId;
      readonly exception: ConsumerException;
      /** Its position, -1 when it had none. */
      readonly at: Offset;
    }
  | {
      readonly type: 'offsetsCommitted';
      readonly consumer: ConsumerId;
      readonly partitions: readonly PartitionId[];
    }
  | {
      readonly type: 'consumerRestarted';
      readonly consumer: ConsumerId;
      /** Records that it will read a second time. */
      readonly again: number;
    }
  | {
      readonly type: 'autoOffsetResetChanged';
      readonly consumer: ConsumerId;
      readonly to: AutoOffsetReset;
    };
