import type { Stretch } from '../../timeline/stretches';

/** Pixels that a quiet stretch takes, however long it is. */
const QUIET_WIDTH = 96;
/** A quiet stretch of so much cluster time is worth mentioning. */
const QUIET_MS = 2_000;

/** A stretch of the story and its place on the axis, in pixels from the beginning of the story. */
export interface AxisPiece {
  readonly stretch: Stretch;
  readonly x: number;
  readonly width: number;
  /** It is drawn as a block of its own, no longer than others. */
  readonly isPause: boolean;
}

/** Story time across, with quiet stretches drawn together. */
export interface Axis {
  /** Pixels for each story second, where nothing is drawn together. */
  readonly scale: number;
  readonly pieces: readonly AxisPiece[];
  readonly width: number;
}

/** The axis of a story. */
export function axisOf(stretches: readonly Stretch[], scale: number, collapses: boolean): Axis {
  let width = 0;
  const pieces = stretches.map((stretch) => {
    const full = (stretch.to - stretch.from) * scale;
    const isLong = full > QUIET_WIDTH || stretch.toTick - stretch.fromTick >= QUIET_MS;
    const isPause = collapses && stretch.isQuiet && isLong;
    const piece = {
      stretch,
      x: width,
      width: isPause ? Math.min(full, QUIET_WIDTH) : full,
      isPause,
    };
    width += piece.width;
    return piece;
  });
  return { scale, pieces, width };
}

/** Where a story second stands; after the end of the story, evenly on. */
export function xAt({ pieces, scale, width }: Axis, story: number): number {
  const last = pieces.at(-1);
  if (!last || story >= last.stretch.to) return width + (story - (last?.stretch.to ?? 0)) * scale;
  const piece = lastPiece(pieces, ({ stretch }) => stretch.from <= story) ?? last;
  const { from, to } = piece.stretch;
  return piece.x + ((story - from) / (to - from)) * piece.width;
}

/** The story second that stands somewhere: the inverse of `xAt`. */
export function storyAtX({ pieces, scale, width }: Axis, x: number): number {
  const last = pieces.at(-1);
  if (!last || x >= width) return (last?.stretch.to ?? 0) + (x - width) / scale;
  const piece = lastPiece(pieces, (each) => each.x <= x) ?? last;
  const { from, to } = piece.stretch;
  return from + ((x - piece.x) / piece.width) * (to - from);
}

/** The last piece of which something holds that holds of all before it, or else the first. */
function lastPiece(
  pieces: readonly AxisPiece[],
  holds: (piece: AxisPiece) => boolean,
): AxisPiece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const piece = pieces[middle];
    if (piece && holds(piece)) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

/** The playhead stands in this part of the view: what comes next has room before a leap. */
const PLAYHEAD_FROM = 0.68;
const PLAYHEAD_TO = 0.93;

/** Where a view begins that shows the playhead. It leaps, so that lines hold still meanwhile. */
export function startOfView(playheadX: number, width: number): number {
  const leap = (PLAYHEAD_TO - PLAYHEAD_FROM) * width;
  return Math.max(0, Math.ceil((playheadX - PLAYHEAD_TO * width) / leap)) * leap;
}
