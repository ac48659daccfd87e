import type { BrokerId } from '../ids';
import type { PartitionRegistration } from './state';

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
  if (!isReassigning({ adding, removing })) return null;
  const stays = (broker: BrokerId): boolean => !removing.includes(broker);
  const left = inSync.filter(stays);
  const target = replicas.filter(stays);
  if (left.length === 0 || !adding.every((broker) => left.includes(broker))) return null;
  // A smaller factor must not drop below what the target promises.
  const shrinks = adding.length < removing.length;
  if (shrinks && !target.every((broker) => left.includes(broker))) return null;
  return { replicas: target, inSync: left };
}

/** What a partition that is to live elsewhere is made to look like at once. */
export interface ReassignmentPlan {
  /** The target in its order, and behind it those that leave. */
  readonly replicas: readonly BrokerId[];
  readonly adding: readonly BrokerId[];
  readonly removing: readonly BrokerId[];
}

/**
 * Nobody leaves before the newcomers are in sync, so at first the assignment only grows
 * (PartitionReassignmentReplicas).
 */
export function planReassignment(
  current: readonly BrokerId[],
  target: readonly BrokerId[],
): ReassignmentPlan {
  const removing = without(current, target).toSorted(ascending);
  const adding = without(target, current).toSorted(ascending);
  return { replicas: [...target, ...removing], adding, removing };
}

/** What a cancelled reassignment leaves behind. */
export interface RevertedReassignment {
  readonly replicas: readonly BrokerId[];
  readonly inSync: readonly BrokerId[];
  /** Only newcomers were in sync: whoever is left may lack committed records. */
  readonly unclean: boolean;
}

/**
 * A cancelled reassignment takes the newcomers out again. The others keep their new order, which
 * need not be the one before (PartitionReassignmentRevert).
 */
export function revertReassignment({
  replicas,
  adding,
  inSync,
}: Pick<PartitionRegistration, 'replicas' | 'adding' | 'inSync'>): RevertedReassignment {
  const old = without(replicas, adding);
  const oldInSync = without(inSync, adding);
  if (oldInSync.length > 0) return { replicas: old, inSync: oldInSync, unclean: false };
  return { replicas: old, inSync: old.slice(0, 1), unclean: true };
}

/** Whether a reassignment is under way. */
export function isReassigning({
  adding,
  removing,
}: Pick<PartitionRegistration, 'adding' | 'removing'>): boolean {
  return adding.length > 0 || removing.length > 0;
}

function without(brokers: readonly BrokerId[], others: readonly BrokerId[]): readonly BrokerId[] {
  return brokers.filter((broker) => !others.includes(broker));
}

function ascending(one: BrokerId, other: BrokerId): number {
  return one - other;
}
