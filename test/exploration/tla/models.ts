import {
  continues,
  diverges,
  followsByLeaderEpoch,
  followsByName,
  followsByRecordEpoch,
  hasAll,
  hasCommitted,
  hasNext,
  isInEpochOf,
  leadsAsRequested,
  oncePastEpochStart,
} from './conditions';
import { controllerElectLeader, controllerShrinkIsr, type Action } from './controllerActions';
import { becomeFollower, replicate, truncateWhileFollowing } from './followerActions';
import {
  advanceHighWatermark,
  becomeLeader,
  leaderExpandIsr,
  leaderShrinkIsr,
  leaderWrite,
} from './leaderActions';
import { endOfLastEpoch, nowhereYet, ownHighWatermark, pastLastMatch } from './truncationPoints';

/** What can happen, by the name that TLC gives it. */
export type Model = Readonly<Record<string, Action>>;

const common = {
  ControllerElectLeader: controllerElectLeader,
  ControllerShrinkIsr: controllerShrinkIsr,
  BecomeLeader: becomeLeader,
  LeaderWrite: leaderWrite,
} satisfies Model;

/** Before KIP-320. These versions differ only in where a new follower truncates. */
const unfenced = {
  ...common,
  LeaderExpandIsr: leaderExpandIsr(hasCommitted(followsByName)),
  LeaderShrinkIsr: leaderShrinkIsr(hasAll(followsByName)),
  LeaderIncHighWatermark: advanceHighWatermark(hasNext(followsByName)),
  FollowerReplicate: replicate(() => true),
} satisfies Model;

/** The protocol of Kafka through its versions, as in hachikuji/kafka-specification. */
export const MODELS = {
  /** Before 0.11. */
  KafkaTruncateToHighWatermark: {
    ...unfenced,
    BecomeFollowerAndTruncateTo: becomeFollower(ownHighWatermark),
  },
  /** 0.11 to 1.1. */
  Kip101: { ...unfenced, BecomeFollowerTruncateKip101: becomeFollower(endOfLastEpoch) },
  /** 2.0. */
  Kip279: { ...unfenced, BecomeFollowerTruncateKip279: becomeFollower(pastLastMatch) },
  /** A draft that was rejected. */
  Kip320FirstTry: {
    ...common,
    LeaderExpandIsrBetterFencing: leaderExpandIsr(
      oncePastEpochStart(hasCommitted(followsByRecordEpoch)),
    ),
    LeaderShrinkIsrBetterFencing: leaderShrinkIsr(hasAll(followsByRecordEpoch)),
    ImprovedLeaderIncHighWatermark: advanceHighWatermark(hasNext(followsByRecordEpoch)),
    BecomeFollower: becomeFollower(nowhereYet),
    FollowerFetch: replicate(continues(followsByRecordEpoch)),
    FollowerTruncate: truncateWhileFollowing(diverges, pastLastMatch),
  },
  /** From 2.1 on. */
  Kip320: {
    ...common,
    FencedLeaderExpandIsr: leaderExpandIsr(oncePastEpochStart(hasCommitted(followsByLeaderEpoch))),
    FencedLeaderShrinkIsr: leaderShrinkIsr(hasAll(followsByLeaderEpoch)),
    FencedLeaderIncHighWatermark: advanceHighWatermark(hasNext(followsByLeaderEpoch)),
    FencedBecomeFollowerAndTruncate: becomeFollower(pastLastMatch, leadsAsRequested),
    FencedFollowerFetch: replicate(isInEpochOf),
  },
} satisfies Readonly<Record<string, Model>>;
