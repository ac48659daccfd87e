import type { NodeId, PartitionId, Tick } from '../../sim/ids';
import type { Passage } from '../../timeline/passages';
import { nodeName } from '../nodeName';
import { clamp } from '../stage/layout/geometry';
import { CUT_AT } from '../stage/messages/cutWays';
import { type Sprite, spritesOf } from '../stage/messages/sprite';
import { clockText } from '../transport/clockText';
import type { MarkTone } from '../transport/markOf';
import { isAbout } from './concerns';

/** How a line is drawn: records and promises strong, questions dashed, all else thin. */
export type LineKind = 'records' | 'kept' | 'failure' | 'fetch' | 'plain' | 'routine';

/** One message between two lanes. */
export interface Line {
  readonly passage: Passage;
  readonly kind: LineKind;
  readonly tone: MarkTone;
  readonly partition: PartitionId | null;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** What is at its end: an arrow, a cross, or nothing yet. */
  readonly end: 'arrow' | 'cross' | 'open';
  /** On the tile in its middle; empty for none. */
  readonly label: string;
  /** The message in one sentence. */
  readonly words: string;
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
  const { flight, endsAt, fate, because, stoppedAt } = passage;
  const sprite = spriteFor(passage, partition);
  const isOpen = fate === 'inFlight' && (stoppedAt !== null || endsAt > places.endTick);
  const until = Math.min(endsAt, places.endTick);
  const way = because === 'linkCut' ? CUT_AT : (stoppedAt ?? 1);
  const share = clamp((until - flight.sentAt) / (endsAt - flight.sentAt), 0, 1) * way;
  const [y1, goal] = [places.yOf(flight.from), places.yOf(flight.to)];
  return {
    passage,
    ...lookFor(sprite),
    partition: sprite.partition,
    x1: round(places.xOf(flight.sentAt)),
    y1,
    x2: round(places.xOf(until)),
    y2: round(y1 + share * (goal - y1)),
    end: isOpen ? 'open' : fate === 'lost' ? 'cross' : 'arrow',
    words: wordsOf(passage, sprite),
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

const DEATHS = {
  receiverDown: 'nobody was there',
  machineOff: 'the machine was off',
  linkCut: 'the link was cut',
  dropped: 'it was dropped',
} as const;

function wordsOf(passage: Passage, { title }: Sprite): string {
  const { flight, endsAt, fate, because, stoppedAt } = passage;
  const isHeld = fate === 'inFlight' && stoppedAt !== null;
  const way = `from ${nodeName(flight.from)} to ${nodeName(flight.to)}`;
  const sent = `sent at ${clockText(flight.sentAt)}`;
  const end = because ? 'lost' : fate === 'arrived' ? 'arrived' : isHeld ? 'held' : 'due';
  const why = because ? `: ${DEATHS[because]}` : '';
  return `${title}, ${way}, ${sent}, ${end} at ${clockText(endsAt)}${why}`;
}

/** A tenth of a pixel is more than an eye can see. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
