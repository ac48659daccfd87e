import type { BrokerId, ClientId } from './ids';

/** `acks` of a producer (ProducerConfig): none, the leader's, or the in-sync set's. */
export type Acks = 0 | 1 | 'all';

/** `auto.offset.reset` of a consumer (ConsumerConfig). */
export type AutoOffsetReset = 'latest' | 'earliest' | 'none';

/** `isolation.level` of a consumer (ConsumerConfig). */
export type IsolationLevel = 'read_uncommitted' | 'read_committed';

/** How long one message may take, in milliseconds, both ends included. */
export interface LatencyRange {
  readonly minMs: number;
  readonly maxMs: number;
}

/** Everything that a cluster is made from. What can change while it runs is changed by commands. */
export interface Settings {
  /** Name of the one topic. */
  readonly topic: string;
  /** How many brokers, ids 1 to n. 1 to 9 on the page. */
  readonly brokers: number;
  /** `num.partitions` of the topic. 1 to 12 on the page. */
  readonly partitions: number;
  /** Copies of each partition, 1 to the number of brokers. */
  readonly replicationFactor: number;
  /** `min.insync.replicas` of the topic. */
  readonly minInsyncReplicas: number;
  /** How many producers and consumers there are at first, 1 to 3 of each on the page. */
  readonly producers: number;
  readonly consumers: number;
  /** `acks` of the producers. */
  readonly acks: Acks;
  /** `enable.idempotence` of the producers; without acks=all it is off in any case. */
  readonly enableIdempotence: boolean;
  /** `auto.offset.reset` of the consumers. */
  readonly autoOffsetReset: AutoOffsetReset;
  /** `isolation.level` of the consumers. */
  readonly isolationLevel: IsolationLevel;
  /** `unclean.leader.election.enable` of the topic. */
  readonly uncleanLeaderElection: boolean;
  /** Feature `eligible.leader.replicas.version` (KIP-966): on in clusters new since 4.1. */
  readonly eligibleLeaderReplicas: boolean;
  /** `broker.rack` of each broker that has one. */
  readonly racks: { readonly [broker in BrokerId]?: string };
  /** `client.rack` of each client that has one. */
  readonly clientRacks: { readonly [client in ClientId]?: string };
  /** `replica.selector.class` of the brokers: none, or RackAwareReplicaSelector (KIP-392). */
  readonly replicaSelector: 'leader' | 'rackAware';
  /** How many `log.dirs` each broker has, named d1, d2, … 1 to 4. */
  readonly logDirectories: number;
  /** Latency between two nodes of one rack, or when one of them has no rack. */
  readonly withinRackLatency: LatencyRange;
  /** Latency between two nodes of different racks. */
  readonly betweenRacksLatency: LatencyRange;
}

/** The cluster of the opening scene. */
export const DEFAULT_SETTINGS: Settings = {
  topic: 'orders',
  brokers: 3,
  partitions: 3,
  replicationFactor: 3,
  minInsyncReplicas: 2,
  producers: 1,
  consumers: 1,
  acks: 'all',
  enableIdempotence: true,
  autoOffsetReset: 'latest',
  isolationLevel: 'read_uncommitted',
  uncleanLeaderElection: false,
  eligibleLeaderReplicas: true,
  racks: {},
  clientRacks: {},
  replicaSelector: 'leader',
  logDirectories: 2,
  withinRackLatency: { minMs: 1, maxMs: 2 },
  betweenRacksLatency: { minMs: 30, maxMs: 45 },
};

/**
 * Kafka's own defaults, in milliseconds, that the page does not let anybody change.
 * Each is named as in Kafka's configuration.
 */
export const KAFKA = {
  /** `replica.lag.time.max.ms` (ReplicationConfigs); checked every half of it. */
  replicaLagTimeMaxMs: 30_000,
  /** `replica.fetch.wait.max.ms` (ReplicationConfigs). */
  replicaFetchWaitMaxMs: 500,
  /** `replica.fetch.backoff.ms` (ReplicationConfigs). */
  replicaFetchBackoffMs: 1_000,
  /** `replica.socket.timeout.ms`: how long a follower waits for an answer (ReplicationConfigs). */
  replicaSocketTimeoutMs: 30_000,
  /** `controller.socket.timeout.ms`: the same for an AlterPartition (ReplicationConfigs). */
  controllerSocketTimeoutMs: 30_000,
  /** `controller.quorum.request.timeout.ms`: the same for a fetch of metadata (QuorumConfig). */
  quorumRequestTimeoutMs: 2_000,
  /** `replica.high.watermark.checkpoint.interval.ms` (ReplicationConfigs). */
  highWatermarkCheckpointIntervalMs: 5_000,
  /** `vm.dirty_expire_centisecs` of Linux: the age at which it writes what Kafka left to it. */
  pageCacheExpiryMs: 30_000,
  /** `broker.heartbeat.interval.ms` (KRaftConfigs). */
  brokerHeartbeatIntervalMs: 2_000,
  /** The next heartbeat after the controller's first “not yet” (BrokerLifecycleManager). */
  controlledShutdownRetryMs: 50,
  /** How long a broker waits to be let go (BrokerServer.shutdown). */
  controlledShutdownMaxMs: 300_000,
  /** `log.dir.failure.timeout.ms` (ServerLogConfigs). */
  logDirFailureTimeoutMs: 30_000,
  /** `broker.session.timeout.ms` (KRaftConfigs). */
  brokerSessionTimeoutMs: 9_000,
  /** One eighth of the session timeout (QuorumController). */
  staleBrokerCheckMs: 1_125,
  /** Pause before the stale check runs again after it fenced a broker (QuorumController). */
  staleBrokerRecheckMs: 10,
  /** `leader.imbalance.check.interval.seconds` (ReplicationConfigs). */
  leaderImbalanceCheckMs: 300_000,
  /** `unclean.leader.election.interval.ms`, internal (ReplicationConfigs). */
  uncleanElectionCheckMs: 300_000,
  /** Pause after a failed AlterPartition (AlterPartitionManager). */
  alterPartitionRetryMs: 50,
  /** `linger.ms` (ProducerConfig; 0 up to 3.9). */
  lingerMs: 5,
  /** `request.timeout.ms` of clients (ProducerConfig). */
  requestTimeoutMs: 30_000,
  /** `delivery.timeout.ms` (ProducerConfig). */
  deliveryTimeoutMs: 120_000,
  /** `retry.backoff.ms` and `retry.backoff.max.ms` (ProducerConfig). */
  retryBackoffMs: 100,
  retryBackoffMaxMs: 1_000,
  /** `metadata.max.age.ms` (ProducerConfig, ConsumerConfig). */
  metadataMaxAgeMs: 300_000,
  /** `fetch.max.wait.ms` (ConsumerConfig). */
  consumerFetchWaitMaxMs: 500,
  /** `auto.commit.interval.ms` (ConsumerConfig). */
  autoCommitIntervalMs: 5_000,
  /** `max.in.flight.requests.per.connection` (ProducerConfig). */
  maxInFlightRequests: 5,
} satisfies Readonly<Record<string, number>>;
