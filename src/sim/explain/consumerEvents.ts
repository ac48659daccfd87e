import type { PositionReset } from '../event';
import type { ClientEvent } from '../event/client';
import type { Explanation } from './explanation';
import { count, list, nodeName, sentence } from './words';

type Of<Type extends ClientEvent['type']> = Extract<ClientEvent, { type: Type }>;

/** A consumer without a place that is in the log. */
export function explainReset(event: PositionReset): Explanation {
  const { consumer, partition, from, to, policy } = event;
  const isNew = from === -1;
  const where = policy === 'latest' ? 'the end that clients may see' : 'the start of the log';
  return {
    what: isNew
      ? `${partition}: ${nodeName(consumer)} begins at offset ${to}.`
      : `${partition}: ${nodeName(consumer)} goes on at offset ${to} instead of ${from}.`,
    why: isNew
      ? `Its group has committed nothing there, so it begins at ${where}.`
      : `Offset ${from} is not in the leader's log, so it goes on at ${where}.`,
    rule: `auto.offset.reset = ${policy}`,
    where: 'OffsetFetcherUtils.resetPositionIfNeeded, SubscriptionState.requestOffsetReset',
  };
}

/** The leader names a replica nearby, and a consumer reads there from now on. */
export function explainReplicaChosen(event: Of<'readReplicaChosen'>): Explanation {
  const { consumer, partition, leader, replica } = event;
  return {
    what: `${partition}: ${nodeName(consumer)} reads from broker ${replica} from now on.`,
    why:
      `Leader ${leader} named it: it is in sync and in the consumer's rack. ` +
      'What it serves is committed, but heard of a round later.',
    rule: 'replica.selector.class = RackAwareReplicaSelector, client.rack (KIP-392)',
    where: 'ReplicaManager.findPreferredReadReplica, AbstractFetch.selectReadReplica',
  };
}

/** A consumer goes back to the leader. */
export function explainReplicaDropped(event: Of<'readReplicaDropped'>): Explanation {
  const { consumer, partition, replica } = event;
  const reader = nodeName(consumer);
  return {
    what: `${partition}: ${reader} no longer reads from broker ${replica}.`,
    why: dropReason(event),
    rule: 'metadata.max.age.ms = 300000 (KIP-392)',
    where: 'SubscriptionState.clearPreferredReadReplica, FetchCollector.handleInitializeErrors',
  };
}

function dropReason({ because, replica }: Of<'readReplicaDropped'>): string {
  switch (because) {
    case 'expired':
      return 'Five minutes have passed: it asks the leader again who is nearest.';
    case 'error':
      return `Broker ${replica} answered with an error, so it asks the leader and for metadata.`;
    case 'disconnected':
      return 'The connection broke. The leader names it again as long as it is in sync.';
    case 'outOfRange':
      return 'Its log does not reach that far yet, so the leader is asked; the position stays.';
    case 'leaderChanged':
      return 'In a new leader epoch it begins with the leader.';
    case 'gone':
      return 'It is not among the brokers of the metadata any more.';
    default:
      return because satisfies never;
  }
}

/** What a consumer has read is in the log no more. */
export function explainTruncation(event: Of<'truncationDetected'>): Explanation {
  const { consumer, partition, from, to, offsetEpoch } = event;
  const reader = nodeName(consumer);
  return {
    what:
      to === null
        ? `${partition}: the new leader knows nothing of epoch ${offsetEpoch}.`
        : `${partition}: ${reader} steps back from offset ${from} to ${to}.`,
    why:
      to === null
        ? `So ${reader} cannot tell where the logs part, and looks for a new position.`
        : `In the new leader's log epoch ${offsetEpoch} ended at ${to}: what it read from there ` +
          'on is gone, and those offsets are given to other records.',
    rule: 'OffsetsForLeaderEpoch after each change of the leader epoch (KIP-320)',
    where: 'SubscriptionState.maybeCompleteValidation',
  };
}

/** A consumer throws: nobody decides for the application where to go on. */
export function explainConsumerFailed(event: Of<'consumerFailed'>): Explanation {
  const { consumer, partition, exception } = event;
  return {
    what: `${partition}: the application of ${nodeName(consumer)} gets ${exception}.`,
    why: failureReason(event),
    rule: 'auto.offset.reset = none',
    where: 'OffsetFetcherUtils, SubscriptionState.maybeCompleteValidation',
    simplification: 'M35',
  };
}

function failureReason({ exception, at }: Of<'consumerFailed'>): string {
  switch (exception) {
    case 'LogTruncationException':
      return `Records before offset ${at} that it has read are gone, and no policy says what then.`;
    case 'OffsetOutOfRangeException':
      return `Offset ${at} is not in the log, and no policy says where to go on.`;
    case 'NoOffsetForPartitionException':
      return 'Its group has committed nothing there, and no policy says where to begin.';
    default:
      return exception satisfies never;
  }
}

/** A consumer commits what a new process would go on from. */
export function explainCommitted({ consumer, partitions }: Of<'offsetsCommitted'>): Explanation {
  return {
    what: `${sentence(nodeName(consumer))} committed its offsets of ${list(partitions)}.`,
    why: 'A new process of this group would go on there, and read again what came after.',
    rule: 'enable.auto.commit = true, auto.commit.interval.ms = 5000',
    where: 'ConsumerCoordinator.maybeAutoCommitOffsetsAsync',
    simplification: 'M7',
  };
}

/** A new process takes the place of a consumer. */
export function explainRestarted({ consumer, again }: Of<'consumerRestarted'>): Explanation {
  return {
    what: `${sentence(nodeName(consumer))} died and started again.`,
    why:
      again === 0
        ? 'It goes on at its committed offsets; everything that it had read was committed.'
        : `It goes on at its committed offsets, and reads ${count(again, 'record')} again.`,
    rule: 'at least once: auto.commit.interval.ms = 5000',
    where: 'ConsumerCoordinator.initWithCommittedOffsetsIfNeeded',
    simplification: 'M37',
  };
}

/** A consumer has another auto.offset.reset. */
export function explainResetPolicy({ consumer, to }: Of<'autoOffsetResetChanged'>): Explanation {
  return {
    what: `${sentence(nodeName(consumer))} started again with auto.offset.reset = ${to}.`,
    why: 'It was closed, so it committed its offsets first, and goes on where it was.',
    rule: `auto.offset.reset = ${to}; a consumer that is closed commits`,
    where: 'ConsumerConfig, ConsumerCoordinator.close',
    simplification: 'M37',
  };
}
