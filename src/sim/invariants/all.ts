import {
  eligibleOnlyBelowMinimum,
  fencedIsOut,
  leaderIsInSync,
  setsAreAssigned,
  setsAreDisjoint,
} from './controllerSets';
import { consumersGetCommitted, readIsKept } from './consumers';
import type { Invariant } from './invariant';
import {
  acknowledgedIsKept,
  committedIsOnOwnSet,
  committedIsOnTrueSet,
  leaderWaitsForSuccessors,
  oneLeaderPerEpoch,
} from './leadership';
import { epochsRise, highWatermarkIsInLog, logsMatch } from './logs';

/** Every promise of this cluster, the one that matters most to a producer first. */
export const INVARIANTS: readonly Invariant[] = [
  acknowledgedIsKept,
  committedIsOnTrueSet,
  committedIsOnOwnSet,
  readIsKept,
  consumersGetCommitted,
  oneLeaderPerEpoch,
  leaderIsInSync,
  leaderWaitsForSuccessors,
  logsMatch,
  epochsRise,
  highWatermarkIsInLog,
  setsAreAssigned,
  fencedIsOut,
  setsAreDisjoint,
  eligibleOnlyBelowMinimum,
];
