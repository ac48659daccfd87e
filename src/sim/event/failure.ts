import type { BrokerId, Offset, PartitionId } from '../ids';
import type { RecordNames } from '../recordNames';

/** What befell a broker, and what it did about it. */
export type FailureEvent =
  | {
      /** The machine has no power: nobody closes its connections. */
      readonly type: 'powerLost';
      readonly broker: BrokerId;
      readonly leads: number;
    }
  | (RecordNames & {
      /** What was only in the page cache of a machine without power is gone. */
      readonly type: 'unflushedRecordsLost';
      readonly broker: BrokerId;
      readonly partition: PartitionId;
      /** Log end offset before and after. */
      readonly from: Offset;
      readonly to: Offset;
    })
  | { readonly type: 'instanceLost'; readonly broker: BrokerId; readonly leads: number }
  | {
      readonly type: 'disksReplaced';
      readonly broker: BrokerId;
      /** How many replicas were on the old ones. */
      readonly replicas: number;
    }
  | {
      readonly type: 'brokerPaused';
      readonly broker: BrokerId;
      readonly forMs: number;
      readonly leads: number;
    }
  | {
      readonly type: 'brokerResumed';
      readonly broker: BrokerId;
      /** Messages that had arrived meanwhile, and are read now. */
      readonly waiting: number;
    }
  | {
      readonly type: 'diskSlowed';
      readonly broker: BrokerId;
      readonly from: number;
      readonly msPerRecord: number;
    }
  | {
      readonly type: 'logDirectoryFailed';
      readonly broker: BrokerId;
      readonly directory: string;
      readonly partitions: readonly PartitionId[];
      /** How many directories it has left; without any it halts. */
      readonly left: number;
    }
  | {
      /** The controller heard of it, and takes the broker out of the partitions concerned. */
      readonly type: 'logDirectoriesOffline';
      readonly broker: BrokerId;
      readonly directories: readonly string[];
      readonly partitions: readonly PartitionId[];
    }
  | {
      /** The broker is to stop, and asks the controller to let it go. */
      readonly type: 'shutdownBegan';
      readonly broker: BrokerId;
      readonly leads: number;
      /** Somebody told it to, or it could not tell the controller of a directory that failed. */
      readonly because: 'told' | 'directoryFailureUntold';
    }
  | {
      /** The controller moves leaderships away from a broker that stops. */
      readonly type: 'controlledShutdownEntered';
      readonly broker: BrokerId;
      /** Partitions whose leader is another one now. */
      readonly moved: number;
      /** Those that it led and that nobody else may lead: they are offline now. */
      readonly stuck: readonly PartitionId[];
    }
  | {
      readonly type: 'brokerStopped';
      readonly broker: BrokerId;
      /** The epoch that it leaves in its clean-shutdown marker, -1 when it never had one. */
      readonly brokerEpoch: number;
      /** The controller agreed, or it had nobody to leave, or it has waited long enough. */
      readonly because: 'allowed' | 'notServing' | 'timeout';
    };
