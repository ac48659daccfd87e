import type { ReplicationEvent } from '../event';
import type { Explanation } from './explanation';
import { count, list, offsets, records, set } from './words';

type Of<Type extends ReplicationEvent['type']> = Extract<ReplicationEvent, { type: Type }>;

/** A follower copied. */
export function explainReplicated(event: Of<'recordsReplicated'>): Explanation {
  const { broker, leader, partition, baseOffset, lastOffset } = event;
  return {
    what: `${partition}: broker ${broker} copied ${offsets(baseOffset, lastOffset)}.`,
    why: `Followers pull: it had asked broker ${leader}, which learns of this by the next fetch.`,
    rule: 'replica.fetch.min.bytes = 1, replica.fetch.wait.max.ms = 500',
    where: 'ReplicaFetcherThread.processPartitionData',
  };
}

/** The fetch is the acknowledgement. */
export function explainCounted(event: Of<'followerCounted'>): Explanation {
  const { broker, follower, partition, logEndOffset } = event;
  return {
    what: `${partition}: broker ${broker} learnt that ${follower} has all before ${logEndOffset}.`,
    why: 'There is no other acknowledgement: the offset of a fetch says how far the follower is.',
    rule: 'fetch offset = log end offset of the follower',
    where: 'Partition.updateFollowerFetchState, Replica.updateFetchStateOrThrow',
  };
}

/** Committed. */
export function explainHighWatermark(event: Of<'highWatermarkAdvanced'>): Explanation {
  const { broker, partition, to, inSync } = event;
  const alone = inSync.length === 1;
  return {
    what: `${partition}: high watermark ${to}. All before offset ${to} is committed.`,
    why: alone
      ? `Broker ${broker} is alone in the in-sync set, so nobody else in it has to have this.`
      : `All of ${set(inSync)} have it: it is the least log end of those in sync.`,
    rule: 'high watermark = least log end offset in the in-sync set; frozen below the minimum',
    where: 'Partition.maybeIncrementLeaderHW',
  };
}

/** A round later. */
export function explainFollowerHighWatermark(event: Of<'followerHighWatermarkMoved'>): Explanation {
  const { broker, partition, from, to } = event;
  return {
    what: `${partition}: broker ${broker} heard of high watermark ${to}.`,
    why:
      to < from
        ? 'It went down: the new leader knew of less when it was elected.'
        : 'It came with a fetch answer, so a follower knows it a round later than the leader.',
    rule: 'carried by fetch answers; replica.fetch.wait.max.ms = 500 when nothing else happens',
    where: 'ReplicaFetcherThread.processPartitionData',
  };
}

/** Records fell out. */
export function explainTruncated(event: Of<'logTruncated'>): Explanation {
  const { broker, partition, from, to } = event;
  const lost = records(event);
  return {
    what: `${partition}: broker ${broker} cut off ${lost}: log end ${from} → ${to}.`,
    ...truncationReason(event),
  };
}

function truncationReason(event: Of<'logTruncated'>): Omit<Explanation, 'what'> {
  const { broker, leader, epochs, because } = event;
  switch (because) {
    case 'divergence':
      return {
        why:
          `Leader ${leader} does not have what broker ${broker} has of ` +
          `${epochs.length === 1 ? 'epoch' : 'epochs'} ${list(epochs)}: the logs part there.`,
        rule: 'cut where the epochs diverge, not at the high watermark (KIP-101, KIP-279, KIP-595)',
        where: 'AbstractFetcherThread.getOffsetTruncationState, UnifiedLog.truncateTo',
        simplification: 'M16',
      };
    case 'outOfRange':
      return {
        why: `The log of leader ${leader} ends there, and the follower's must not go on beyond it.`,
        rule: 'OFFSET_OUT_OF_RANGE, then ListOffsets',
        where: 'AbstractFetcherThread.fetchOffsetAndTruncate, UnifiedLog.truncateTo',
      };
    case 'noEpochs':
      return {
        why: 'It knows of no epoch by which it could compare, so it keeps what was committed only.',
        rule: 'without leader epochs a follower cuts at its high watermark',
        where: 'AbstractFetcherThread.truncateToHighWatermark, UnifiedLog.truncateTo',
      };
    default:
      return because satisfies never;
  }
}

/** A fetch came to nothing. */
export function explainFetchFailed(event: Of<'fetchFailed'>): Explanation {
  return {
    what: fetchFailure(event),
    ...fetchFailureReason(event),
    where: 'AbstractFetcherThread',
  };
}

function fetchFailure({ broker, leader, error }: Of<'fetchFailed'>): string {
  switch (error) {
    case 'NETWORK_EXCEPTION':
      return `Broker ${broker} lost its connection to broker ${leader}.`;
    case 'REQUEST_TIMED_OUT':
      return `Broker ${broker} has had no answer from broker ${leader} for 30 s.`;
    default:
      return `Broker ${leader} answered broker ${broker} with ${error}.`;
  }
}

function fetchFailureReason(event: Of<'fetchFailed'>): Omit<Explanation, 'what' | 'where'> {
  const { error, partitions } = event;
  if (error === 'FENCED_LEADER_EPOCH') {
    return {
      why: 'Its metadata is old: it stops, and goes on when it hears of the newer leader epoch.',
      rule: 'a fetch carries the epoch that its sender believes in (KIP-320)',
    };
  }
  if (error === 'REQUEST_TIMED_OUT') {
    return {
      why: 'Nobody says that an answer is lost, so only time tells; it tries again in a second.',
      rule: 'replica.socket.timeout.ms = 30000, replica.fetch.backoff.ms = 1000',
    };
  }
  if (error === 'OFFSET_OUT_OF_RANGE') {
    return {
      why: 'It asks where the log of the leader begins and ends, and starts from there.',
      rule: 'ListOffsets',
      simplification: 'M11',
    };
  }
  return {
    why: `It fetches ${count(partitions.length, 'partition')} there, and tries again in a second.`,
    rule: 'replica.fetch.backoff.ms = 1000',
  };
}
