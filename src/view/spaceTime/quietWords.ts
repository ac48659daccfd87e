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

// By the first and the last frame of a stretch: what is past never changes.
const known = new WeakMap<Run, Map<string, string>>();

/** What went on unseen in a quiet stretch: `41 fetches, 9 heartbeats`. */
export function quietWords(recording: Recording, { fromIndex, toIndex }: Pause): string {
  const { run } = recording.line;
  const words = known.get(run) ?? new Map<string, string>();
  known.set(run, words);
  const key = `${fromIndex} ${toIndex}`;
  // Without what was sent in its last frame, which ended it.
  const said =
    words.get(key) ??
    wordsFor(frame(recording, fromIndex).world, frame(recording, toIndex - 1).world);
  words.set(key, said);
  return said;
}

/** Every node counts what it sends, so that no frame between the two has to be looked at. */
function wordsFor(from: World, to: World): string {
  const counts = new Map<string, number>();
  const add = (type: string, count: number) => {
    if (!type.endsWith('Request')) return;
    const name = NOUNS.find(([start]) => type.startsWith(start))?.[0] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + count);
  };
  const before = sentIn(from);
  for (const [way, count] of sentIn(to))
    add(way.slice(way.lastIndexOf(':') + 1), count - (before.get(way) ?? 0));
  // What was sent in the first frame has been counted there.
  for (const { sentAt, message } of underWay(from)) add(message.type, sentAt === from.now ? 1 : 0);
  return NOUNS.flatMap(([start, one, ending]) => {
    const count = counts.get(start) ?? 0;
    return count > 0 ? [`${count} ${one}${count === 1 ? '' : ending}`] : [];
  }).join(', ');
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
