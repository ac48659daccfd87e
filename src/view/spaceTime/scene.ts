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
  const from = Math.max(first, to - FRAMES_MAX);
  const wanted = passagesIn(recording, from, to).filter((passage) => isWanted(passage, wishes));
  const { world } = frame(recording, to);
  const brokers = brokerIdsIn(world.brokers);
  return {
    nodes: nodesOf(world, brokers, wanted),
    passages: wanted.slice(-PASSAGES_MAX),
    passageCount: wanted.length,
    cutBefore: from > first ? markOf(recording.line.run, from).story : null,
    spans: spansOf(recording, from, to, brokers, wishes),
    marks: marksOf(recording, from, to, wishes),
  };
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
