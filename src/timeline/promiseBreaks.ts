import type { Event } from '../sim/event';
import type { Happening } from './mark';
import type { Recording } from './recording';

/** What a cluster promises those who use it, as far as its settings do not permit otherwise. */
export interface NamedPromise {
  /** A sentence that is true while the promise is kept. */
  readonly name: string;
  /** The rule that keeps it. */
  readonly because: string;
  /** Settings and misfortunes that permit to break it; null: nothing does. */
  readonly permittedBy: string | null;
}

/** The first event by which a promise was broken. */
export interface PromiseBreak {
  readonly promise: NamedPromise;
  readonly happening: Happening;
}

interface WatchedPromise extends NamedPromise {
  readonly isBrokenBy: (event: Event, seen: Seen) => boolean;
}

/** What has been seen of a run so far. */
interface Seen {
  readonly producers: Map<number, string>;
  readonly read: Set<number>;
  /** Ids of records by offset, by broker and partition. */
  readonly logs: Map<string, (number | undefined)[]>;
  /** Broker by partition and leader epoch. */
  readonly leaders: Map<string, number>;
}

interface Watch {
  /** How many events have been looked at. */
  count: number;
  readonly seen: Seen;
  readonly breaks: PromiseBreak[];
}

const WITHOUT_COPIES = 'unclean.leader.election.enable=true, or disks or power that are lost';
const WITHOUT_NUMBERS = 'enable.idempotence=false, or acks other than all';

/**
 * What a student has to hold on to, the weightiest first. Each is watched by the events alone, so
 * that it costs next to nothing.
 */
const WATCHED: readonly WatchedPromise[] = [
  {
    name: 'An acknowledged record is never lost',
    because: 'With acks=all every in-sync replica has it by then, and a leader is one of these.',
    permittedBy: `acks=0 or acks=1, ${WITHOUT_COPIES}`,
    isBrokenBy: (event) => event.type === 'promiseBroken',
  },
  {
    name: 'What a consumer has read is never taken back',
    because: 'It is given records below the high watermark only: every in-sync replica has them.',
    permittedBy: WITHOUT_COPIES,
    isBrokenBy: isTakenBack,
  },
  {
    name: 'A record is written once',
    because: 'Its producer numbers it, so a leader knows a retry that its log has already.',
    permittedBy: WITHOUT_NUMBERS,
    isBrokenBy: (event) => event.type === 'duplicateAppended',
  },
  {
    name: 'A producer’s records stay in order within a partition',
    because: 'A leader takes the numbers of a producer only one after the other.',
    permittedBy: WITHOUT_NUMBERS,
    isBrokenBy: isOvertaken,
  },
  {
    name: 'A partition has one leader in each epoch',
    because: 'Only the controller elects, and it raises the leader epoch each time.',
    permittedBy: null,
    isBrokenBy: (event, { leaders }) => {
      if (event.type !== 'becameLeader') return false;
      const { broker, partition, leaderEpoch } = event;
      const known = leaders.get(`${partition} ${leaderEpoch}`);
      return known !== undefined && known !== broker;
    },
  },
];

/** What is promised to those who use the cluster, the weightiest first. */
export const PROMISES: readonly NamedPromise[] = WATCHED;

const watches = new WeakMap<readonly Happening[], Watch>();

/**
 * The first break of each promise in a run, in the order in which they happened, as far as the run
 * is computed: those beyond the moment shown are for the caller to leave out. Looks at each event
 * of a run once.
 */
export function promiseBreaks({ line }: Recording): readonly PromiseBreak[] {
  const { happenings } = line.run;
  const watch = watches.get(happenings) ?? newWatch(happenings);
  for (; watch.count < happenings.length; watch.count += 1) {
    const happening = happenings[watch.count];
    if (happening !== undefined) look(watch, happening);
  }
  return watch.breaks;
}

function newWatch(happenings: readonly Happening[]): Watch {
  const seen: Seen = { producers: new Map(), read: new Set(), logs: new Map(), leaders: new Map() };
  const watch: Watch = { count: 0, seen, breaks: [] };
  watches.set(happenings, watch);
  return watch;
}

function look({ seen, breaks }: Watch, happening: Happening): void {
  for (const promise of WATCHED) {
    const isKnown = breaks.some((one) => one.promise === promise);
    if (!isKnown && promise.isBrokenBy(happening.event, seen)) breaks.push({ promise, happening });
  }
  keep(seen, happening.event);
}

function keep({ producers, read, logs, leaders }: Seen, event: Event): void {
  if (event.type === 'recordProduced') producers.set(event.recordId, event.producer);
  if (event.type === 'recordsConsumed') for (const id of event.recordIds) read.add(id);
  if (event.type === 'becameLeader') {
    leaders.set(`${event.partition} ${event.leaderEpoch}`, event.broker);
  }
  if (event.type !== 'recordsAppended' && event.type !== 'recordsReplicated') return;
  const { broker, partition, baseOffset, recordIds } = event;
  const log = logs.get(`${broker} ${partition}`) ?? [];
  log.length = baseOffset; // What was cut off or lost before is overwritten.
  log.push(...recordIds);
  logs.set(`${broker} ${partition}`, log);
}

function isTakenBack(event: Event, { read }: Seen): boolean {
  if (event.type === 'promiseBroken') return event.recordIds.some((id) => read.has(id));
  if (event.type === 'truncationDetected') return event.to === null || event.to < event.from;
  return event.type === 'positionReset' && event.to < event.from;
}

// A record that comes after a later one of its producer, and is not there for the second time.
function isOvertaken(event: Event, { producers, logs }: Seen): boolean {
  if (event.type !== 'recordsAppended') return false;
  const { broker, partition, baseOffset, recordIds } = event;
  const [first = 0] = recordIds;
  const log = logs.get(`${broker} ${partition}`) ?? [];
  const producer = producers.get(first);
  for (let at = Math.min(baseOffset, log.length) - 1; at >= 0; at -= 1) {
    const before = log[at];
    if (before === undefined || producer === undefined) return false;
    if (producers.get(before) !== producer) continue;
    return before > first && !log.includes(first);
  }
  return false;
}
