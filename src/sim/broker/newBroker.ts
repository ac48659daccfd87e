import type { BrokerId, Tick } from '../ids';
import { NOTHING_IN_MEMORY } from './crash';
import type { BrokerState } from './state';

/** A broker on a new machine, with empty log directories. */
export interface NewBroker {
  readonly id: BrokerId;
  /** `broker.rack`. */
  readonly rack: string | null;
  readonly now: Tick;
  /** Feature `eligible.leader.replicas.version` of the cluster that it joins. */
  readonly eligibleLeaderReplicas: boolean;
  /** `replica.selector.class`, the same on all brokers here. */
  readonly replicaSelector: BrokerState['replicaSelector'];
}

/** Its first process, which asks to be registered at once and knows nothing yet. */
export function newBroker(made: NewBroker): BrokerState {
  const { id, rack, now, eligibleLeaderReplicas, replicaSelector } = made;
  return {
    id,
    rack,
    replicaSelector,
    lifecycle: 'STARTING',
    machine: 'on',
    writeMsPerRecord: 0,
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
