import { commitmentOf, settleFollowers } from '../broker/commit';
import { counts } from '../broker/highWatermark';
import { maximalInSync } from '../broker/inSync';
import type { BrokerState, FollowerProgress, InSyncState, Replica } from '../broker/state';
import { ledReplica } from '../broker/turn';
import type { BrokerTurn } from '../broker/turn';
import { KAFKA } from '../config';
import { brokerIdsIn, brokerNode } from '../ids';
import type { BrokerId, Offset, PartitionId, Tick } from '../ids';
import { rowOf } from '../table';
import type { World } from '../world';
import { fencedBy, hindranceOf, lagNoticedAt } from './hindrance';
import type { Hindrance } from './hindrance';

/** What a leader's high watermark waits for, as that leader sees it. */
export interface Holding {
  readonly leader: BrokerId;
  readonly leaderEpoch: number;
  readonly highWatermark: Offset;
  readonly logEndOffset: Offset;
  /** The in-sync set that the controller has confirmed, and the least that it may be. */
  readonly inSync: readonly BrokerId[];
  readonly minimum: number;
  /** How the high watermark stands. */
  readonly state: 'committed' | 'underMinimum' | 'held' | 'free';
  /** In ascending order. */
  readonly followers: readonly FollowerStanding[];
}

/** What a leader knows of a follower, and whether it waits for it. */
export interface FollowerStanding {
  readonly broker: BrokerId;
  /** Its log end as the leader knows it; -1 until it has fetched in this epoch. */
  readonly logEndOffset: Offset;
  /** How many records of the leader's log it lacks, as far as the leader knows. */
  readonly behind: number;
  /**
   * In sync, proposed to join, proposed to leave, or caught up a moment ago and able to join. All
   * of them count; who is out does not (Partition.maybeIncrementLeaderHW).
   */
  readonly as: 'inSync' | 'joining' | 'leaving' | 'near' | 'out';
  /** It is behind, and nobody is further behind: the high watermark stands at its log end. */
  readonly holds: boolean;
  /** It follows this leader in this epoch, and so may fetch again. */
  readonly follows: boolean;
  readonly hindrance: Hindrance | null;
  readonly lastCaughtUpAt: Tick;
  /** When it counts no more at the latest, and who sees to that; null when that is open. */
  readonly until: { readonly at: Tick; readonly by: 'session' | 'lag' | 'time' } | null;
}

/**
 * Who holds the high watermark of a broker's log back, by how much and until when: the rule of the
 * maximal in-sync set, asked of the broker's own knowledge. Null when it believes that it follows.
 */
export function highWatermarkHolders(
  world: World,
  partition: PartitionId,
  broker: BrokerId,
): Holding | null {
  const turn = turnOf(world, broker);
  settleFollowers(turn, partition);
  const replica = ledReplica(turn, partition);
  if (replica === null) return null;
  const commitment = commitmentOf(turn, replica);
  const { followers, inSync } = replica.role;
  const end = commitment.logEndOffset;
  const ids = brokerIdsIn(followers);
  const those = ids.filter((id) => counts(commitment, id, rowOf(followers, id)));
  const least = Math.min(end, ...those.map((id) => rowOf(followers, id).logEndOffset));
  const standings = ids.map((id): FollowerStanding => {
    const progress = rowOf(followers, id);
    const as = those.includes(id) ? standingIn(inSync, id) : 'out';
    const isBehind = progress.logEndOffset < end;
    return {
      broker: id,
      logEndOffset: progress.logEndOffset,
      behind: end - Math.max(progress.logEndOffset, replica.log.startOffset),
      as,
      holds: isBehind && as !== 'out' && progress.logEndOffset === least,
      follows: isFollowing(world, id, replica),
      hindrance: hindranceOf(world, id, brokerNode(broker), partition),
      lastCaughtUpAt: progress.lastCaughtUpAt,
      until: isBehind && as !== 'out' ? untilOf(world, turn.broker, id, progress, as) : null,
    };
  });
  const { highWatermark, effectiveMinInSync: minimum } = commitment;
  const isUnder = inSync.inSync.length < minimum;
  return {
    leader: broker,
    leaderEpoch: replica.leaderEpoch,
    highWatermark,
    logEndOffset: end,
    inSync: inSync.inSync,
    minimum,
    state: stateOf(highWatermark === end, isUnder, least <= highWatermark),
    followers: standings,
  };
}

// A process that does not run knows what it knew when it begins anew.
function isFollowing(
  { brokers }: World,
  follower: BrokerId,
  { partition, leader, leaderEpoch }: Replica,
): boolean {
  const known = brokers[follower]?.replicas[partition];
  return known !== undefined && known.leader === leader && known.leaderEpoch === leaderEpoch;
}

function stateOf(isAtEnd: boolean, isUnder: boolean, isHeld: boolean): Holding['state'] {
  if (isAtEnd) return 'committed';
  if (isUnder) return 'underMinimum';
  return isHeld ? 'held' : 'free';
}

// As the broker itself would look at its state now.
function turnOf(world: World, broker: BrokerId): BrokerTurn {
  const { now, seed } = world;
  return { broker: rowOf(world.brokers, broker), wire: { now, seed, outbox: [], events: [] } };
}

function standingIn(
  state: InSyncState,
  follower: BrokerId,
): Exclude<FollowerStanding['as'], 'out'> {
  if (state.type === 'pendingShrink' && state.leaving.includes(follower)) return 'leaving';
  if (state.inSync.includes(follower)) return 'inSync';
  return maximalInSync(state).includes(follower) ? 'joining' : 'near';
}

function untilOf(
  world: World,
  { inSyncCheckDueAt: check }: BrokerState,
  follower: BrokerId,
  { lastCaughtUpAt }: FollowerProgress,
  as: FollowerStanding['as'],
): FollowerStanding['until'] {
  const session = fencedBy(world, follower);
  // Nobody looks at the lag while a change is under way (Partition.maybeShrinkIsr).
  const isSettled = as !== 'joining' && as !== 'leaving';
  const late = check === null || !isSettled ? null : lagNoticedAt(lastCaughtUpAt, check);
  const lag = as === 'near' ? lastCaughtUpAt + KAFKA.replicaLagTimeMaxMs + 1 : late;
  if (session !== null && (lag === null || session <= lag)) return { at: session, by: 'session' };
  return lag === null ? null : { at: lag, by: as === 'near' ? 'time' : 'lag' };
}
