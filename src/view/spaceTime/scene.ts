import {
  brokerIdsIn,
  brokerNode,
  brokerOf,
  type BrokerId,
  type NodeId,
  type PartitionId,
  type Tick,
} from '../../sim/ids';
import type { World } from '../../sim/world';
import { passagesIn, type Passage } from '../../timeline/passages';
import { frame, type Recording, storyAt } from '../../timeline/recording';
import { markOf, type Run } from '../../timeline/run';
import { stretchesOf } from '../../timeline/stretches';
import { clientIdsIn } from '../clientIdsIn';
import { clamp } from '../stage/layout/geometry';
import { isAbout, isEventAbout } from './concerns';
import { laneMarkOf, type LaneMark } from './laneMark';
import { spansOf, type Span } from './spans';
import type { Wishes } from './wishes';

/** More frames than these are not looked through: those that were let go have to be run again. */
const FRAMES_MAX = 1_000;
/** More lines than these are a grey web. */
const PASSAGES_MAX = 400;

/** A mark on a lane and its story second. */
export interface PlacedMark extends LaneMark {
  readonly key: string;
  readonly story: number;
  readonly partition: PartitionId | null;
}

/** What there is to draw of a range of frames. */
export interface Scene {
  readonly nodes: readonly NodeId[];
  /** Those that are wanted, in the order of sending; of too many those nearest the playhead. */
  readonly passages: readonly Passage[];
  /** Story seconds before and after which messages are not drawn; null where all are. */
  readonly drawnFrom: number | null;
  readonly drawnTo: number | null;
  /** What became of messages after this tick was not looked at. */
  readonly lookedUntil: Tick;
  readonly spans: readonly Span[];
  readonly marks: readonly PlacedMark[];
}

/** Frames, both included, and the one that is shown, or that is nearest to it. */
export interface FramesInView {
  readonly first: number;
  readonly to: number;
  readonly focus: number;
}

/** What there is to draw between two frames; where it is too much, less far from the playhead. */
export function sceneOf(recording: Recording, frames: FramesInView, wishes: Wishes): Scene {
  const { first, to, focus } = frames;
  const { run } = recording.line;
  const all = rangesOf(recording, frames, wishes);
  const ranges = nearest(all, focus);
  const wanted = passagesWithin(recording, ranges).filter((passage) => isWanted(passage, wishes));
  const sentBefore = wanted.filter(({ flight }) => flight.sentAt < markOf(run, focus).tick).length;
  const [begin, end] = windowAround(sentBefore, wanted.length, PASSAGES_MAX);
  const cutFrom = ranges[0]?.from !== all[0]?.from ? ranges[0]?.from : undefined;
  const cutTo = ranges.at(-1)?.to !== all.at(-1)?.to ? ranges.at(-1)?.to : undefined;
  const drawnFrom = begin > 0 ? sentAt(recording, wanted[begin]) : storyOf(run, cutFrom);
  const drawnTo = end < wanted.length ? sentAt(recording, wanted[end]) : storyOf(run, cutTo);
  const { world } = frame(recording, to);
  const passages = wanted.slice(begin, end);
  const nodes = nodesOf(world, brokerIdsIn(world.brokers), passages);
  return {
    nodes,
    passages,
    drawnFrom,
    drawnTo,
    lookedUntil: cutTo === undefined ? Infinity : markOf(run, cutTo).tick,
    spans: spansOf(recording, wishes).filter(({ node }) => nodes.includes(node)),
    marks: marksOf(recording, first, to, wishes).filter(
      // What only goes with messages is not drawn without them.
      ({ text, story }) =>
        text !== '' || (story >= (drawnFrom ?? 0) && story <= (drawnTo ?? Infinity)),
    ),
  };
}

function storyOf(run: Run, index: number | undefined): number | null {
  return index === undefined ? null : markOf(run, index).story;
}

function sentAt(recording: Recording, passage: Passage | undefined): number | null {
  return passage ? storyAt(recording, passage.flight.sentAt) : null;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What would be looked through, oldest first: in quiet stretches there is routine traffic only. */
function rangesOf(
  recording: Recording,
  { first, to }: FramesInView,
  { allMessages }: Wishes,
): readonly Range[] {
  if (allMessages) return [{ from: first, to }];
  return stretchesOf(recording)
    .filter(({ isQuiet, fromIndex, toIndex }) => !isQuiet && fromIndex <= to && toIndex >= first)
    .map(({ fromIndex, toIndex }) => ({
      from: Math.max(fromIndex, first),
      to: Math.min(toIndex, to),
    }));
}

/** As many of the frames of some ranges as are looked through, those nearest to one of them. */
function nearest(ranges: readonly Range[], focus: number): readonly Range[] {
  const lengths = ranges.map(({ from, to }) => to - from);
  const before = ranges.map(({ from, to }) => clamp(focus, from, to) - from);
  const [begin, end] = windowAround(sumOf(before), sumOf(lengths), FRAMES_MAX);
  let passed = 0;
  return ranges.flatMap(({ from, to }) => {
    const [low, high] = [from + Math.max(0, begin - passed), Math.min(to, from + end - passed)];
    passed += to - from;
    return low < high || from === to ? [{ from: low, to: high }] : [];
  });
}

/** From where to where to take at most so many of a row, evenly around a place. */
function windowAround(place: number, length: number, most: number): readonly [number, number] {
  const begin = clamp(Math.round(place - most / 2), 0, Math.max(0, length - most));
  return [begin, Math.min(length, begin + most)];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/** One that is on its way, or held, from one range into the next is one message. */
function passagesWithin(recording: Recording, ranges: readonly Range[]): readonly Passage[] {
  const passages = new Map<number, Passage>();
  for (const passage of ranges.flatMap(({ from, to }) => passagesIn(recording, from, to))) {
    const known = passages.get(passage.flight.id)?.bends ?? [];
    const bends = new Map([...known, ...passage.bends].map((bend) => [bend.at, bend]));
    passages.set(passage.flight.id, { ...passage, bends: [...bends.values()] });
  }
  return [...passages.values()];
}

function isWanted({ flight }: Passage, { partition, allPartitions, allMessages }: Wishes) {
  if (flight.background && !allMessages) return false;
  return allPartitions || isAbout(flight.message, partition);
}

/** In the order of their lanes: who writes, who keeps, who decides, who reads. */
function nodesOf(
  { producers, consumers }: World,
  brokers: readonly BrokerId[],
  passages: readonly Passage[],
): readonly NodeId[] {
  // A broker that is not in the cluster any more has left its messages behind.
  const gone = passages
    .flatMap(({ flight }) => [brokerOf(flight.from), brokerOf(flight.to)])
    .filter((broker) => broker !== null);
  const known = [...new Set([...brokers, ...gone])].toSorted((a, b) => a - b);
  return [
    ...clientIdsIn(producers),
    ...known.map(brokerNode),
    'controller',
    ...clientIdsIn(consumers),
  ];
}

function marksOf(
  recording: Recording,
  from: number,
  to: number,
  { partition, allPartitions }: Wishes,
): readonly PlacedMark[] {
  const marks = new Map<string, PlacedMark>();
  for (let index = from; index <= to; index += 1) {
    const { events, story } = markOf(recording.line.run, index);
    for (const event of events) {
      if (!allPartitions && !isEventAbout(event, partition)) continue;
      const mark = laneMarkOf(event);
      if (!mark) continue;
      const about = 'partition' in event ? event.partition : null;
      // The same thing about several partitions is told by one.
      const key = `${story} ${mark.node} ${mark.text}`;
      if (!marks.has(key)) marks.set(key, { ...mark, key, story, partition: about });
    }
  }
  return [...marks.values()];
}
