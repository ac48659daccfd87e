import type { Event } from '../../sim/event';
import { type BrokerId, NO_LEADER, type PartitionId, partitionIdsIn } from '../../sim/ids';
import type { ToldMoment } from '../../timeline/mark';
import { frame, type Recording, toldMoments } from '../../timeline/recording';

/** A stretch of the story in which a partition had one leader epoch. */
export interface EpochBand {
  readonly leaderEpoch: number;
  /** -1 while nobody leads. */
  readonly leader: BrokerId;
  /** Story seconds; the last band has no end. */
  readonly from: number;
  readonly to: number;
}

export type EpochBands = ReadonlyMap<PartitionId, readonly EpochBand[]>;

/** They may change the epoch, say nothing of it, and are seldom. */
const SAY_NO_EPOCH: readonly Event['type'][] = [
  'topicCreated',
  'reassignmentStarted',
  'reassignmentCompleted',
  'reassignmentCancelled',
];

const known = new WeakMap<readonly ToldMoment[], EpochBands>();

/** Leader epochs of every partition. The same value while nothing more is told. */
export function epochBands(recording: Recording): EpochBands {
  const told = toldMoments(recording);
  const bands = known.get(told) ?? bandsOf(recording, told);
  known.set(told, bands);
  return bands;
}

function bandsOf(recording: Recording, told: readonly ToldMoment[]): EpochBands {
  const bands = new Map<PartitionId, EpochBand[]>();
  const note = (partition: PartitionId, leader: BrokerId, leaderEpoch: number, from: number) => {
    const all = bands.get(partition) ?? [];
    const before = all.at(-1);
    if (before?.leaderEpoch === leaderEpoch && before.leader === leader) return;
    if (before) all[all.length - 1] = { ...before, to: from };
    all.push({ leaderEpoch, leader, from, to: Infinity });
    bands.set(partition, all);
  };
  const noteAll = (index: number, story: number) => {
    const { partitions } = frame(recording, index).world.controller.image;
    for (const id of partitionIdsIn(partitions)) {
      const { leader = NO_LEADER, leaderEpoch = 0 } = partitions[id] ?? {};
      note(id, leader, leaderEpoch, story);
    }
  };
  noteAll(0, 0);
  for (const { index, story, events } of told) {
    for (const event of events) {
      if (event.type === 'leaderElected' || event.type === 'inSyncReplicasChanged') {
        note(event.partition, event.leader, event.leaderEpoch, story);
      } else if (event.type === 'partitionWentOffline') {
        note(event.partition, NO_LEADER, event.leaderEpoch, story);
      } else if (SAY_NO_EPOCH.includes(event.type)) noteAll(index, story);
    }
  }
  return bands;
}
