import type { Settings } from '../sim/config';
import { flag, number, objectOf, oneOf, optional, tableOf, text, type Rule } from './shape';

const latency = objectOf({ minMs: number, maxMs: number });

// What range makes sense is said by settingsProblems, in words that also stand beside the fields.
const SETTINGS: { readonly [Field in keyof Settings]: Rule } = {
  topic: text,
  brokers: number,
  partitions: number,
  replicationFactor: number,
  minInsyncReplicas: number,
  producers: number,
  consumers: number,
  acks: oneOf(0, 1, 'all'),
  enableIdempotence: flag,
  autoOffsetReset: oneOf('latest', 'earliest', 'none'),
  isolationLevel: oneOf('read_uncommitted', 'read_committed'),
  uncleanLeaderElection: flag,
  eligibleLeaderReplicas: flag,
  racks: tableOf(/^[1-9]\d*$/, '1', text),
  clientRacks: tableOf(/^(producer|consumer)-[1-9]\d*$/, 'consumer-1', text),
  replicaSelector: oneOf('leader', 'rackAware'),
  logDirectories: number,
  withinRackLatency: latency,
  betweenRacksLatency: latency,
};

/** Any of the settings of a cluster, and no other. */
export const someSettings: Rule = objectOf(
  Object.fromEntries(Object.entries(SETTINGS).map(([field, rule]) => [field, optional(rule)])),
);
