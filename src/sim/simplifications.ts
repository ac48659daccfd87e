/**
 * What is simpler here than in Kafka: an id to point at, and what it stands for. An explanation
 * carries the id where it bites; `docs/model.md` says of each why it does no harm.
 */
export const SIMPLIFICATIONS = {
  M1: 'One controller that does not fail; its quorum is not shown.',
  M2: 'The fetch of the metadata log waits for news without a limit, unless it has been lost.',
  M3: 'A produce request carries one batch, for one partition.',
  M4: 'A crash is the death of a process: its machine stays up and closes its connections.',
  M6: 'The sticky partition is drawn evenly; Kafka draws those with a short queue more often.',
  M7: 'Committed offsets are kept as if by an offsets partition that never fails.',
  M9: 'Records are small: no limit of bytes is ever reached, a batch takes 100 records.',
  M10: 'Log start offsets do not move: no retention, compaction or tiered storage.',
  M11: 'A lost follower asks for start and end of the log in one request; Kafka asks twice.',
  M12: 'Latency is between two racks, in whole milliseconds; without a rack all are near.',
  M13: 'No transactions, quotas, throttling or security.',
  M15: 'A restarted producer keeps the records that wait in it.',
  M16: 'The answer that tells of a divergence does not count as having told the high watermark.',
  M17: 'A machine writes a whole log to its disk when its oldest unwritten record is 30 s old.',
  M18: 'A new disk takes the name of the old one, and the replicas that were on it.',
  M19: 'A slow disk delays the next fetch of a follower; what it copies is in its log at once.',
  M20: 'The metadata log has a disk of its own, so that no log directory takes it along.',
  M21: 'The controller chooses the log directory of a replica, so it knows it at once.',
  M22: 'No TCP below: a cut loses messages for good, and one way works without the other.',
  M23: 'A connection is made at once or the request waits; Kafka gives up making one after 10 s.',
  M24: 'Heartbeats go out every 2 s, answered or not; Kafka first waits 4.5 s for an answer.',
  M25: 'A process that cannot be registered asks for ever; Kafka ends it after 60 s.',
  M26: 'A process that goes on reads what has come, then runs its timers; in Kafka both race.',
  M27: 'Only a broker whose process is down can be unregistered; Kafka does not look.',
  M28: 'Who is reassigned away is no eligible leader any more; Kafka may go on naming it.',
  M29: 'What an administrator asks for reaches the controller at once, without a message.',
  M31: 'A producer has its id from the start; Kafka gives it one in answer to InitProducerId.',
  M32: 'A producer sends without a connection; Kafka would keep records until it has one.',
  M35: 'An exception from poll() ends the reading of one partition, not of the whole application.',
  M36: 'The timer of the automatic commit starts with the first change, and else stands still.',
  M37: 'Each consumer is alone in its group: it starts again without waiting for a rebalance.',
  M38: 'After UNKNOWN_LEADER_EPOCH a consumer waits 100 ms; Kafka’s asks again at once.',
  M39: 'One message can be lost or come twice; TCP loses a whole connection, and repeats nothing.',
  M40: 'A held message keeps back its kind on its way only, even past a timeout.',
};

/** The id of a simplification, such as `M7`. */
export type SimplificationId = keyof typeof SIMPLIFICATIONS;

/** Those that no single event shows: they hold all the time, and the page lists them. */
export const ALWAYS_SIMPLIFIED: readonly SimplificationId[] = [
  'M1',
  'M2',
  'M3',
  'M6',
  'M9',
  'M10',
  'M12',
  'M13',
  'M28',
  'M29',
  'M31',
  'M36',
  'M38',
];
