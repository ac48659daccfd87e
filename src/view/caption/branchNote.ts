import type { Tick } from '../../sim/ids';
import { lastToldBefore } from '../../store/selectors';
import type { HighwaterState } from '../../store/state';
import type { ToldMoment } from '../../timeline/mark';
import { currentBranch, toldMoments } from '../../timeline/recording';
import { clockText } from '../transport/clockText';

/**
 * Says, where acting in the past has just opened a branch, that it did; null elsewhere. It is said
 * beside what was told last before the branch, and beside what is told first in it.
 */
export function branchNote(state: HighwaterState): string | null {
  const { recording } = state;
  const { parent, forkedAt } = currentBranch(recording);
  if (parent === null || !isNew(toldMoments(recording), lastToldBefore(state), forkedAt)) {
    return null;
  }
  return `A new branch from ${clockText(forkedAt)}; the run before is kept as branch ${parent}.`;
}

function isNew(told: readonly ToldMoment[], shown: ToldMoment | null, forkedAt: Tick): boolean {
  const before = told.findLast(({ tick }) => tick < forkedAt);
  const first = told.find(({ tick }) => tick >= forkedAt);
  return shown?.index === before?.index || (shown !== null && shown.index === first?.index);
}
