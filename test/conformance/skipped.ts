/** Rules that the simulation does not have, and why. Every other rule has an adapter. */
export const SKIPPED_OPS: Readonly<Record<string, string>> = {};
