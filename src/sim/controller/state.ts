import type { BrokerId, PartitionId, Table, Tick } from '../ids';
import type { Sent } from '../network';

/** The cluster as the metadata log tells it, up to one offset (MetadataImage). */
export interface MetadataImage {
  /** Offset of the last metadata record in it. */
  readonly offset: number;
  readonly partitions: Table<PartitionId, PartitionRegistration>;
  readonly brokers: Table<BrokerId, BrokerRegistration>;
  /** Configuration by topic name. */
  readonly topics: { readonly [topic in string]?: TopicConfig };
  /** Feature `eligible.leader.replicas.version` (KIP-966). */
  readonly eligibleLeaderReplicas: boolean;
}

/** Configuration of a topic that the controller and the leaders act on (LogConfig). */
export interface TopicConfig {
  /** `min.insync.replicas`. */
  readonly minInsyncReplicas: number;
  /** `unclean.leader.election.enable`. */
  readonly uncleanLeaderElection: boolean;
}

/** What the controller decided about a partition (PartitionRegistration). */
export interface PartitionRegistration {
  /** In assignment order; the first is the preferred leader. */
  readonly replicas: readonly BrokerId[];
  readonly inSync: readonly BrokerId[];
  /** Left the in-sync set while it was below the minimum; still has all that is committed. */
  readonly eligible: readonly BrokerId[];
  readonly lastKnownLeaders: readonly BrokerId[];
  readonly adding: readonly BrokerId[];
  readonly removing: readonly BrokerId[];
  /** -1 when nobody may lead. */
  readonly leader: BrokerId;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
  readonly recovery: 'RECOVERED' | 'RECOVERING';
  /** Log directory of each replica, as its broker assigned it (KIP-858). */
  readonly directories: Table<BrokerId, string>;
}

/** What the controller knows of a broker (BrokerRegistration). */
export interface BrokerRegistration {
  readonly id: BrokerId;
  readonly rack: string | null;
  readonly incarnation: number;
  readonly brokerEpoch: number;
  readonly fenced: boolean;
  readonly inControlledShutdown: boolean;
  /** Log directories that are online, as the broker registered them (KIP-858). */
  readonly logDirectories: readonly string[];
  /** Log directories that the broker has reported as failed (KIP-858). */
  readonly offlineDirectories: readonly string[];
}

/** The active controller of the KRaft quorum. */
export interface ControllerState {
  readonly image: MetadataImage;
  /** Last contact of each broker that has a session (BrokerHeartbeatTracker). */
  readonly lastContactAt: Table<BrokerId, Tick>;
  /** Metadata offset that each broker told with its last heartbeat (BrokerHeartbeatState). */
  readonly metadataOffsets: Table<BrokerId, number>;
  /** Of brokers that stop: the metadata offset that all others must have before they may go. */
  readonly controlledShutdownOffsets: Table<BrokerId, number>;
  /** Brokers whose metadata fetch waits here, and the offset that they have. */
  readonly waitingFetches: Table<BrokerId, number>;
  /** When stale brokers are looked for; null while no broker has a session. */
  readonly staleCheckDueAt: Tick | null;
  readonly preferredElectionDueAt: Tick;
  readonly uncleanElectionDueAt: Tick;
  /** How often a leader was elected that may lack committed records (ControllerStats). */
  readonly uncleanElections: Table<PartitionId, number>;
  readonly sent: Sent;
  readonly dueAt: Tick | null;
}
