import type { NodeId, PartitionId, Tick } from '../../sim/ids';
import { nodeName } from '../nodeName';
import { clamp } from '../stage/layout/geometry';
import { type Axis, xAt } from './axis';
import { labelWishes, TEXT_HEIGHT } from './labels';
import { lineOf, round, segmentsOf } from './lines';
import type { Band, Gap, Pause, SpaceTimeLayout } from './picture';
import { placeLabels } from './placeLabels';
import { quietLabels } from './quietLabels';
import type { QuietCounts } from './quietWords';
import type { Scene } from './scene';
import type { Span } from './spans';

/** Above the lanes: the clock of the playhead, and below it what is said of quiet stretches. */
export const TOP = 42;
/** Below the lanes: the clock. */
export const BOTTOM = 20;
const LANE_MIN = 23;
const BAND = 0.62;
const BAND_MAX = 44;

export interface LayoutRequest {
  readonly scene: Scene;
  readonly axis: Axis;
  /** Where the view begins on the axis. */
  readonly start: number;
  /** Of the view of the lanes, without their names. */
  readonly width: number;
  readonly height: number;
  readonly storyOf: (tick: Tick) => number;
  readonly endTick: Tick;
  /** Whose words are chosen where a message is about several; null: any. */
  readonly partition: PartitionId | null;
  readonly textWidth: (text: string) => number;
  /** What went on in a quiet stretch. */
  readonly quietCounts: (pause: Pause) => QuietCounts;
}

/** Lays out the diagram. Words that would stand in each other's way are left out, and counted. */
export function layoutSpaceTime(request: LayoutRequest): SpaceTimeLayout {
  const { scene, axis, start, width, storyOf, endTick } = request;
  const height = Math.max(request.height, TOP + scene.nodes.length * LANE_MIN + BOTTOM);
  const pitch = (height - TOP - BOTTOM) / scene.nodes.length;
  const lanes = scene.nodes.map((node, at) => ({
    node,
    name: laneName(node, scene.nodes),
    y: round(TOP + (at + 0.5) * pitch),
  }));
  const x = (story: number) => round(xAt(axis, story) - start);
  const isSeen = (from: number, to: number) => from < width && to > 0;
  const yOf = (node: NodeId) => lanes.find((lane) => lane.node === node)?.y ?? 0;
  const places = {
    xOf: (tick: Tick) => x(storyOf(tick)),
    yOf,
    endTick: Math.min(endTick, scene.lookedUntil),
  };
  const lines = scene.passages
    .filter(({ flight, endsAt }) => isSeen(places.xOf(flight.sentAt), places.xOf(endsAt) + 1))
    .map((passage) => lineOf(passage, request.partition, places));
  const bands = scene.spans
    .map((span) => bandOf(span, x, yOf, pitch, Math.min(width, round(axis.width - start))))
    .filter((band) => isSeen(band.x, band.x + band.width));
  const dots = scene.marks
    .map((mark) => ({ mark, x: x(mark.story), y: yOf(mark.node) }))
    .filter((dot) => isSeen(dot.x, dot.x + 1));
  const pauses = pausesOf(axis, start).filter((pause) => isSeen(pause.x, pause.x + pause.width));
  const gaps = gapsOf(scene, x, Math.min(width, round(axis.width - start)));
  const picture = {
    x: 0,
    y: TOP - TEXT_HEIGHT,
    width,
    height: height - TOP - BOTTOM + TEXT_HEIGHT,
  };
  const { textWidth, quietCounts: countsOf } = request;
  const beside = placeLabels(
    labelWishes({ lines, bands, dots, gaps, top: TOP, pitch, textWidth }),
    picture,
    lines.flatMap(segmentsOf),
  );
  return {
    width,
    height,
    lanes,
    pauses,
    gaps,
    bands,
    lines,
    dots,
    labels: beside.placed,
    quiet: quietLabels({ pauses, width, countsOf, textWidth }),
    hiddenLabels: beside.hidden,
  };
}

/** Who is alone needs no number. */
function laneName(node: NodeId, nodes: readonly NodeId[]): string {
  const kind = node.replace(/-.*/, '');
  const isAlone = nodes.filter((other) => other.startsWith(kind)).length === 1;
  const name = node === 'controller' || isAlone ? kind : nodeName(node);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function bandOf(
  span: Span,
  xOf: (story: number) => number,
  yOf: (node: NodeId) => number,
  pitch: number,
  end: number,
): Band {
  const height = Math.min(pitch * BAND, BAND_MAX);
  const from = span.isOlder ? 0 : xOf(span.from);
  const x = clamp(from, -1, Math.max(0, end));
  const to = span.to === Infinity ? end : Math.min(xOf(span.to), end);
  const key = `${span.node} ${span.kind} ${span.from}`;
  return {
    key,
    span,
    x,
    y: round(yOf(span.node) - height / 2),
    width: Math.max(0, round(to - x)),
    height,
  };
}

/** Where messages are not drawn, before those that are and after them. */
function gapsOf(
  { drawnFrom, drawnTo }: Scene,
  xOf: (story: number) => number,
  end: number,
): readonly Gap[] {
  return [
    { x: 0, to: drawnFrom === null ? 0 : xOf(drawnFrom) },
    { x: drawnTo === null ? end : Math.max(0, xOf(drawnTo)), to: end },
  ].flatMap(({ x, to }) => (to > x ? [{ x, width: Math.min(to, end) - x }] : []));
}

function pausesOf({ pieces }: Axis, start: number): readonly Pause[] {
  return pieces.flatMap(({ x, width, isPause, stretch }) =>
    isPause ? [{ ...stretch, x: round(x - start), width }] : [],
  );
}
