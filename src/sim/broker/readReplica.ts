import { brokerIdsIn } from '../ids';
import type { BrokerId, Offset, Tick } from '../ids';
import type { MetadataImage } from '../controller/state';
import type { LedReplica } from './commit';
import { logEndOffset } from './log';

/** A replica that a consumer could read from, as its leader sees it (ReplicaView). */
export interface ReadCandidate {
  readonly id: BrokerId;
  readonly rack: string | null;
  readonly logEndOffset: Offset;
  readonly msSinceCaughtUp: number;
}

/**
 * The leader, and who is in sync and holds the offset (ReplicaManager.findPreferredReadReplica).
 * Outside the in-sync set nobody is offered (KAFKA-14372).
 */
export function readCandidates(
  leader: BrokerId,
  { log, role }: LedReplica,
  brokers: MetadataImage['brokers'],
  fetchOffset: Offset,
  now: Tick,
): readonly ReadCandidate[] {
  const rackOf = (broker: BrokerId): string | null => brokers[broker]?.rack ?? null;
  const own = { id: leader, rack: rackOf(leader), logEndOffset: logEndOffset(log) };
  const candidates: ReadCandidate[] = [{ ...own, msSinceCaughtUp: 0 }];
  for (const id of brokerIdsIn(role.followers)) {
    const progress = role.followers[id];
    if (progress === undefined || !role.inSync.inSync.includes(id)) continue;
    const { logEndOffset: end, logStartOffset: start, lastCaughtUpAt } = progress;
    if (end < fetchOffset || start > fetchOffset) continue;
    const msSinceCaughtUp = now - lastCaughtUpAt;
    candidates.push({ id, rack: rackOf(id), logEndOffset: end, msSinceCaughtUp });
  }
  return candidates;
}

/**
 * Of the candidates in the consumer's rack the leader, or the one that has most, was caught up
 * last, has the highest id. Nobody there, or no rack: the leader (RackAwareReplicaSelector).
 */
export function selectReplica(
  candidates: readonly ReadCandidate[],
  leader: BrokerId,
  clientRack: string | null,
): BrokerId {
  if (clientRack === null || clientRack === '') return leader;
  const near = candidates.filter(({ rack }) => rack === clientRack);
  if (near.some(({ id }) => id === leader)) return leader;
  return near.toSorted(nearerFirst)[0]?.id ?? leader;
}

function nearerFirst(one: ReadCandidate, other: ReadCandidate): number {
  return (
    other.logEndOffset - one.logEndOffset ||
    one.msSinceCaughtUp - other.msSinceCaughtUp ||
    other.id - one.id
  );
}
