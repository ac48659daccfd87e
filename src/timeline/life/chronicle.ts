import type { Event } from '../../sim/event';
import type { Happening } from '../mark';
import type { Moment } from '../prologue';
import type { Run } from '../run';
import type { WholeRun } from './moments';

/** An event of the prologue or of the told history. */
export interface Happened extends Pick<Happening, 'event' | 'index' | 'tick'> {
  /** Story second; null before the story. */
  readonly story: number | null;
}

/** A landmark: an event of a type, and how many events came before it. */
export interface Landmark<Type extends Event['type']> extends Happened {
  readonly event: Extract<Event, { readonly type: Type }>;
  readonly after: number;
}

/** Every event of a run in its order, the prologue included, and where to look for some of them. */
export interface Chronicle {
  readonly prologue: readonly Moment[] | null;
  readonly happened: readonly Happened[];
  /** By record id. */
  readonly produced: ReadonlyMap<number, Landmark<'recordProduced'>>;
  readonly appended: readonly Landmark<'recordsAppended'>[];
  readonly broken: readonly Landmark<'promiseBroken'>[];
}

interface Writable extends Chronicle {
  readonly happened: Happened[];
  readonly produced: Map<number, Landmark<'recordProduced'>>;
  readonly appended: Landmark<'recordsAppended'>[];
  readonly broken: Landmark<'promiseBroken'>[];
  /** How many of the happenings of the run are in it. */
  taken: number;
}

const chronicles = new WeakMap<Run, Writable>();

/**
 * The chronicle of a run as far as it has been computed. A run only grows, and its chronicle with
 * it, so that nothing is gone through twice.
 */
export function chronicleOf({ recording, prologue }: WholeRun): Chronicle {
  const { run } = recording.line;
  const known = chronicles.get(run);
  const chronicle = known?.prologue === prologue ? known : begun(prologue);
  chronicles.set(run, chronicle);
  for (; chronicle.taken < run.happenings.length; chronicle.taken += 1) {
    const happening = run.happenings[chronicle.taken];
    if (happening !== undefined) enter(chronicle, happening);
  }
  return chronicle;
}

function begun(prologue: readonly Moment[] | null): Writable {
  const chronicle: Writable = {
    prologue,
    happened: [],
    produced: new Map(),
    appended: [],
    broken: [],
    taken: 0,
  };
  for (const [at, { world, events }] of (prologue ?? []).entries()) {
    const index = 1 - (prologue?.length ?? 0) + at;
    for (const event of events) enter(chronicle, { event, index, tick: world.now, story: null });
  }
  return chronicle;
}

function enter(chronicle: Writable, { event, index, tick, story }: Happened): void {
  const when = { index, tick, story, after: chronicle.happened.length };
  if (event.type === 'recordProduced') {
    chronicle.produced.set(event.recordId, { event, ...when });
  }
  if (event.type === 'recordsAppended') chronicle.appended.push({ event, ...when });
  if (event.type === 'promiseBroken') chronicle.broken.push({ event, ...when });
  chronicle.happened.push({ event, index, tick, story });
}
