import { fencedIsOut, leaderIsInSync } from '../../src/sim/invariants/controllerSets';
import {
  acknowledgedIsKept,
  committedIsOnTrueSet,
  leaderWaitsForSuccessors,
} from '../../src/sim/invariants/leadership';
import { highWatermarkIsInLog } from '../../src/sim/invariants/logs';

/** The promises that faults are meant to break, by name. The last three are of whole runs. */
export const PROMISE = {
  acknowledged: acknowledgedIsKept.name,
  committed: committedIsOnTrueSet.name,
  counts: leaderWaitsForSuccessors.name,
  fenced: fencedIsOut.name,
  highWatermark: highWatermarkIsInLog.name,
  leader: leaderIsInSync.name,
  once: 'No record stands twice in a log',
  settles: 'A healed cluster settles',
  agrees: 'In a healed cluster all logs agree',
};
