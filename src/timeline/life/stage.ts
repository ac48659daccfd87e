import type { Event } from '../../sim/event';
import type { NodeId, Tick } from '../../sim/ids';
import type { Flight } from '../../sim/message';

/** What can happen to a record. */
export type StageKind =
  | 'produced'
  | 'sent'
  | 'received'
  /** It reached a process that stands still, and waits to be read. */
  | 'waits'
  | 'diedOnTheWay'
  /** Somebody held the request with it, let it go, hastened it or had it arrive twice. */
  | 'held'
  | 'letGo'
  | 'hastened'
  | 'doubled'
  | 'appended'
  /** Beside a copy that the log had already. */
  | 'appendedAgain'
  /** The leader had it already, and wrote nothing. */
  | 'found'
  | 'refused'
  | 'retried'
  | 'failed'
  | 'fetched'
  /** The leader learnt that a follower has it. */
  | 'counted'
  | 'committed'
  /** A follower heard that it is committed. */
  | 'heard'
  | 'acknowledged'
  | 'read'
  | 'truncated'
  | 'lostUnflushed'
  /** A process that has it died, or its machine lost its power. */
  | 'holderDown'
  /** Somebody who does not have it was elected. */
  | 'passedOver'
  /** A copy went with its disk, its instance or its replica. */
  | 'copyGone'
  /** A copy is on a disk that cannot be read any more. */
  | 'copyUnreadable'
  | 'promiseBroken';

/** One thing that happened to a record. */
export interface Stage {
  readonly kind: StageKind;
  /** Where it happened: who sent, received, wrote, fetched, counted, read or lost it. */
  readonly who: NodeId;
  /** Whom it came from or went to, or who was counted; null where nobody else has a part in it. */
  readonly other: NodeId | null;
  readonly tick: Tick;
  /** Story second; null before the story, where nobody can be taken. */
  readonly story: number | null;
  /** Index of the frame; of the prologue at most 0. */
  readonly index: number;
  /** The event that tells of it; null for what only the wire shows. */
  readonly event: Event | null;
  /** The request with which it travelled; null for what an event tells. */
  readonly flight: Flight | null;
}
