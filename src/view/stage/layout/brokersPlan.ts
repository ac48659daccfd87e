import { type PartitionId, topicOf } from '../../../sim/ids';
import { clamp } from './geometry';
import { oneLine, ROW_HEIGHT, rowLayout, type RowKind, twoLines } from './rowLayout';
import type { BrokerRequest, PlainRequest } from './stageLayout';
import { lineHeight } from './typeScale';

/** One way to arrange the brokers: how many columns, which rows, how high. */
export interface BrokersPlan {
  readonly columns: number;
  /** The same partition at the same height in every broker of a band. */
  readonly aligned: boolean;
  readonly bands: readonly (readonly BrokerRequest[])[];
  readonly boxWidth: number;
  readonly boxPadding: number;
  readonly gutter: number;
  readonly rowKind: RowKind;
  readonly rowHeight: number;
  readonly rowGap: number;
  /** More of it between the rows of two topics. */
  readonly topicGap: number;
  readonly headerHeight: number;
  readonly bandHeights: readonly number[];
  /** Below each band: room for the names of racks. */
  readonly strip: number;
  readonly channel: number;
  /** All bands with their strips, and the channels between them. */
  readonly height: number;
}

/** Narrower stages show brokers as a column. */
export const PHONE_WIDTH = 480;

/** In sizes of the smallest text. */
const BOX_FONTS_MIN = 104 / 12;
const BOX_WIDTH_MAX = 440;
/** Below this a row cannot say its words. */
const BOX_WIDTH_WORDY = 150;
const GUTTER = { share: 0.2, shareOfMany: 0.16, min: 28, max: 92 };
const KINDS: readonly RowKind[] = ['full', 'slim', 'compact'];
const KIND_WIDTH_MIN: Readonly<Record<RowKind, number>> = { full: 178, slim: 150, compact: 0 };
const HEADER_HEIGHT: Readonly<Record<RowKind, number>> = { full: 50, slim: 40, compact: 32 };
/** What is as low as a phone on its side has lower ones, so that its rows have their cells. */
const LOW = { height: 160, header: 28 };
const RACK_STRIP = 22;
const ROW_GAP: Readonly<Record<RowKind, number>> = { full: 10, slim: 7, compact: 3 };
const TOPIC_GAP: Readonly<Record<RowKind, number>> = { full: 12, slim: 8, compact: 4 };
const KIND_SCORE: Readonly<Record<RowKind, number>> = { full: 300, slim: 180, compact: 0 };

/**
 * The most legible arrangement within a height. Scrolling is the last resort: before that the rows
 * say less, the brokers stand in several bands, and partitions no longer read across.
 */
export function planBrokers(request: PlainRequest, outer: number, height: number): BrokersPlan {
  const count = Math.max(1, request.brokers.length);
  let best = arrange(request, 1, false, outer, height);
  const most = request.width < PHONE_WIDTH ? 1 : count;
  for (let columns = 1; columns <= most; columns += 1) {
    for (const aligned of columns === 1 ? [false] : [true, false]) {
      const plan = arrange(request, columns, aligned, outer, height);
      if (columns > 1 && plan.boxWidth < BOX_FONTS_MIN * request.fontMin) continue;
      if (score(plan, height) > score(best, height)) best = plan;
    }
  }
  return best;
}

function score(plan: BrokersPlan, height: number): number {
  const overflow = plan.height - height;
  return (
    (overflow > 0 ? -1000 - overflow : 0) +
    KIND_SCORE[plan.rowKind] +
    (plan.aligned ? 70 : 0) -
    25 * plan.bands.length +
    Math.min(plan.boxWidth, 340) / 4 -
    (plan.boxWidth < BOX_WIDTH_WORDY ? 150 : 0)
  );
}

function arrange(
  request: PlainRequest,
  columns: number,
  aligned: boolean,
  outer: number,
  height: number,
): BrokersPlan {
  const { width, brokers } = request;
  const between = columns > 3 ? GUTTER.shareOfMany : GUTTER.share;
  const gutter = columns === 1 ? 0 : clamp((between * width) / columns, GUTTER.min, GUTTER.max);
  const share = (width - 2 * outer - (columns - 1) * gutter) / columns;
  const boxWidth = Math.floor(Math.min(share, columns === 1 ? 640 : BOX_WIDTH_MAX));
  const bands: BrokerRequest[][] = [];
  for (let at = 0; at < brokers.length; at += columns) bands.push(brokers.slice(at, at + columns));
  const rows = bands.map((band) => {
    const lists = aligned ? [request.partitions] : band.map((each) => each.partitions);
    const count = Math.max(1, ...lists.map((list) => list.length));
    return { count, topics: Math.max(1, ...lists.map(topicCount)) };
  });
  const strip = brokers.some(({ rack }) => rack !== null) ? RACK_STRIP : 0;
  const base = { columns, aligned, bands, boxWidth, gutter, strip };
  const compact = compactHeights(request, boxWidth);
  const wide = KINDS.filter((kind) => boxWidth >= KIND_WIDTH_MIN[kind]);
  const plans = wide.map((kind) => ({
    ...base,
    ...fill(kind, rows, { boxWidth, strip, compact }, height),
  }));
  const fitting = plans.find((plan) => plan.height <= height) ?? plans.at(-1);
  if (!fitting) throw new Error('A compact row is never too wide.');
  return fitting;
}

interface BandRows {
  readonly count: number;
  readonly topics: number;
}

interface Boxes {
  readonly boxWidth: number;
  readonly strip: number;
  readonly compact: CompactHeights;
}

interface CompactHeights {
  /** Of a row of one line. */
  readonly min: number;
  /** Of one with a second line for its cells, and from how much room on; null without one. */
  readonly two: { readonly from: number; readonly min: number; readonly max: number } | null;
}

function compactHeights(request: PlainRequest, boxWidth: number): CompactHeights {
  const { width, offsetDigits, partitions, fontMin } = request;
  const row = {
    width: boxWidth - 2 * boxPaddingFor(boxWidth, 'compact'),
    height: ROW_HEIGHT.compact.max,
    nameLength: Math.max(1, ...partitions.map((name) => name.length)),
    offsetDigits,
    fontMin,
  };
  // Where a name has no room beside the numbers, these stand below.
  const isNarrow = oneLine(row, fontMin) > row.width;
  const min = isNarrow ? 2 * lineHeight(fontMin) : ROW_HEIGHT.compact.min;
  if (rowLayout('compact', row).cells !== null) return { min, two: null };
  const lines = twoLines(fontMin);
  const least = Math.max(lines.min, min);
  // A page that is scrolled has all the room that cells need.
  const isScrolled = width < PHONE_WIDTH;
  const two = isScrolled ? { from: 0, min: least + 3 } : { from: least, min: least };
  return { min, two: { ...two, max: lines.max } };
}

/** Rows of one kind, as high as there is room for, or as low as they may be. */
function fill(
  rowKind: RowKind,
  rows: readonly BandRows[],
  { boxWidth, strip, compact }: Boxes,
  height: number,
) {
  const boxPadding = boxPaddingFor(boxWidth, rowKind);
  const rowGap = ROW_GAP[rowKind];
  const isLow = height < LOW.height && rowKind === 'compact';
  const headerHeight = isLow ? LOW.header : HEADER_HEIGHT[rowKind];
  const channel = rows.length > 1 ? (rowKind === 'full' ? 44 : 30) : 0;
  const topicGap = TOPIC_GAP[rowKind];
  const fixed = ({ count, topics }: BandRows) =>
    headerHeight + 2 * boxPadding + (count - 1) * rowGap + (topics - 1) * topicGap;
  const between = channel * (rows.length - 1) + strip * rows.length;
  const given = rows.reduce((sum, each) => sum + fixed(each), between);
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const wanted = (height - given) / total;
  const { two } = compact;
  const isTwo = rowKind === 'compact' && two !== null && wanted >= two.from;
  const { min, max } = isTwo ? two : ROW_HEIGHT[rowKind];
  const widest = rowKind === 'full' ? (126 * (boxWidth - 2 * boxPadding)) / 286 : max;
  const least = rowKind === 'compact' && !isTwo ? compact.min : min;
  const rowHeight = Math.floor(clamp(wanted, least, Math.max(least, clamp(widest, min, max))));
  const bandHeights = rows.map((each) => fixed(each) + each.count * rowHeight);
  const all = bandHeights.reduce((sum, each) => sum + each, between);
  return {
    rowKind,
    rowHeight,
    rowGap,
    topicGap,
    headerHeight,
    boxPadding,
    bandHeights,
    channel,
    height: all,
  };
}

/** How many topics these partitions belong to; those of one topic stand together. */
function topicCount(partitions: readonly PartitionId[]): number {
  return new Set(partitions.map(topicOf)).size;
}

function boxPaddingFor(boxWidth: number, rowKind: RowKind): number {
  if (rowKind === 'full' && boxWidth >= 300) return 14;
  return boxWidth >= 200 && rowKind !== 'compact' ? 10 : 6;
}
