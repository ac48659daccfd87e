import type { Acks, IsolationLevel } from './config';
import type { Retimed } from './flight';
import type { BrokerId, NodeId, Offset, PartitionId, ProducerId, Table, Tick } from './ids';
import type { KafkaError } from './kafkaError';
import type { LogRecord } from './broker/log';
import type { MetadataImage } from './controller/state';
import type {
  ListOffsetsRequest,
  ListOffsetsResponse,
  OffsetsForLeaderEpochRequest,
  OffsetsForLeaderEpochResponse,
} from './message/offsets';

/** What travels on the wire, by Kafka's request names. */
export type Message = Request | Response | ConnectionClosed;

/** A message that asks for an answer. */
export type Request =
  | ProduceRequest
  | FetchRequest
  | ListOffsetsRequest
  | OffsetsForLeaderEpochRequest
  | MetadataRequest
  | MetadataFetchRequest
  | AlterPartitionRequest
  | BrokerRegistrationRequest
  | BrokerHeartbeatRequest;

/** A message that answers one. */
export type Response =
  | ProduceResponse
  | FetchResponse
  | ListOffsetsResponse
  | OffsetsForLeaderEpochResponse
  | MetadataResponse
  | MetadataFetchResponse
  | AlterPartitionResponse
  | BrokerRegistrationResponse
  | BrokerHeartbeatResponse;

/** A record as the producer sends it: offset and leader epoch are given by the leader. */
export type UnwrittenRecord = Omit<LogRecord, 'offset' | 'leaderEpoch'>;

/** One batch for one partition (ProduceRequest, key 0). */
export interface ProduceRequest {
  readonly type: 'produceRequest';
  readonly correlationId: number;
  readonly producer: ProducerId;
  readonly partition: PartitionId;
  readonly acks: Acks;
  /** How long the leader may wait for the in-sync set: `request.timeout.ms` of the producer. */
  readonly timeoutMs: number;
  readonly records: readonly UnwrittenRecord[];
  /** 1 for the first sending; more when the producer retries. */
  readonly attempt: number;
}

/** The leader’s answer to a batch; there is none with acks=0. */
export interface ProduceResponse {
  readonly type: 'produceResponse';
  readonly correlationId: number;
  readonly partition: PartitionId;
  readonly error: KafkaError;
  /** Offset of the first record of the batch, -1 with an error. */
  readonly baseOffset: Offset;
  /** With NOT_LEADER_OR_FOLLOWER: who leads, if the broker knows (KIP-951). */
  readonly currentLeader: KnownLeader | null;
}

/** Where a fetch wants to go on in one partition (FetchRequest, key 1). */
export interface FetchPartition {
  readonly partition: PartitionId;
  /** A follower's log end offset, or a consumer's position. */
  readonly fetchOffset: Offset;
  /** The leader epoch that the sender believes in. */
  readonly currentLeaderEpoch: number;
  /** Epoch of the last record in a follower's log; -1 for an empty log and for consumers. */
  readonly lastFetchedEpoch: number;
  readonly logStartOffset: Offset;
}

/** Followers and consumers ask; nobody is sent records unasked. */
export interface FetchRequest {
  readonly type: 'fetchRequest';
  readonly correlationId: number;
  /** The following broker, or -1 for a consumer. */
  readonly replica: BrokerId;
  readonly brokerEpoch: number;
  readonly maxWaitMs: number;
  /** `client.rack` of a consumer, by which the leader may name a nearer replica (KIP-392). */
  readonly clientRack: string | null;
  /** How far a consumer may read; a follower reads everything. */
  readonly isolationLevel: IsolationLevel;
  /** 0 opens a new fetch session and lists everything; else only what changed (KIP-227). */
  readonly sessionEpoch: number;
  readonly partitions: readonly FetchPartition[];
  /** Partitions that the sender no longer fetches here. */
  readonly forgotten: readonly PartitionId[];
  /** All partitions of the session, for those who watch the wire. */
  readonly session: readonly PartitionId[];
}

/** The answer for one partition: an error, or a point of divergence, or records. */
export interface FetchedPartition {
  readonly partition: PartitionId;
  readonly error: KafkaError;
  /** Where the follower's last epoch ended in the leader's log; null when the logs agree. */
  readonly divergingEpoch: { readonly epoch: number; readonly endOffset: Offset } | null;
  readonly records: readonly LogRecord[];
  readonly highWatermark: Offset;
  readonly logStartOffset: Offset;
  /**
   * With NOT_LEADER_OR_FOLLOWER and FENCED_LEADER_EPOCH: who leads, if the broker knows (KIP-951).
   */
  readonly currentLeader: KnownLeader | null;
  /** The replica that is nearer to the consumer; null: go on here. Then there are no records. */
  readonly preferredReadReplica: BrokerId | null;
}

/** The answer to a fetch, at once or after a wait. */
export interface FetchResponse {
  readonly type: 'fetchResponse';
  readonly correlationId: number;
  readonly error: KafkaError;
  /** Only partitions with something new (KIP-227). */
  readonly partitions: readonly FetchedPartition[];
  readonly session: readonly PartitionId[];
}

/** A client asks any broker who leads what (MetadataRequest, key 3). */
export interface MetadataRequest {
  readonly type: 'metadataRequest';
  readonly correlationId: number;
}

/** Leader of a partition as a client knows it. */
export interface KnownLeader {
  readonly leader: BrokerId;
  readonly leaderEpoch: number;
}

/** Who leads what, as the answering broker believes. */
export interface MetadataResponse {
  readonly type: 'metadataResponse';
  readonly correlationId: number;
  /** Brokers that are not fenced, as the answering broker believes. */
  readonly brokers: readonly BrokerId[];
  readonly leaders: Table<PartitionId, KnownLeader>;
}

/** A broker follows `__cluster_metadata` by fetching it, like any log. */
export interface MetadataFetchRequest {
  readonly type: 'metadataFetchRequest';
  /** Offset of the last metadata record that the broker has, -1 for none. */
  readonly offset: number;
}

/** The metadata log’s answer, once there is more of it. */
export interface MetadataFetchResponse {
  readonly type: 'metadataFetchResponse';
  /** Metadata up to and including `image.offset`. */
  readonly image: MetadataImage;
}

/** One partition's proposal for its in-sync set (AlterPartitionRequest, key 56). */
export interface InSyncProposal {
  readonly partition: PartitionId;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
  /** What the leader says of its own recovery; a new leader calls itself recovered at once. */
  readonly recovery: 'RECOVERED' | 'RECOVERING';
  readonly newInSyncReplicas: readonly {
    readonly broker: BrokerId;
    readonly brokerEpoch: number;
  }[];
}

/** A leader asks the controller for other in-sync sets. */
export interface AlterPartitionRequest {
  readonly type: 'alterPartitionRequest';
  readonly correlationId: number;
  readonly broker: BrokerId;
  readonly brokerEpoch: number;
  readonly partitions: readonly InSyncProposal[];
}

/** What became of one proposal. */
export interface AlterPartitionResult {
  readonly partition: PartitionId;
  readonly error: KafkaError;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
  readonly inSyncReplicas: readonly BrokerId[];
}

/** What became of all proposals of a request. */
export interface AlterPartitionResponse {
  readonly type: 'alterPartitionResponse';
  readonly correlationId: number;
  readonly error: KafkaError;
  readonly partitions: readonly AlterPartitionResult[];
}

/** A process start announces itself (BrokerRegistrationRequest, key 62). */
export interface BrokerRegistrationRequest {
  readonly type: 'brokerRegistrationRequest';
  readonly broker: BrokerId;
  readonly incarnation: number;
  readonly rack: string | null;
  /** Broker epoch stored by a clean shutdown in every log directory, -1 without one. */
  readonly previousBrokerEpoch: number;
  /** Log directories that it can read (KIP-858). */
  readonly logDirs: readonly string[];
}

/** The broker epoch of the new process, or why it must wait. */
export interface BrokerRegistrationResponse {
  readonly type: 'brokerRegistrationResponse';
  readonly incarnation: number;
  readonly error: KafkaError;
  readonly brokerEpoch: number;
}

/** A sign of life every 2 s (BrokerHeartbeatRequest, key 63). */
export interface BrokerHeartbeatRequest {
  readonly type: 'brokerHeartbeatRequest';
  readonly broker: BrokerId;
  readonly brokerEpoch: number;
  readonly currentMetadataOffset: number;
  readonly wantFence: boolean;
  readonly wantShutDown: boolean;
  /** Log directories that have failed (KIP-858). */
  readonly offlineLogDirs: readonly string[];
}

/** Whether the controller lets the broker serve. */
export interface BrokerHeartbeatResponse {
  readonly type: 'brokerHeartbeatResponse';
  /** Of the process that asked: one that came later is on another connection. */
  readonly brokerEpoch: number;
  readonly error: KafkaError;
  readonly isFenced: boolean;
  readonly shouldShutDown: boolean;
}

/** The operating system closed the connection: nobody listens at the other end. */
export interface ConnectionClosed {
  readonly type: 'connectionClosed';
  /** The request whose answer will not come. */
  readonly request: Request['type'];
  readonly correlationId: number;
  /** Which end of the connection went: the one that asked, or the one that was asked. */
  readonly closedBy: 'client' | 'server';
}

/** A message on the wire: an interval of time, fixed when it is sent. */
export interface Flight {
  /** Unique in the run, ascending in the order of sending. */
  readonly id: number;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly sentAt: Tick;
  readonly arrivesAt: Tick;
  /** Left out unless somebody held it, hastened it or had it sent twice. */
  readonly retimed?: Retimed;
  readonly message: Message;
  /** Routine traffic without news: heartbeats, empty polls, repeated attempts. */
  readonly background: boolean;
}

const REQUESTS: { readonly [Type in Request['type']]: true } = {
  produceRequest: true,
  fetchRequest: true,
  listOffsetsRequest: true,
  offsetsForLeaderEpochRequest: true,
  metadataRequest: true,
  metadataFetchRequest: true,
  alterPartitionRequest: true,
  brokerRegistrationRequest: true,
  brokerHeartbeatRequest: true,
};

/** What the sender of a request is told when the connection closes on which it waits. */
export function connectionClosedOn(message: Request): ConnectionClosed {
  const correlationId = 'correlationId' in message ? message.correlationId : 0;
  return {
    type: 'connectionClosed',
    request: message.type,
    correlationId,
    closedBy: 'server',
  };
}

/** Whether a message asks for an answer. */
export function isRequest(message: Message): message is Request {
  return message.type in REQUESTS;
}
