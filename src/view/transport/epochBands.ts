import { NO_LEADER, type BrokerId, type PartitionId } from '../../sim/ids';
import type { World } from '../../sim/world';
import type { ToldMoment } from '../../timeline/mark';

/** A stretch of the story in which a partition had one leader epoch. */
export interface EpochBand {
  readonly leaderEpoch: number;
  /** -1 while nobody leads. */
  readonly leader: BrokerId;
  readonly from: number;
  readonly to: number;
}

/** Leader epochs of a partition from the first moment to the last, in story seconds. */
export function epochBands(
  first: World,
  moments: readonly ToldMoment[],
  partition: PartitionId,
  lastStory: number,
): readonly EpochBand[] {
  const start = first.controller.image.partitions[partition];
  if (!start) return [];
  const bands = [{ leaderEpoch: start.leaderEpoch, leader: start.leader, from: 0, to: lastStory }];
  for (const { story, events } of moments) {
    for (const event of events) {
      const isChange = event.type === 'leaderElected' || event.type === 'partitionWentOffline';
      if (!isChange || event.partition !== partition) continue;
      const leader = event.type === 'leaderElected' ? event.leader : NO_LEADER;
      const before = bands.at(-1);
      if (before) before.to = story;
      bands.push({ leaderEpoch: event.leaderEpoch, leader, from: story, to: lastStory });
    }
  }
  return bands;
}
