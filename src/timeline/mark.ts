import type { StampedCommand } from '../sim/command';
import type { Event } from '../sim/event';
import { weightOf } from '../sim/weight';
import type { Tick } from '../sim/ids';
import type { World } from '../sim/world';
import { type Pace, paceAfter, startOfStory } from './pace';

/** Story seconds for which the last thing that happened is shown before a run stands still. */
const AFTERGLOW_SECONDS = 1;

const NOTHING: readonly never[] = [];

/** An event and the story second at which it happened. */
export interface Happening {
  readonly event: Event;
  readonly story: number;
}

/** A frame in which something happened that is told to everybody. */
export interface ToldMoment {
  readonly index: number;
  /** Story second. */
  readonly story: number;
  readonly tick: Tick;
  /** The told ones among the frame's events; at least one. */
  readonly events: readonly Event[];
}

/** What is remembered of a frame even when its world has been let go. */
export interface Mark extends Pace {
  readonly index: number;
  readonly events: readonly Event[];
  readonly happenings: readonly Happening[];
  readonly told: ToldMoment | null;
  /** Story second of the last command, or of the last event that is more than routine. */
  readonly stirredAt: number;
  /** No command is to come, and the last event has had time to be seen. */
  readonly mayRest: boolean;
}

/**
 * The mark of the first frame that is told. What happened in it belongs to the prologue.
 *
 * @param pending commands that are obeyed later
 */
export function firstMark(world: World, pending: readonly StampedCommand[]): Mark {
  return {
    index: 0,
    ...startOfStory(world.now),
    events: NOTHING,
    happenings: NOTHING,
    told: null,
    stirredAt: -AFTERGLOW_SECONDS,
    mayRest: pending.length === 0,
  };
}

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
  const mayRest = isLast && story >= stirredAt + AFTERGLOW_SECONDS;
  const isEventful = events.length > 0;
  const happenings = isEventful ? events.map((event) => ({ event, story })) : NOTHING;
  const told = isEventful ? toldMoment(index, story, tick, events) : null;
  return { index, tick, story, quietSince, events, happenings, told, stirredAt, mayRest };
}

function toldMoment(
  index: number,
  story: number,
  tick: Tick,
  all: readonly Event[],
): ToldMoment | null {
  const events = all.filter((event) => weightOf(event) === 'told');
  return events.length === 0 ? null : { index, story, tick, events };
}
