/** What a Kafka error means for a client (org.apache.kafka.common.protocol.Errors). */
export interface KafkaErrorMeaning {
  /** Number on the wire. */
  readonly code: number;
  /** The producer may send the same batch again. */
  readonly retriable: boolean;
  /** The client's metadata is out of date and is asked for again. */
  readonly refreshesMetadata: boolean;
}

function meaning(code: number, retriable = false, refreshesMetadata = false): KafkaErrorMeaning {
  return { code, retriable, refreshesMetadata };
}

const MEANINGS = {
  NONE: meaning(0),
  UNKNOWN_SERVER_ERROR: meaning(-1),
  OFFSET_OUT_OF_RANGE: meaning(1),
  UNKNOWN_TOPIC_OR_PARTITION: meaning(3, true, true),
  LEADER_NOT_AVAILABLE: meaning(5, true, true),
  NOT_LEADER_OR_FOLLOWER: meaning(6, true, true),
  REQUEST_TIMED_OUT: meaning(7, true),
  NETWORK_EXCEPTION: meaning(13, true, true),
  INVALID_TOPIC_EXCEPTION: meaning(17),
  NOT_ENOUGH_REPLICAS: meaning(19, true),
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: meaning(20, true),
  INVALID_REQUIRED_ACKS: meaning(21),
  TOPIC_ALREADY_EXISTS: meaning(36),
  INVALID_PARTITIONS: meaning(37),
  INVALID_REPLICATION_FACTOR: meaning(38),
  INVALID_REPLICA_ASSIGNMENT: meaning(39),
  INVALID_CONFIG: meaning(40),
  NOT_CONTROLLER: meaning(41, true),
  INVALID_REQUEST: meaning(42),
  OUT_OF_ORDER_SEQUENCE_NUMBER: meaning(45),
  DUPLICATE_SEQUENCE_NUMBER: meaning(46),
  INVALID_PRODUCER_EPOCH: meaning(47),
  OPERATION_NOT_ATTEMPTED: meaning(55),
  KAFKA_STORAGE_ERROR: meaning(56, true, true),
  UNKNOWN_PRODUCER_ID: meaning(59),
  FETCH_SESSION_ID_NOT_FOUND: meaning(70, true),
  INVALID_FETCH_SESSION_EPOCH: meaning(71, true),
  FENCED_LEADER_EPOCH: meaning(74, true, true),
  UNKNOWN_LEADER_EPOCH: meaning(75, true),
  STALE_BROKER_EPOCH: meaning(77),
  OFFSET_NOT_AVAILABLE: meaning(78, true),
  PREFERRED_LEADER_NOT_AVAILABLE: meaning(80, true, true),
  ELIGIBLE_LEADERS_NOT_AVAILABLE: meaning(83, true, true),
  ELECTION_NOT_NEEDED: meaning(84, true, true),
  NO_REASSIGNMENT_IN_PROGRESS: meaning(85),
  INVALID_UPDATE_VERSION: meaning(95),
  UNKNOWN_TOPIC_ID: meaning(100, true, true),
  DUPLICATE_BROKER_REGISTRATION: meaning(101),
  BROKER_ID_NOT_REGISTERED: meaning(102),
  INELIGIBLE_REPLICA: meaning(107),
  NEW_LEADER_ELECTED: meaning(108),
};

/** An error by its Kafka name. `NONE` is success. */
export type KafkaError = keyof typeof MEANINGS;

/** Code and consequences of an error (semantics: org.apache.kafka.common.protocol.Errors). */
export function meaningOf(error: KafkaError): KafkaErrorMeaning {
  return MEANINGS[error];
}
