import type { Condition } from './leaderActions';
import { endOf } from './log';
import { presumesLeadership, type Leadership, type Replica } from './state';

/** Up to an offset, by a rule: the follower has what the leader has. */
type Reaches = (leader: Replica, follower: Replica, endOffset: number) => boolean;

/** Before KIP-320 only the leader's name counts: no epoch is compared. */
export const followsByName: Reaches = (leader, follower, endOffset) =>
  follower.leader === leader.id &&
  endOffset <= endOf(leader.log) &&
  endOffset <= endOf(follower.log);

/** First try of KIP-320: the epochs of the last records are compared, not those of the replicas. */
export const followsByRecordEpoch: Reaches = (leader, follower, endOffset) =>
  followsByName(leader, follower, endOffset) &&
  (endOffset === 0 ||
    leader.log.records[endOffset - 1]?.epoch === follower.log.records[endOffset - 1]?.epoch);

/** KIP-320: leader and follower must be in the same epoch. */
export const followsByLeaderEpoch: Reaches = (leader, follower, endOffset) =>
  isInEpochOf(leader, follower) && endOffset <= endOf(follower.log);

/** KIP-320: nothing counts between a leader and a follower of another epoch. */
export const isInEpochOf: Condition = (leader, follower) =>
  follower.leader === leader.id && follower.leaderEpoch === leader.leaderEpoch;

/** KIP-320: the leader can be asked about its log once it leads in the epoch of the request. */
export function leadsAsRequested(leader: Replica, { leaderEpoch }: Leadership): boolean {
  return presumesLeadership(leader) && leader.leaderEpoch === leaderEpoch;
}

/** The follower has the record at the leader's high watermark. */
export function hasNext(reaches: Reaches): Condition {
  return (leader, follower) => reaches(leader, follower, leader.hw + 1);
}

/** The follower has everything below the leader's high watermark. */
export function hasCommitted(reaches: Reaches): Condition {
  return (leader, follower) => reaches(leader, follower, leader.hw);
}

/** The follower has everything the leader has. */
export function hasAll(reaches: Reaches): Condition {
  return (leader, follower) => reaches(leader, follower, endOf(leader.log));
}

/** What the follower has is what the leader has, as far as the rule can tell. */
export function continues(reaches: Reaches): Condition {
  return (leader, follower) => reaches(leader, follower, endOf(follower.log));
}

/**
 * The high watermark of the leader lies in its own epoch or at the end of its log. Before that it
 * cannot know what its predecessor committed, and takes nobody into the ISR.
 */
export function oncePastEpochStart(condition: Condition): Condition {
  return (leader, follower) =>
    (leader.hw === endOf(leader.log) ||
      leader.log.records[leader.hw]?.epoch === leader.leaderEpoch) &&
    condition(leader, follower);
}

/** First try of KIP-320: the follower is ahead, or its last record has another epoch. */
export const diverges: Condition = (leader, follower) => {
  const end = endOf(follower.log);
  return end > endOf(leader.log) || !followsByRecordEpoch(leader, follower, end);
};
