import type { Event } from '../../sim/event';
import type { ToldMoment } from '../../timeline/mark';

/** One line of the event list: an event, or several of one kind in one moment. */
export interface FeedEntry {
  readonly id: string;
  readonly story: number;
  readonly tick: number;
  /** At least one; all of one type. */
  readonly events: readonly [Event, ...Event[]];
}

const entriesByMoment = new WeakMap<ToldMoment, readonly FeedEntry[]>();

/** The list never holds more lines than this. */
const ENTRIES_MAX = 200;

/** The last lines up to a moment, oldest first. */
export function feedEntries(
  moments: readonly ToldMoment[],
  last: ToldMoment | null,
): readonly FeedEntry[] {
  if (!last) return [];
  const end = moments.findLastIndex(({ index }) => index <= last.index) + 1;
  const entries = moments.slice(Math.max(0, end - ENTRIES_MAX), end).flatMap(entriesOf);
  return entries.slice(-ENTRIES_MAX);
}

/** A moment never changes, so its lines are made once, and rows that stay are not drawn anew. */
function entriesOf(moment: ToldMoment): readonly FeedEntry[] {
  const known = entriesByMoment.get(moment);
  if (known) return known;
  const entries = linesOf(moment);
  entriesByMoment.set(moment, entries);
  return entries;
}

/** What happens to several partitions at once is one line. */
function linesOf({ story, tick, events }: ToldMoment): readonly FeedEntry[] {
  const byType = new Map<Event['type'], [Event, ...Event[]]>();
  for (const event of events) {
    const same = byType.get(event.type);
    if (same) same.push(event);
    else byType.set(event.type, [event]);
  }
  return [...byType].map(([type, same]) => ({ id: `${story}-${type}`, story, tick, events: same }));
}
