import { NO_LEADER } from '../ids';
import type { BrokerId } from '../ids';

/** Why an election is held (PartitionChangeBuilder.Election). */
export type ElectionType = 'ONLINE' | 'PREFERRED' | 'UNCLEAN';

/** Who may be elected. Log length plays no role. */
export interface Candidates {
  /** In assignment order. */
  readonly replicas: readonly BrokerId[];
  readonly inSync: readonly BrokerId[];
  readonly eligible: readonly BrokerId[];
  readonly lastKnownLeaders: readonly BrokerId[];
  readonly leader: BrokerId;
  /** Active, and with its log directory online (LeaderAcceptor). */
  readonly isAcceptable: (broker: BrokerId) => boolean;
  readonly eligibleLeaderReplicas: boolean;
}

/** Who leads, and at what risk. */
export interface ElectionResult {
  /** -1: nobody may lead. */
  readonly leader: BrokerId;
  /** The leader may lack committed records. */
  readonly unclean: boolean;
}

/**
 * The new leader: the first replica in assignment order that is in sync and active, or, when the
 * in-sync set is empty, an eligible leader replica (PartitionChangeBuilder.electLeader).
 */
export function electLeader(candidates: Candidates, type: ElectionType): ElectionResult {
  const { replicas, leader } = candidates;
  const preferred = replicas[0];
  const clean = (broker: BrokerId): ElectionResult => ({ leader: broker, unclean: false });
  if (type === 'PREFERRED' && preferred !== undefined && isValid(candidates, preferred)) {
    return clean(preferred);
  }
  if (isValid(candidates, leader)) return clean(leader);
  const first = replicas.find((broker) => isValid(candidates, broker));
  if (first !== undefined) return clean(first);
  return lastResort(candidates, type);
}

/** Whether a broker may be elected without risk. */
export function isValid(candidates: Candidates, broker: BrokerId): boolean {
  if (!candidates.isAcceptable(broker)) return false;
  if (candidates.inSync.length > 0) return candidates.inSync.includes(broker);
  return candidates.eligible.includes(broker);
}

function lastResort(candidates: Candidates, type: ElectionType): ElectionResult {
  const lastKnown = lastKnownLeader(candidates);
  if (lastKnown !== null) return { leader: lastKnown, unclean: true };
  const any = candidates.replicas.find(candidates.isAcceptable);
  if (type === 'UNCLEAN' && any !== undefined) return { leader: any, unclean: true };
  return { leader: NO_LEADER, unclean: false };
}

// With nobody in sync and nobody eligible, the leader that went last may return (KIP-966).
function lastKnownLeader(candidates: Candidates): BrokerId | null {
  const [only, ...others] = candidates.lastKnownLeaders;
  const isLast = candidates.inSync.length === 0 && candidates.eligible.length === 0;
  if (!candidates.eligibleLeaderReplicas || !isLast) return null;
  if (only === undefined || others.length > 0) return null;
  return candidates.isAcceptable(only) ? only : null;
}
