import type { Event } from '../sim/event';
import type { Tick } from '../sim/ids';
import { type Pace, startOfStory } from './pace';

/** Story seconds for which the last thing that happened is shown before a run stands still. */
export const AFTERGLOW_SECONDS = 1;

/** Of frames in which nothing happens, all have the same. */
const NOTHING: readonly never[] = [];

/** An event and the moment at which it happened. */
export interface Happening {
  /** How many there are in the run up to this one, from 1. */
  readonly number: number;
  readonly event: Event;
  /** Of the frame in which it happened. */
  readonly index: number;
  /** Story second. */
  readonly story: number;
  readonly tick: Tick;
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
  readonly told: ToldMoment | null;
  /** Story second of the last command, or of the last event that is more than routine. */
  readonly stirredAt: number;
  /** The cluster has settled, no command is to come, the last event has had time to be seen. */
  readonly rests: boolean;
}

/** The mark of the first frame that is told. What happened in it belongs to the prologue. */
export function firstMark(tick: Tick, rests: boolean): Mark {
  return {
    index: 0,
    ...startOfStory(tick),
    events: NOTHING,
    told: null,
    stirredAt: -AFTERGLOW_SECONDS,
    rests,
  };
}
