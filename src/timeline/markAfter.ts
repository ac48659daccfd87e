import type { StampedCommand } from '../sim/command';
import type { Event } from '../sim/event';
import type { Tick } from '../sim/ids';
import { isSettled } from '../sim/settled';
import { weightOf } from '../sim/weight';
import type { World } from '../sim/world';
import { AFTERGLOW_SECONDS, type Mark, type ToldMoment } from './mark';
import { paceAfter } from './pace';

/**
 * The mark of the frame that follows another.
 *
 * @param before mark of the earlier frame
 * @param flights what is in the air between the two
 * @param pending commands that are obeyed in the new frame or later
 */
export function markAfter(
  before: Mark,
  flights: World['flights'],
  pending: readonly StampedCommand[],
  { world, events }: { readonly world: World; readonly events: readonly Event[] },
): Mark {
  const commanded = pending[0]?.at === world.now;
  const { tick, story, quietSince } = paceAfter(before, flights, { tick: world.now, commanded });
  const index = before.index + 1;
  const stirs = commanded || events.some((event) => weightOf(event) !== 'background');
  const stirredAt = stirs ? story : before.stirredAt;
  const isLast = (pending.at(-1)?.at ?? tick) <= tick;
  const rests = isLast && story >= stirredAt + AFTERGLOW_SECONDS && isSettled(world);
  const told = events.length > 0 ? toldMoment(index, story, tick, events) : null;
  return { index, tick, story, quietSince, events, told, stirredAt, rests };
}

function toldMoment(
  index: number,
  story: number,
  tick: Tick,
  all: readonly Event[],
): ToldMoment | null {
  const told = all.filter((event) => weightOf(event) === 'told');
  // Most often all are told: then both lists are one.
  const events = told.length === all.length ? all : told;
  return events.length === 0 ? null : { index, story, tick, events };
}
