import type { BrokerId } from '../ids';

/** What befalls a broker, and what puts it right again. */
export type FailureCommand =
  | CrashBroker
  | StartBroker
  | ShutDownBroker
  | CutPower
  | LoseInstance
  | ReplaceDisks
  | PauseBroker
  | SlowDisk
  | FailLogDirectory;

/** `kill -9` of the broker's process: its page cache survives, its session does not. */
export interface CrashBroker {
  readonly type: 'crashBroker';
  readonly broker: BrokerId;
}

/** Start the broker's process: on its disks as they are, on a new instance if the last is gone. */
export interface StartBroker {
  readonly type: 'startBroker';
  readonly broker: BrokerId;
}

/** SIGTERM: the broker asks the controller to move its leaderships, then stops in order. */
export interface ShutDownBroker {
  readonly type: 'shutDownBroker';
  readonly broker: BrokerId;
}

/** The machine loses power: what was only in its page cache is gone. */
export interface CutPower {
  readonly type: 'cutPower';
  readonly broker: BrokerId;
}

/** The cloud takes the instance away for good, and its disks with it. */
export interface LoseInstance {
  readonly type: 'loseInstance';
  readonly broker: BrokerId;
}

/** While the broker is down, all its disks are replaced by empty ones. */
export interface ReplaceDisks {
  readonly type: 'replaceDisks';
  readonly broker: BrokerId;
}

/** The process stands still, as in a long garbage collection, and then goes on. */
export interface PauseBroker {
  readonly type: 'pauseBroker';
  readonly broker: BrokerId;
  /** 100 to 60 000 ms. */
  readonly forMs: number;
}

/** From now on, copying a record takes the broker that long. 0: as fast as before. */
export interface SlowDisk {
  readonly type: 'slowDisk';
  readonly broker: BrokerId;
  /** 0 to 60 000 ms for each record that it copies. */
  readonly msPerRecord: number;
}

/** One of the broker's log directories becomes unreadable (KIP-858). */
export interface FailLogDirectory {
  readonly type: 'failLogDirectory';
  readonly broker: BrokerId;
  /** `d1`, `d2`, … */
  readonly directory: string;
}
