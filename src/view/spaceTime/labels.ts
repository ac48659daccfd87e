import { type Line, type Segment, segmentsOf } from './lines';
import type { Band, Dot, Gap, Label } from './picture';
import type { Wish } from './placeLabels';

/** Of words and of tiles, with what parts them from others. */
export const TEXT_HEIGHT = 15;
const TILE_HEIGHT = 17;
const TILE_PADDING = 9;
/** Between a lane and the words beside it. */
const GAP = 7;
/** Lanes as far apart as this have room for two rows of words between them. */
const PITCH_OF_TWO_ROWS = 52;
const CROWN_WIDTH = 19;

type LabelWish = Omit<Label, 'box'> & Wish;

interface Drawn {
  readonly lines: readonly Line[];
  readonly bands: readonly Band[];
  readonly dots: readonly Dot[];
  readonly gaps: readonly Gap[];
  /** Where the lanes begin. */
  readonly top: number;
  /** Pixels from lane to lane. */
  readonly pitch: number;
  readonly textWidth: (text: string) => number;
}

/** All the words that belong to what is drawn. */
export function labelWishes(drawn: Drawn): readonly LabelWish[] {
  const { lines, bands, dots, gaps } = drawn;
  return [
    ...gaps.map((gap) => gapLabel(gap, drawn)),
    ...bands.map((band) => bandLabel(band, drawn)),
    ...counted(dots, drawn).map((dot) => dotLabel(dot, drawn)),
    ...lines.filter(({ label }) => label !== '').map((line) => tileOf(line, drawn)),
  ];
}

/** What the hatching says. */
function gapLabel({ x, width }: Gap, { top, textWidth }: Drawn): LabelWish {
  const wideOf = (words: string) => textWidth(words) + 6;
  const long = 'messages not drawn';
  const text = wideOf(long) > width ? 'not drawn' : long;
  const wide = wideOf(text);
  return {
    key: `gap ${x}`,
    kind: 'words',
    text,
    line: null,
    tone: 'plain',
    partition: null,
    weight: 20,
    places: [{ x: x + (width - wide) / 2, y: top, width: wide, height: TEXT_HEIGHT }],
  };
}

function bandLabel({ key, span, x, y, width, height }: Band, drawn: Drawn): LabelWish {
  const isLeader = span.kind === 'leader';
  const wide = drawn.textWidth(span.text) + 6 + (isLeader ? CROWN_WIDTH : 0);
  const lane = y + height / 2;
  const left = Math.max(x, 0) + 2;
  const lefts = [left, left + width * 0.3, left + width * 0.6, left + width - wide];
  return {
    key,
    kind: isLeader ? 'crown' : 'words',
    text: span.text,
    line: null,
    tone: isLeader ? 'partition' : span.kind === 'down' ? 'failure' : 'plain',
    partition: null,
    weight: isLeader ? 8 : 11,
    places: rowsAt(lane, drawn.pitch, isLeader ? 'above' : 'below').flatMap((top) =>
      lefts.map((each) => ({ x: each, y: top, width: wide, height: TEXT_HEIGHT })),
    ),
  };
}

/** What happened again and again, too soon for words of its own, is told once, in the middle. */
function counted(dots: readonly Dot[], { textWidth }: Drawn): readonly Dot[] {
  const chains: { readonly dot: Dot; count: number; end: number }[] = [];
  for (const dot of dots) {
    const { x, mark } = dot;
    if (mark.text === '') continue;
    const chain = chains.findLast(
      ({ dot: { mark: own } }) => own.text === mark.text && own.node === mark.node,
    );
    if (chain && x - chain.end < textWidth(mark.text)) {
      chain.count += 1;
      chain.end = x;
    } else chains.push({ dot, count: 1, end: x });
  }
  return chains.map(({ dot, count, end }) => {
    const text = count > 1 ? `${count} × ${dot.mark.text}` : dot.mark.text;
    return { ...dot, x: (dot.x + end) / 2, mark: { ...dot.mark, text } };
  });
}

function dotLabel({ mark, x, y }: Dot, { pitch, textWidth }: Drawn): LabelWish {
  const { key, text, tone, partition, weight } = mark;
  const width = textWidth(text) + 6;
  // At the left edge rather half beside it than across what comes next.
  const lefts = [x - width / 2, x + 4, Math.max(0, x - width - 4)];
  return {
    key,
    kind: 'words',
    text,
    line: null,
    tone,
    partition,
    weight,
    places: rowsAt(y, pitch, 'below').flatMap((top) =>
      lefts.map((left) => ({ x: left, y: top, width, height: TEXT_HEIGHT })),
    ),
  };
}

const SHARES = [0.5, 0.38, 0.62, 0.27, 0.73];
const TILE_WEIGHT = 5;
const NOTE_WEIGHT = 3;

function tileOf(line: Line, { textWidth }: Drawn): LabelWish {
  const { passage, kind, label, tone, partition } = line;
  const [from, to] = segmentsOf(line).reduce((one, other) =>
    lengthOf(other) > lengthOf(one) ? other : one,
  );
  const width = Math.max(TILE_HEIGHT, textWidth(label) + TILE_PADDING);
  return {
    key: `tile ${passage.flight.id}`,
    kind: kind === 'plain' ? 'note' : 'tile',
    text: label,
    line,
    tone,
    partition,
    weight: kind === 'plain' ? NOTE_WEIGHT : TILE_WEIGHT,
    isOnLine: true,
    places: SHARES.map((share) => ({
      x: from.x + (to.x - from.x) * share - width / 2,
      y: from.y + (to.y - from.y) * share - TILE_HEIGHT / 2,
      width,
      height: TILE_HEIGHT,
    })),
  };
}

function lengthOf([from, to]: Segment): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Upper edges of the rows beside a lane, the best first. */
function rowsAt(lane: number, pitch: number, first: 'above' | 'below'): readonly number[] {
  const [above, below] = [lane - GAP - TEXT_HEIGHT, lane + GAP];
  const near = first === 'above' ? [above, below] : [below, above];
  return pitch < PITCH_OF_TWO_ROWS ? near : [...near, below + TEXT_HEIGHT, above - TEXT_HEIGHT];
}
