import {
  brokerIdsIn,
  brokerNode,
  brokerOf,
  type BrokerId,
  type NodeId,
  type PartitionId,
} from '../../sim/ids';
import type { World } from '../../sim/world';
import { passagesIn, type Passage } from '../../timeline/passages';
import { frame, type Recording } from '../../timeline/recording';
import { markOf } from '../../timeline/run';
import { stretchesOf } from '../../timeline/stretches';
import { clientIdsIn } from '../clientIdsIn';
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
  /** The latest of those that are wanted, in the order of sending. */
  readonly passages: readonly Passage[];
  /** How many there were. */
  readonly passageCount: number;
  /** Story second before which nothing was looked at; null when everything was. */
  readonly cutBefore: number | null;
  readonly spans: readonly Span[];
  readonly marks: readonly PlacedMark[];
}

/** What there is to draw between two frames, both included; at most the later part of it. */
export function sceneOf(recording: Recording, first: number, to: number, wishes: Wishes): Scene {
  const ranges = rangesOf(recording, first, to, wishes);
  const isCut = ranges[0]?.isCut ?? false;
  const start = isCut ? (ranges[0]?.from ?? first) : first;
  const wanted = passagesWithin(recording, ranges).filter((passage) => isWanted(passage, wishes));
  const { world } = frame(recording, to);
  const brokers = brokerIdsIn(world.brokers);
  return {
    nodes: nodesOf(world, brokers, wanted),
    passages: wanted.slice(-PASSAGES_MAX),
    passageCount: wanted.length,
    cutBefore: isCut ? markOf(recording.line.run, start).story : null,
    spans: spansOf(recording, start, to, brokers, wishes),
    marks: marksOf(recording, start, to, wishes),
  };
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** There is more before it that is not looked through. */
  readonly isCut: boolean;
}

/** What is looked through, oldest first: in quiet stretches there is routine traffic only. */
function rangesOf(
  recording: Recording,
  first: number,
  to: number,
  { allMessages }: Wishes,
): readonly Range[] {
  if (allMessages) {
    const from = Math.max(first, to - FRAMES_MAX);
    return [{ from, to, isCut: from > first }];
  }
  const ranges: Range[] = [];
  const busy = stretchesOf(recording).filter(
    ({ isQuiet, fromIndex, toIndex }) => !isQuiet && fromIndex <= to && toIndex >= first,
  );
  let left = FRAMES_MAX;
  for (const [nth, { fromIndex, toIndex }] of [...busy.entries()].toReversed()) {
    const end = Math.min(toIndex, to);
    const from = Math.max(fromIndex, first, end - left);
    left -= end - from;
    const isCut = left <= 0 && (nth > 0 || from > Math.max(fromIndex, first));
    ranges.unshift({ from, to: end, isCut });
    if (left <= 0) break;
  }
  return ranges;
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
