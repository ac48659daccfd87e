import type { IsolationLevel, Settings } from '../config';
import type { BrokerId, NodeId, Offset, PartitionId, ProducerId, Table, Tick } from '../ids';
import type { Flight, InSyncProposal, UnwrittenRecord } from '../message';
import type { MetadataImage } from '../controller/state';
import type { Sent } from '../network';
import type { EpochStart } from './leaderEpochs';
import type { Log } from './log';

/** States of a broker's process (org.apache.kafka.metadata.BrokerState). */
export type Lifecycle =
  'NOT_RUNNING' | 'STARTING' | 'RECOVERY' | 'RUNNING' | 'PENDING_CONTROLLED_SHUTDOWN';

/** Its machine: with power, without, or taken away by the cloud together with its disks. */
export type Machine = 'on' | 'off' | 'gone';

/** One broker: what is on its disk, and what its process believes. */
export interface BrokerState {
  readonly id: BrokerId;
  readonly rack: string | null;
  /** `replica.selector.class`: whom it names to consumers of its own partitions. */
  readonly replicaSelector: Settings['replicaSelector'];
  readonly lifecycle: Lifecycle;
  readonly machine: Machine;
  /** The process stands still until then (a long garbage collection); null while it runs. */
  readonly pausedUntil: Tick | null;
  /** Messages that arrived while it stood still, in the order of their arrival. */
  readonly inbox: readonly Flight[];
  /** How long the disk takes to copy a record; 0 is as fast as it should be. */
  readonly writeMsPerRecord: number;
  /** Names of its `log.dirs`. */
  readonly logDirectories: readonly string[];
  /** When it halts unless the controller knows of all failed ones; null when it does. */
  readonly directoryFailureDueAt: Tick | null;
  /** Those of its `log.dirs` that cannot be read any more. */
  readonly offlineDirectories: readonly string[];
  /** Broker epoch in `.kafka_cleanshutdown`, -1 when there is none. */
  readonly cleanShutdownEpoch: number;
  /** What this process found in that file when it began; -1 without one, or with other disks. */
  readonly previousBrokerEpoch: number;
  /** How often its copy of a partition lost records with a disk or with the power. */
  readonly dataLosses: Table<PartitionId, number>;
  /** It was told to stop, and waits to be let go; null otherwise. */
  readonly shutdown: ControlledShutdown | null;
  /** Counts process starts; a new one is a new incarnation (KIP-631). */
  readonly incarnation: number;
  /** Offset of the registration record; -1 until registered. */
  readonly brokerEpoch: number;
  /** The cluster as this broker knows it: an older value of the controller's image. */
  readonly image: MetadataImage;
  readonly replicas: Table<PartitionId, Replica>;
  /** One for each broker from which this one copies (`num.replica.fetchers` = 1). */
  readonly fetchers: Table<BrokerId, Fetcher>;
  /** Who fetches from this broker, and how far it has come (KIP-227). */
  readonly sessions: Table<NodeId, FetchSession>;
  /** Produce requests that wait for the in-sync set (DelayedProduce). */
  readonly delayedProduces: readonly DelayedProduce[];
  readonly alterPartition: AlterPartitionState;
  readonly correlationId: number;
  /** Deadlines of the process, in ticks; null when nothing is due. */
  readonly heartbeatDueAt: Tick | null;
  readonly registrationDueAt: Tick | null;
  /** How often the registration was refused in a row. */
  readonly registrationAttempt: number;
  readonly inSyncCheckDueAt: Tick | null;
  readonly checkpointDueAt: Tick | null;
  /** When it asks for metadata anew, for the last fetch of it has failed. */
  readonly metadataFetchDueAt: Tick | null;
  /** How many messages went where: the identities that chance is drawn from. */
  readonly sent: Sent;
  /** The earliest of all deadlines of this broker; derived when a tick closes. */
  readonly dueAt: Tick | null;
}

/** A broker that was told to stop (BrokerLifecycleManager). */
export interface ControlledShutdown {
  /** When it stops without being let go. */
  readonly endsAt: Tick;
  /** The controller has answered once: from now on it is asked every 2 s. */
  readonly isAnswered: boolean;
}

/** A copy of a partition on one broker. */
export interface Replica {
  readonly partition: PartitionId;
  /** The one of the broker's `log.dirs` that holds it: `d1`, `d2`, … */
  readonly directory: string;
  readonly log: Log;
  /** What would survive a loss of power: the rest is in the page cache only. */
  readonly onDisk: OnDisk;
  /** `leader-epoch-checkpoint` (LeaderEpochFileCache). */
  readonly leaderEpochs: readonly EpochStart[];
  readonly highWatermark: Offset;
  /** `replication-offset-checkpoint`, written every 5 s; null before the first time. */
  readonly checkpointedHighWatermark: Offset | null;
  /** What this broker believes, from the metadata it has applied. Leader -1: none. */
  readonly leader: BrokerId;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
  readonly role: Role;
}

/** How far the machine has written a log to its disk, and when it writes the rest. */
export interface OnDisk {
  /** Offsets below this one are on the disk. */
  readonly offset: Offset;
  /** When the rest is written too; null when there is none. */
  readonly flushDueAt: Tick | null;
}

/** What a broker does for a partition, as it believes. */
export type Role = LeaderRole | FollowerRole | WaitingRole;

/** It takes writes, and answers the fetches of the others (Partition.makeLeader). */
export interface LeaderRole {
  readonly type: 'leader';
  /** Log end offset at the moment of becoming leader in this epoch. */
  readonly epochStartOffset: Offset;
  readonly inSync: InSyncState;
  readonly followers: Table<BrokerId, FollowerProgress>;
}

/** It copies from the leader, or waits to be told of another one (Partition.makeFollower). */
export interface FollowerRole {
  readonly type: 'follower';
  /** False after FENCED_LEADER_EPOCH: waits for newer metadata. */
  readonly fetches: boolean;
}

/** No leader to follow, or the process does not run. */
export interface WaitingRole {
  readonly type: 'waiting';
}

/** The in-sync set as the leader holds it (Partition.PartitionState). */
export type InSyncState =
  | { readonly type: 'committed'; readonly inSync: readonly BrokerId[] }
  | {
      readonly type: 'pendingExpand';
      readonly inSync: readonly BrokerId[];
      readonly newcomer: BrokerId;
    }
  | {
      readonly type: 'pendingShrink';
      readonly inSync: readonly BrokerId[];
      readonly leaving: readonly BrokerId[];
    };

/** What a leader knows about a follower: only what its fetches say (ReplicaState). */
export interface FollowerProgress {
  /** Fetch offset of the last fetch; -1 until the first one in this epoch. */
  readonly logEndOffset: Offset;
  readonly logStartOffset: Offset;
  readonly lastFetchAt: Tick;
  readonly leaderLogEndOffsetAtLastFetch: Offset;
  /** Latest time at which the follower is known to have had all that the leader had. */
  readonly lastCaughtUpAt: Tick;
  readonly brokerEpoch: number;
}

/** The thread that copies from one leader (ReplicaFetcherThread). */
export interface Fetcher {
  readonly leader: BrokerId;
  /** Partitions fetched now, in ascending order. */
  readonly partitions: readonly PartitionId[];
  /** Those whose position the leader has not been told yet. */
  readonly changed: readonly PartitionId[];
  /** Those that left since the last request. */
  readonly forgotten: readonly PartitionId[];
  /** Partitions that pause after an error, and until when (`replica.fetch.backoff.ms`). */
  readonly pausedUntil: Table<PartitionId, Tick>;
  /** 0: the next request opens a session. */
  readonly sessionEpoch: number;
  /** The request under way; null while none is. */
  readonly inFlight: { readonly correlationId: number; readonly sentAt: Tick } | null;
  /** A slow disk is still writing what came last; null when it is not. */
  readonly busyUntil: Tick | null;
  /** How many connections failed in a row. */
  readonly failures: number;
}

/** A fetch session, at the broker that answers it (KIP-227). */
export interface FetchSession {
  readonly node: NodeId;
  /** The following broker, -1 for a consumer. */
  readonly replica: BrokerId;
  /** Of a consumer: its rack, and what it may read. */
  readonly clientRack: string | null;
  readonly isolationLevel: IsolationLevel;
  readonly epoch: number;
  readonly positions: Table<PartitionId, FetchPosition>;
  readonly partitions: readonly PartitionId[];
  /** Partitions that may have something new for the next answer. */
  readonly ready: readonly PartitionId[];
  readonly lastFetchAt: Tick;
  readonly brokerEpoch: number;
  /** The fetch that waits here for data (DelayedFetch); null while the next one is awaited. */
  readonly parked: ParkedFetch | null;
}

/** Where a session stands in one partition (CachedPartition). */
export interface FetchPosition {
  readonly fetchOffset: Offset;
  readonly currentLeaderEpoch: number;
  readonly lastFetchedEpoch: number;
  readonly logStartOffset: Offset;
  /** The high watermark that the last answer carried, -1 before the first. */
  readonly answeredHighWatermark: Offset;
}

/** A fetch that waits for data, at most until `expiresAt` (DelayedFetch). */
export interface ParkedFetch {
  readonly correlationId: number;
  readonly arrivedAt: Tick;
  /** Arrival plus `replica.fetch.wait.max.ms` or `fetch.max.wait.ms`. */
  readonly expiresAt: Tick;
}

/** An acks=all produce that waits until the high watermark passes it. */
export interface DelayedProduce {
  readonly correlationId: number;
  readonly producer: ProducerId;
  readonly partition: PartitionId;
  readonly baseOffset: Offset;
  /** Last offset of the batch plus one. */
  readonly requiredOffset: Offset;
  readonly records: readonly UnwrittenRecord[];
  readonly attempt: number;
  readonly expiresAt: Tick;
}

/** At most one request in flight per broker, one proposal per partition. */
export interface AlterPartitionState {
  readonly queued: readonly InSyncProposal[];
  readonly inFlight: {
    readonly correlationId: number;
    readonly partitions: readonly InSyncProposal[];
    /** `controller.socket.timeout.ms` after it was sent. */
    readonly expiresAt: Tick;
  } | null;
  readonly retryAt: Tick | null;
}
