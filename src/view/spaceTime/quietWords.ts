import { underWay } from '../../sim/underWay';
import type { World } from '../../sim/world';
import { frame, type Recording } from '../../timeline/recording';
import type { Run } from '../../timeline/run';
import type { Pause } from './picture';

/** What requests are called, by how their types begin; all that are named nowhere come last. */
const NOUNS = [
  ['produce', 'produce request', 's'],
  ['fetch', 'fetch', 'es'],
  ['brokerHeartbeat', 'heartbeat', 's'],
  ['metadata', 'metadata request', 's'],
  ['', 'other request', 's'],
] as const;

/** How much of each kind was sent, in the order of `NOUNS`. */
export type QuietCounts = readonly number[];

interface Known {
  readonly toIndex: number;
  readonly counts: QuietCounts;
}

// By the first frame of a stretch: one that grows is counted anew.
const known = new WeakMap<Run, Map<number, Known>>();

/** What went on unseen in a quiet stretch. */
export function quietCounts(recording: Recording, { fromIndex, toIndex }: Ends): QuietCounts {
  const { run } = recording.line;
  const own = known.get(run) ?? new Map<number, Known>();
  known.set(run, own);
  const before = own.get(fromIndex);
  if (before?.toIndex === toIndex) return before.counts;
  // Without what was sent in its last frame, which ended it.
  const counts = countsOf(frame(recording, fromIndex).world, frame(recording, toIndex - 1).world);
  own.set(fromIndex, { toIndex, counts });
  return counts;
}

type Ends = Pick<Pause, 'fromIndex' | 'toIndex'>;

/** `41 fetches, 9 heartbeats`. */
export function quietWords(counts: QuietCounts): string {
  return NOUNS.flatMap(([, one, ending], nth) => {
    const count = counts[nth] ?? 0;
    return count > 0 ? [`${count} ${one}${count === 1 ? '' : ending}`] : [];
  }).join(', ');
}

/** Every node counts what it sends, so that no frame between the two has to be looked at. */
function countsOf(from: World, to: World): QuietCounts {
  const counts = NOUNS.map(() => 0);
  const add = (type: string, count: number) => {
    if (!type.endsWith('Request')) return;
    const nth = NOUNS.findIndex(([start]) => type.startsWith(start));
    counts[nth] = (counts[nth] ?? 0) + count;
  };
  const before = sentIn(from);
  for (const [way, count] of sentIn(to))
    add(way.slice(way.lastIndexOf(':') + 1), count - (before.get(way) ?? 0));
  // What was sent in the first frame has been counted there.
  for (const { sentAt, message } of underWay(from)) add(message.type, sentAt === from.now ? 1 : 0);
  return counts;
}

/** How much was sent so far, by who sent it, to whom, and its type. */
function sentIn({ brokers, producers, consumers, controller }: World): Map<string, number> {
  const nodes = Object.entries({ ...brokers, ...producers, ...consumers, controller });
  return new Map(
    nodes.flatMap(([node, { sent }]) =>
      Object.entries(sent).map(([way, one]) => [`${node}>${way}`, one?.count ?? 0]),
    ),
  );
}
