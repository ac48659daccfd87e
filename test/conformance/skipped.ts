const FOLLOWERS = 'consumers read from leaders only';

/** Rules that the simulation does not have, and why. Every other rule has an adapter. */
export const SKIPPED_OPS: Readonly<Record<string, string>> = {
  selectReplica: FOLLOWERS,
  preferredReadReplica: FOLLOWERS,
  preferredReplicaLease: FOLLOWERS,
  consumerReadReplica: FOLLOWERS,
  completeValidation: 'consumers do not compare epochs before they go on',
  lastStableOffset: 'there are no transactions',
};

/** Steps of the controller's vectors that the simulation does not have, and why. */
export const SKIPPED_STEPS: Readonly<Record<string, string>> = {
  dirsOffline: 'a broker has one log directory',
};

/** Stories that need something the simulation does not have, told by a field of their case. */
export const SKIPPED_STORIES: Readonly<Record<string, string>> = { replicaSelector: FOLLOWERS };
