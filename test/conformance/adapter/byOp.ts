import type { Adapter } from './adapter';
import { clusterStoryAdapter } from './clusterStory';
import {
  completeValidationAdapter,
  consumerReadReplicaAdapter,
  lastStableOffsetAdapter,
} from './consumerPosition';
import { controllerScenarioAdapter } from './controllerScenario';
import { electLeaderAdapter, partitionChangeAdapter } from './election';
import { leaderScenarioAdapter } from './leaderScenario';
import {
  epochCacheAdapter,
  logHighWatermarkAdapter,
  outOfSyncAdapter,
  validateFetchAdapter,
} from './log';
import { murmur2Adapter, partitionForKeyAdapter, placeAdapter } from './placement';
import { delayedProduceAdapter, produceAdapter } from './produce';
import { producerStateAdapter } from './producerState';
import {
  preferredReadReplicaAdapter,
  preferredReplicaLeaseAdapter,
  selectReplicaAdapter,
} from './readReplica';
import { consumerFetchAtFollowerAdapter, readIsolationAdapter } from './reading';
import {
  completeReassignmentAdapter,
  planReassignmentAdapter,
  revertReassignmentAdapter,
} from './reassignment';
import { nextBrokerStateAdapter, registerBrokerAdapter } from './registration';
import {
  epochLineageAdapter,
  fetcherErrorsAdapter,
  reconcileAdapter,
  replicationRoundsAdapter,
} from './replication';
import { timingAdapter } from './timing';
import { tlaExhaustiveAdapter, tlaTraceAdapter, tlaViolationAdapter } from './tla';

/** The adapter of each rule, by the `op` of its vectors. */
export const ADAPTERS: Readonly<Record<string, Adapter>> = {
  electLeader: electLeaderAdapter,
  partitionChange: partitionChangeAdapter,
  controllerScenario: controllerScenarioAdapter,
  planReassignment: planReassignmentAdapter,
  completeReassignment: completeReassignmentAdapter,
  revertReassignment: revertReassignmentAdapter,
  nextBrokerState: nextBrokerStateAdapter,
  registerBroker: registerBrokerAdapter,
  leaderScenario: leaderScenarioAdapter,
  outOfSync: outOfSyncAdapter,
  replicationRounds: replicationRoundsAdapter,
  logHighWatermark: logHighWatermarkAdapter,
  readIsolation: readIsolationAdapter,
  validateFetch: validateFetchAdapter,
  epochCache: epochCacheAdapter,
  epochLineage: epochLineageAdapter,
  reconcile: reconcileAdapter,
  fetcherErrors: fetcherErrorsAdapter,
  consumerFetchAtFollower: consumerFetchAtFollowerAdapter,
  selectReplica: selectReplicaAdapter,
  preferredReadReplica: preferredReadReplicaAdapter,
  preferredReplicaLease: preferredReplicaLeaseAdapter,
  consumerReadReplica: consumerReadReplicaAdapter,
  completeValidation: completeValidationAdapter,
  lastStableOffset: lastStableOffsetAdapter,
  produce: produceAdapter,
  delayedProduce: delayedProduceAdapter,
  producerState: producerStateAdapter,
  place: placeAdapter,
  murmur2: murmur2Adapter,
  partitionForKey: partitionForKeyAdapter,
  timing: timingAdapter,
  clusterStory: clusterStoryAdapter,
  tlaExhaustive: tlaExhaustiveAdapter,
  tlaViolation: tlaViolationAdapter,
  tlaTrace: tlaTraceAdapter,
};
