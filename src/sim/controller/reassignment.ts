import type { BrokerId } from '../ids';

/** A reassignment as far as it has come. */
export interface RunningReassignment {
  readonly replicas: readonly BrokerId[];
  readonly adding: readonly BrokerId[];
  readonly removing: readonly BrokerId[];
}

/**
 * The assignment and in-sync set when a reassignment may end now, else null: all newcomers are in
 * sync, and without the leavers somebody is left (PartitionReassignmentReplicas).
 */
export function completedReassignment(
  { replicas, adding, removing }: RunningReassignment,
  inSync: readonly BrokerId[],
): { readonly replicas: readonly BrokerId[]; readonly inSync: readonly BrokerId[] } | null {
  if (adding.length === 0 && removing.length === 0) return null;
  const stays = (broker: BrokerId): boolean => !removing.includes(broker);
  const left = inSync.filter(stays);
  const target = replicas.filter(stays);
  if (left.length === 0 || !adding.every((broker) => left.includes(broker))) return null;
  // A smaller factor must not drop below what the target promises.
  const shrinks = adding.length < removing.length;
  if (shrinks && !target.every((broker) => left.includes(broker))) return null;
  return { replicas: target, inSync: left };
}
