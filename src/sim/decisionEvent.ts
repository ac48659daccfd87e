import type { Machine } from './broker/state';
import type { Acks } from './config';
import type { BrokerId, Offset, PartitionId, ProducerId, Tick } from './ids';
import type { KafkaError } from './kafkaError';

/** What the controller decided. */
export type ControllerEvent =
  | {
      readonly type: 'leaderElected';
      readonly partition: PartitionId;
      readonly leader: BrokerId;
      readonly from: BrokerId;
      readonly leaderEpoch: number;
      /** Which rule allowed it (PartitionChangeBuilder). */
      readonly by: 'inSync' | 'eligible' | 'lastKnownLeader' | 'unclean' | 'preferred';
      readonly inSync: readonly BrokerId[];
    }
  | {
      readonly type: 'partitionWentOffline';
      readonly partition: PartitionId;
      readonly from: BrokerId;
      readonly leaderEpoch: number;
      readonly inSync: readonly BrokerId[];
      readonly eligible: readonly BrokerId[];
      readonly lastKnownLeaders: readonly BrokerId[];
      /** `unclean.leader.election.enable` of the topic. */
      readonly uncleanAllowed: boolean;
    }
  | {
      readonly type: 'brokerFenced';
      readonly broker: BrokerId;
      readonly brokerEpoch: number;
      readonly lastContactAt: Tick;
      readonly at: Tick;
      /** Its session ended, or it asked to stop and leads nothing any more. */
      readonly because: 'silent' | 'stops';
    }
  | { readonly type: 'brokerUnfenced'; readonly broker: BrokerId }
  | {
      readonly type: 'brokerRegistered';
      readonly broker: BrokerId;
      readonly brokerEpoch: number;
      /** The cluster has not known this broker, or not any more. */
      readonly isFirst: boolean;
      readonly clean: boolean;
    }
  | {
      readonly type: 'registrationRefused';
      readonly broker: BrokerId;
      readonly error: KafkaError;
      /** How often it has asked, from 1. */
      readonly attempt: number;
      /** When it asks again. */
      readonly retryAt: Tick;
      readonly at: Tick;
    };

/** Why a process ended without asking: somebody killed it, or it cannot use its disks. */
export type CrashCause = 'killed' | 'lastDirectoryFailed';

/** What became of a broker's process, and of its roles. */
export type BrokerEvent =
  | {
      readonly type: 'brokerCrashed';
      readonly broker: BrokerId;
      readonly leads: number;
      readonly because: CrashCause;
    }
  | {
      readonly type: 'brokerStarted';
      readonly broker: BrokerId;
      readonly incarnation: number;
      /** What the process finds: logs of a clean stop, of any other one, or none. */
      readonly disks: 'clean' | 'unclean' | 'empty';
      /** What the machine was before. */
      readonly machine: Machine;
    }
  | { readonly type: 'metadataApplied'; readonly broker: BrokerId; readonly offset: number }
  | {
      readonly type: 'becameLeader';
      readonly broker: BrokerId;
      readonly partition: PartitionId;
      readonly leaderEpoch: number;
      readonly epochStartOffset: Offset;
      readonly highWatermark: Offset;
      readonly partitionEpoch: number;
      readonly inSync: readonly BrokerId[];
      /** It led in the epoch before, too. */
      readonly ledBefore: boolean;
    }
  | {
      readonly type: 'becameFollower';
      readonly broker: BrokerId;
      readonly partition: PartitionId;
      readonly leader: BrokerId;
      readonly leaderEpoch: number;
      readonly partitionEpoch: number;
      readonly logEndOffset: Offset;
      readonly highWatermark: Offset;
    };

/** What a person changed. */
export type SettingEvent =
  | {
      readonly type: 'minInsyncReplicasChanged';
      readonly topic: string;
      readonly from: number;
      readonly to: number;
      readonly replicationFactor: number;
    }
  | {
      readonly type: 'uncleanLeaderElectionChanged';
      readonly topic: string;
      readonly to: boolean;
    }
  | {
      readonly type: 'acksChanged';
      readonly producer: ProducerId;
      readonly from: Acks;
      readonly to: Acks;
    }
  | {
      readonly type: 'loadStarted';
      readonly producer: ProducerId;
      readonly recordsPerSecond: number;
    }
  | { readonly type: 'loadStopped'; readonly producer: ProducerId };
