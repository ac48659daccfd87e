import type { Settings } from '../config';
import type { BrokerId, Tick } from '../ids';
import { NOTHING_IN_MEMORY } from './crash';
import type { BrokerState } from './state';

/** A broker on a new machine, with empty log directories. */
export interface NewBroker {
  readonly id: BrokerId;
  /** `broker.rack`. */
  readonly rack: string | null;
  readonly now: Tick;
  readonly settings: Pick<
    Settings,
    'eligibleLeaderReplicas' | 'replicaSelector' | 'logDirectories'
  >;
}

/** Names of the log directories that each broker of a cluster has: `d1`, `d2`, … */
export function directoryNames({
  logDirectories,
}: Pick<Settings, 'logDirectories'>): readonly string[] {
  return Array.from({ length: logDirectories }, (_, index) => `d${index + 1}`);
}

/** Its first process, which asks to be registered at once and knows nothing yet. */
export function newBroker({ id, rack, now, settings }: NewBroker): BrokerState {
  const { eligibleLeaderReplicas, replicaSelector } = settings;
  return {
    id,
    rack,
    replicaSelector,
    lifecycle: 'STARTING',
    machine: 'on',
    writeMsPerRecord: 0,
    logDirectories: directoryNames(settings),
    directoryFailureDueAt: null,
    offlineDirectories: [],
    cleanShutdownEpoch: -1,
    previousBrokerEpoch: -1,
    shutdown: null,
    dataLosses: {},
    incarnation: 1,
    brokerEpoch: -1,
    image: { offset: -1, partitions: {}, brokers: {}, topics: {}, eligibleLeaderReplicas },
    replicas: {},
    ...NOTHING_IN_MEMORY,
    correlationId: 0,
    sent: {},
    dueAt: now,
    registrationDueAt: now,
    registrationAttempt: 0,
    heartbeatDueAt: null,
    inSyncCheckDueAt: null,
    checkpointDueAt: null,
  };
}
