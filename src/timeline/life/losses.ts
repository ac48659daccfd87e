import type { Event, PromiseBroken } from '../../sim/event';
import { type Chronicle, chronicleOf, type Landmark } from './chronicle';
import type { WholeRun } from './moments';
import type { StageKind } from './stage';
import { followedFrom, stageOf } from './stageOf';

/** How a promise was broken. */
export interface Loss {
  readonly broken: PromiseBroken;
  /** What took the record: the last mishap before, of somebody who had it; null without one. */
  readonly cause: Event | null;
}

const MISHAPS: readonly StageKind[] = [
  'holderDown',
  'copyGone',
  'copyUnreadable',
  'lostUnflushed',
  'truncated',
];

/**
 * How each acknowledged record that was lost by a frame was lost, the last time that it was. A lost
 * record of whose loss no event tells is missing.
 */
export function lossesUntil(run: WholeRun, frameIndex: number): ReadonlyMap<number, Loss> {
  const chronicle = chronicleOf(run);
  const losses = new Map<number, Loss>();
  for (const landmark of chronicle.broken) {
    if (landmark.index > frameIndex) break;
    const { event: broken } = landmark;
    const loss = { broken, cause: causeOf(chronicle, landmark) };
    for (const id of broken.recordIds) losses.set(id, loss);
  }
  return losses;
}

const causes = new WeakMap<PromiseBroken, Event | null>();

// What one event tells of, one mishap took: the first record stands for all of them.
function causeOf({ produced, happened }: Chronicle, landmark: Landmark<'promiseBroken'>) {
  const { event, after } = landmark;
  const first = produced.get(event.recordIds[0] ?? 0);
  if (first === undefined) return null;
  const known = causes.get(event);
  if (known !== undefined) return known;
  const followed = followedFrom(first.event, []);
  const stages = happened.slice(first.after, after).flatMap((one) => stageOf(one, followed) ?? []);
  const cause = stages.findLast(({ kind }) => MISHAPS.includes(kind))?.event ?? null;
  causes.set(event, cause);
  return cause;
}
