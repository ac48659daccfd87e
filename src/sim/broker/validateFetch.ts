import { UNKNOWN } from '../ids';
import type { Offset } from '../ids';
import type { KafkaError } from '../kafkaError';
import { endOffsetFor, latestEpoch } from './leaderEpochs';
import type { EpochEnd, EpochStart } from './leaderEpochs';
import type { Replica, Role } from './state';

/** A replica's log, as far as fetching is concerned. */
export interface FetchableLog {
  readonly leaderEpochs: readonly EpochStart[];
  readonly logStartOffset: Offset;
  readonly logEndOffset: Offset;
}

/** Whether a fetch may be served, and if not, why. */
export interface FetchVerdict {
  readonly error: KafkaError;
  /** Set when the reader's log has parted from this one; then nothing is served. */
  readonly divergingEpoch: EpochEnd | null;
}

const SERVED: FetchVerdict = { error: 'NONE', divergingEpoch: null };

/** Compares the epoch that a reader believes in with this replica's; -1: none given. */
export function epochError(requested: number, own: number): KafkaError {
  if (requested === UNKNOWN || requested === own) return 'NONE';
  return requested < own ? 'FENCED_LEADER_EPOCH' : 'UNKNOWN_LEADER_EPOCH';
}

/** What decides whether a replica may be read at all, in Kafka's order. */
export interface AccessCase {
  /** An old consumer knows nothing of reading from followers (fetch before v11, KIP-392). */
  readonly reader: 'follower' | 'consumer' | 'oldConsumer';
  /** The epoch that the reader believes in, -1 when it names none. */
  readonly requestedEpoch: number;
  readonly role: Role['type'];
  readonly leaderEpoch: number;
  /** The leader knows the following broker as a replica of the partition. */
  readonly isAssigned: boolean;
}

/** Why a replica may not be read by someone (Partition.localLogWithEpochOrThrow). */
export function accessError(access: AccessCase): KafkaError {
  const epoch = epochError(access.requestedEpoch, access.leaderEpoch);
  if (epoch !== 'NONE') return epoch;
  if (access.role === 'waiting') return 'NOT_LEADER_OR_FOLLOWER';
  if (access.reader === 'consumer') return 'NONE';
  if (access.role === 'follower') return 'NOT_LEADER_OR_FOLLOWER';
  if (access.reader === 'oldConsumer' || access.isAssigned) return 'NONE';
  // It has heard of its assignment before the leader did, and is told to come again.
  return access.requestedEpoch === UNKNOWN ? 'NOT_LEADER_OR_FOLLOWER' : 'UNKNOWN_LEADER_EPOCH';
}

/** Why a replica may not answer what only a leader answers (Partition.getLocalLog). */
export function leaderAccessError(
  { role, leaderEpoch }: Replica,
  requestedEpoch: number,
): KafkaError {
  const error = epochError(requestedEpoch, leaderEpoch);
  if (error !== 'NONE') return error;
  return role.type === 'leader' ? 'NONE' : 'NOT_LEADER_OR_FOLLOWER';
}

/**
 * Checks a fetch offset against a log: divergence by epoch first (KIP-595), then the range
 * (Partition.readRecords).
 */
export function validateFetch(
  log: FetchableLog,
  lastFetchedEpoch: number,
  fetchOffset: Offset,
): FetchVerdict {
  const outOfRange: FetchVerdict = { error: 'OFFSET_OUT_OF_RANGE', divergingEpoch: null };
  if (lastFetchedEpoch !== UNKNOWN) {
    const end = endOffsetFor(log.leaderEpochs, lastFetchedEpoch, log.logEndOffset);
    if (end.epoch === UNKNOWN || end.endOffset === UNKNOWN) return outOfRange;
    if (fetchOffset < log.logStartOffset) return outOfRange;
    if (end.epoch < lastFetchedEpoch || end.endOffset < fetchOffset) {
      return { error: 'NONE', divergingEpoch: end };
    }
  }
  const inRange = fetchOffset >= log.logStartOffset && fetchOffset <= log.logEndOffset;
  return inRange ? SERVED : outOfRange;
}

/** Where a follower goes on after OFFSET_OUT_OF_RANGE (AbstractFetcherThread). */
export type OutOfRangeStep =
  | { readonly type: 'truncateTo'; readonly offset: Offset }
  | { readonly type: 'restartAt'; readonly offset: Offset }
  | { readonly type: 'goOn' };

/** The follower compares its own end with the leader's range. */
export function afterOutOfRange(
  ownLogEndOffset: Offset,
  leaderLogStartOffset: Offset,
  leaderLogEndOffset: Offset,
): OutOfRangeStep {
  if (leaderLogEndOffset < ownLogEndOffset) {
    return { type: 'truncateTo', offset: leaderLogEndOffset };
  }
  if (leaderLogStartOffset > ownLogEndOffset) {
    return { type: 'restartAt', offset: leaderLogStartOffset };
  }
  return { type: 'goOn' };
}

/** The epoch that a follower names in its fetch: that of its last record, -1 for none. */
export function lastFetchedEpochOf(leaderEpochs: readonly EpochStart[]): number {
  return latestEpoch(leaderEpochs);
}
