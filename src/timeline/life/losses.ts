import type { Event, PromiseBroken } from '../../sim/event';
import { type Happened, happenedUntil, type WholeRun } from './moments';
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
 * How each acknowledged record that was lost by a frame was lost, the last time that it was. Those
 * are missing of whose loss nothing tells: with acks=0 a request that nobody took.
 */
export function lossesUntil(run: WholeRun, frameIndex: number): ReadonlyMap<number, Loss> {
  const happened = happenedUntil(run, frameIndex);
  const losses = new Map<number, Loss>();
  for (const [at, { event }] of happened.entries()) {
    if (event.type !== 'promiseBroken') continue;
    const loss = { broken: event, cause: causeOf(event, happened.slice(0, at)) };
    for (const id of event.recordIds) losses.set(id, loss);
  }
  return losses;
}

// What one event tells of, one mishap took: the first record stands for all of them.
function causeOf({ recordIds }: PromiseBroken, before: readonly Happened[]): Event | null {
  const produced = before.find(
    ({ event }) => event.type === 'recordProduced' && event.recordId === recordIds[0],
  );
  if (produced?.event.type !== 'recordProduced') return null;
  const followed = followedFrom(produced.event, []);
  const stages = before.flatMap((one) => stageOf(one, followed) ?? []);
  return stages.findLast(({ kind }) => MISHAPS.includes(kind))?.event ?? null;
}
