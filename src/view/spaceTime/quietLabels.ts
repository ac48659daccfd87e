import { type Box, clamp, right } from '../stage/layout/geometry';
import { shortClockText } from '../transport/clockText';
import { TEXT_HEIGHT } from './labels';
import type { Pause, QuietLabel } from './picture';
import { type QuietCounts, quietWords } from './quietWords';

/** Under the clock of the playhead. */
const TOP = 11;
const PADDING = 8;
/** Words so many times as wide as what they are about would seem to be about its neighbours. */
const REACH = 4;

interface Request {
  readonly pauses: readonly Pause[];
  /** Of the view. */
  readonly width: number;
  readonly countsOf: (pause: Pause) => QuietCounts;
  readonly textWidth: (text: string) => number;
}

/** One above the other. */
type Rows = readonly [string, string];

/** A part of the width. */
interface Room {
  readonly from: number;
  readonly to: number;
}

/** Neighbours that have words together; most often one alone. */
interface Group {
  readonly pauses: readonly Pause[];
  /** What is seen of them. */
  readonly seen: Room;
  /** What there is to say, the longest first. */
  readonly forms: readonly Rows[];
  readonly rows: Rows;
  readonly box: Box;
}

/**
 * What is said above quiet stretches. Each has a short form at least; where not even that has room,
 * neighbours have one for all of them. Where there is more room, the longest say more first.
 */
export function quietLabels(request: Request): readonly QuietLabel[] {
  let groups: readonly Group[] = [];
  for (const pause of request.pauses) groups = withNext(groups, [pause], request);
  const placed = [...groups];
  for (const group of groups.toSorted((a, b) => quietIn(b.pauses) - quietIn(a.pauses))) {
    const at = groups.indexOf(group);
    placed[at] = inFull(group, roomBetween(placed[at - 1], placed[at + 1], request), request);
  }
  return placed.map(({ pauses, seen, forms, rows: [text, detail], box }) => ({
    key: `quiet ${pauses[0]?.fromTick}`,
    text,
    detail,
    title: forms[0]?.join(': ') ?? '',
    box,
    over: { x: seen.from, width: seen.to - seen.from, count: pauses.length },
  }));
}

/** Puts the words of some stretches behind those before them, or else both together. */
function withNext(
  groups: readonly Group[],
  pauses: readonly Pause[],
  request: Request,
): readonly Group[] {
  const last = groups.at(-1);
  const forms = formsOf(pauses, request.countsOf);
  const rows = forms.at(-1) ?? ['', ''];
  const seen = seenOf(pauses, request.width);
  const box = placeIn(roomBetween(last, undefined, request), seen, widthOf(rows, request));
  if (box) return [...groups, { pauses, seen, forms, rows, box }];
  return last ? withNext(groups.slice(0, -1), [...last.pauses, ...pauses], request) : groups;
}

/** The same with as many words as have room. */
function inFull(group: Group, room: Room, request: Request): Group {
  const widthMax = REACH * (group.seen.to - group.seen.from);
  for (const rows of group.forms) {
    const width = widthOf(rows, request);
    const box = width <= widthMax && placeIn(room, group.seen, width);
    if (box) return { ...group, rows, box };
  }
  return group;
}

function roomBetween(before: Group | undefined, after: Group | undefined, { width }: Request) {
  return { from: before ? right(before.box) : 0, to: after ? after.box.x : width };
}

/** As near to the middle of what it is about as there is room; null where it would leave it. */
function placeIn(room: Room, seen: Room, width: number): Box | null {
  if (room.to - room.from < width) return null;
  const middle = (seen.from + seen.to) / 2;
  const x = clamp(middle - width / 2, room.from, room.to - width);
  const isOver = Math.abs(x + width / 2 - middle) <= Math.max(width, seen.to - seen.from) / 2;
  return isOver ? { x, y: TOP, width, height: 2 * TEXT_HEIGHT } : null;
}

function seenOf(pauses: readonly Pause[], width: number): Room {
  const [first, last] = [pauses[0], pauses.at(-1)];
  const end = last ? right({ ...last, y: 0, height: 0 }) : 0;
  return { from: Math.max(0, first?.x ?? 0), to: Math.min(end, width) };
}

function formsOf(pauses: readonly Pause[], countsOf: Request['countsOf']): readonly Rows[] {
  const counts = pauses
    .map(countsOf)
    .reduce((one, other) => one.map((count, at) => count + (other[at] ?? 0)));
  const sent = counts.reduce((one, other) => one + other);
  const long = shortClockText(quietIn(pauses));
  const text = pauses.length > 1 ? `${pauses.length} quiet, ${long}` : `${long} quiet`;
  const requests = `${sent} request${sent === 1 ? '' : 's'}`;
  return [
    [text, quietWords(counts) || requests],
    [text, requests],
    [long, `${sent} sent`],
  ];
}

/** Cluster time in which all was quiet. */
function quietIn(pauses: readonly Pause[]): number {
  return pauses.reduce((sum, { fromTick, toTick }) => sum + toTick - fromTick, 0);
}

function widthOf(rows: Rows, { textWidth }: Request): number {
  return Math.max(...rows.map(textWidth)) + PADDING;
}
