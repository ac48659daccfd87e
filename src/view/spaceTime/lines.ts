import type { NodeId, PartitionId, Tick } from '../../sim/ids';
import type { Passage } from '../../timeline/passages';
import { nodeName } from '../nodeName';
import { shareOfWay } from '../../sim/flight';
import type { Point } from '../stage/layout/geometry';
import { CUT_AT } from '../stage/messages/cutWays';
import { type Sprite, spritesOf } from '../stage/messages/sprite';
import { clockText } from '../transport/clockText';
import type { MarkTone } from '../transport/markOf';
import { deathWords } from '../wire/deathWords';
import { isAbout } from './concerns';

/** How a line is drawn: records and promises strong, questions dashed, all else thin. */
export type LineKind = 'records' | 'kept' | 'failure' | 'fetch' | 'plain' | 'routine';

/** One message between two lanes. */
export interface Line {
  readonly passage: Passage;
  readonly kind: LineKind;
  readonly tone: MarkTone;
  readonly partition: PartitionId | null;
  /** From its sending to its end: straight, unless somebody stopped it on its way. */
  readonly points: readonly Point[];
  /** What is at its end: an arrow, a cross, or nothing yet. */
  readonly end: 'arrow' | 'cross' | 'open';
  /** On the tile in its middle; empty for none. */
  readonly label: string;
  /** What the message says. */
  readonly title: string;
}

/** Where things stand in the picture. */
export interface Places {
  readonly xOf: (tick: Tick) => number;
  readonly yOf: (node: NodeId) => number;
  /** Where the recording ends so far. */
  readonly endTick: Tick;
}

/** The line of a message. */
export function lineOf(passage: Passage, partition: PartitionId | null, places: Places): Line {
  const { flight, endsAt, fate, because, stoppedAt, bends } = passage;
  const sprite = spriteFor(passage, partition);
  const isOpen = fate === 'inFlight' && (stoppedAt !== null || endsAt > places.endTick);
  const until = Math.min(endsAt, places.endTick);
  const way = because === 'linkCut' ? CUT_AT : 1;
  const share = stoppedAt ?? (isOpen ? shareOfWay(flight, until) : 1);
  const [origin, goal] = [places.yOf(flight.from), places.yOf(flight.to)];
  const pointAt = (tick: Tick, of: number) => ({
    x: round(places.xOf(tick)),
    y: round(origin + of * way * (goal - origin)),
  });
  // A message that was sent twice sets out a second time.
  const again = bends[0]?.share === 0 ? bends[0].at : flight.sentAt;
  return {
    passage,
    ...lookFor(sprite),
    partition: sprite.partition,
    points: [
      pointAt(again, 0),
      ...bends
        .filter(({ at }) => at > again && at < until)
        .map((bend) => pointAt(bend.at, bend.share)),
      pointAt(until, share),
    ],
    end: isOpen ? 'open' : fate === 'lost' ? 'cross' : 'arrow',
    title: sprite.title,
  };
}

/** An answer about several partitions is drawn as what it says of the one that is looked at. */
function spriteFor({ flight }: Passage, partition: PartitionId | null): Sprite {
  const sprites = spritesOf(flight);
  const found =
    sprites.find((sprite) => sprite.partition === partition) ??
    sprites.find(({ kind }) => kind === 'records') ??
    sprites[0];
  if (!found) throw new Error('A message is drawn as one thing at least.');
  const isNamed = partition !== null && isAbout(flight.message, partition);
  return isNamed && found.partition !== null ? { ...found, partition } : found;
}

function lookFor({ kind, label, background }: Sprite): {
  readonly kind: LineKind;
  readonly tone: MarkTone;
  readonly label: string;
} {
  if (background) return { kind: 'routine', tone: 'plain', label: '' };
  switch (kind) {
    case 'produce':
    case 'records':
      return { kind: 'records', tone: 'partition', label };
    case 'acknowledgement':
      return { kind: 'kept', tone: 'kept', label: '✓' };
    case 'refusal':
    case 'closed':
    case 'divergence':
      return { kind: 'failure', tone: 'failure', label: '!' };
    case 'fetch':
      return { kind: 'fetch', tone: 'plain', label: '' };
    case 'highWatermark':
      return { kind: 'plain', tone: 'plain', label: `HW ${label}` };
    default:
      return { kind: 'plain', tone: 'plain', label: '' };
  }
}

/** The message in one sentence. */
export function wordsOf({ passage, title }: Line): string {
  const { flight, endsAt, fate, because, stoppedAt } = passage;
  const isHeld = fate === 'inFlight' && stoppedAt !== null;
  const way = `from ${nodeName(flight.from)} to ${nodeName(flight.to)}`;
  const sent = `sent at ${clockText(flight.sentAt)}`;
  const end = because ? 'lost' : fate === 'arrived' ? 'arrived' : isHeld ? 'held' : 'due';
  const why = because ? `: ${deathWords(because)}` : '';
  return `${title}, ${way}, ${sent}, ${end} at ${clockText(endsAt)}${why}`;
}

/** From one point straight to another. */
export type Segment = readonly [from: Point, to: Point];

/** The straight parts of a line. */
export function segmentsOf({ points }: Pick<Line, 'points'>): readonly Segment[] {
  return points.slice(1).map((to, at) => [points[at] ?? to, to]);
}

/** A tenth of a pixel is more than an eye can see. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
