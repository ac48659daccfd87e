/** Rules that the simulation does not have, and why. Every other rule has an adapter. */
export const SKIPPED_OPS: Readonly<Record<string, string>> = {};

/** Steps of the controller's vectors that the simulation does not have, and why. */
export const SKIPPED_STEPS: Readonly<Record<string, string>> = {
  dirsOffline: 'a broker has one log directory',
};
