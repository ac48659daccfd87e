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
