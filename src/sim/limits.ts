/** The sizes that the simulation takes: beyond them a step would take longer than anyone waits. */
export const SIMULATED_MAX = {
  brokers: 100,
  partitions: 1_000,
  producers: 100,
  consumers: 100,
  logDirectories: 100,
};

/** The sizes that fit on a page. The simulation itself takes more. */
export const LIMITS = {
  brokers: 9,
  topics: 3,
  partitions: 12,
  producers: 3,
  consumers: 3,
  logDirectories: 4,
  latencyMs: 1_000,
};
