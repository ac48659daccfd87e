import type { BrokerState } from '../broker/state';
import { NO_LEADER } from '../ids';
import type { Offset, PartitionId } from '../ids';
import { rowOf } from '../table';
import type { World } from '../world';

/** Why nobody can say at this moment where a partition ends. */
export type NoOffset = 'noLeader' | 'leaderSilent' | 'leaderUnaware' | 'endUnknown';

/**
 * What ListOffsets(latest) of a tool is answered: the high watermark of the leader, which is no
 * log end. A new leader that does not know it yet answers OFFSET_NOT_AVAILABLE (KIP-207).
 */
export function latestOffset(world: World, partition: PartitionId): Offset | NoOffset {
  const { leader, leaderEpoch } = rowOf(world.controller.image.partitions, partition);
  if (leader === NO_LEADER) return 'noLeader';
  const broker = world.brokers[leader];
  if (broker === undefined || !answers(broker)) return 'leaderSilent';
  const replica = broker.replicas[partition];
  if (replica?.role.type !== 'leader' || replica.leaderEpoch !== leaderEpoch) {
    return 'leaderUnaware';
  }
  const { highWatermark, role } = replica;
  return highWatermark < role.epochStartOffset ? 'endUnknown' : highWatermark;
}

/** Whether the tool is told to ask again, and soon has an answer; until then it prints nothing. */
export function isAskedAgain(offset: Offset | NoOffset): boolean {
  return offset === 'leaderUnaware' || offset === 'endUnknown';
}

/** Whether a process answers requests of clients and tools at this moment. */
export function answers({ machine, lifecycle, pausedUntil }: BrokerState): boolean {
  const serves = lifecycle === 'RUNNING' || lifecycle === 'PENDING_CONTROLLED_SHUTDOWN';
  return serves && machine === 'on' && pausedUntil === null;
}

/** The same in words, for the partition of which it is said. */
export function noOffsetWords(partition: PartitionId, why: NoOffset): string {
  switch (why) {
    case 'noLeader':
      return `${partition} has no leader that could tell.`;
    case 'leaderSilent':
      return `The leader of ${partition} does not answer; the tool waits, and then gives up.`;
    case 'leaderUnaware':
      return `The leader of ${partition} has not heard yet that it leads; the tool asks again.`;
    case 'endUnknown':
      return `The new leader of ${partition} answers OFFSET_NOT_AVAILABLE; the tool asks again.`;
    default:
      return why satisfies never;
  }
}
