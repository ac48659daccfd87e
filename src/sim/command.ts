import type { Acks } from './config';
import type { BrokerId, PartitionId, ProducerId, Tick } from './ids';

/** What a person can do to a cluster. The only input of a run. */
export type Command =
  | Produce
  | CrashBroker
  | StartBroker
  | ChangeMinInsyncReplicas
  | ChangeUncleanLeaderElection
  | ChangeAcks
  | StartLoad
  | StopLoad;

/** Send one record. Partition null: by the key's hash, or the sticky partition without a key. */
export interface Produce {
  readonly type: 'produce';
  readonly producer: ProducerId;
  readonly partition: PartitionId | null;
  readonly key: string | null;
  readonly value: string;
}

/** `kill -9` of the broker's process: its page cache survives, its session does not. */
export interface CrashBroker {
  readonly type: 'crashBroker';
  readonly broker: BrokerId;
}

/** Start the broker's process again on the log directory that it left. */
export interface StartBroker {
  readonly type: 'startBroker';
  readonly broker: BrokerId;
}

/** `kafka-configs.sh --alter --add-config min.insync.replicas=…` on the topic. */
export interface ChangeMinInsyncReplicas {
  readonly type: 'changeMinInsyncReplicas';
  readonly value: number;
}

/** `kafka-configs.sh --alter --add-config unclean.leader.election.enable=…` on the topic. */
export interface ChangeUncleanLeaderElection {
  readonly type: 'changeUncleanLeaderElection';
  readonly value: boolean;
}

/** The producer application starts again with other `acks`. */
export interface ChangeAcks {
  readonly type: 'changeAcks';
  readonly producer: ProducerId;
  readonly acks: Acks;
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

/** A command and the tick at which it is obeyed. */
export interface StampedCommand {
  readonly at: Tick;
  readonly command: Command;
}
