import { applyAllPartitions } from './broker/leadership';
import { fetchMetadata } from './broker/lifecycle';
import { directoryNames, newBroker } from './broker/newBroker';
import type { BrokerState } from './broker/state';
import { newConsumer } from './client/newConsumer';
import { newProducer } from './client/newProducer';
import type { ConsumerState, ProducerState } from './client/state';
import { KAFKA } from './config';
import type { Settings } from './config';
import { directoriesFor } from './controller/directoryOf';
import { newPartition } from './controller/partitions';
import { place } from './controller/placement';
import { nextStaleCheckAt } from './controller/sessions';
import type { BrokerRegistration, ControllerState } from './controller/state';
import type { MetadataImage, PartitionRegistration } from './controller/state';
import { consumerId, partitionId, partitionIdsIn, producerId } from './ids';
import type { BrokerId, ConsumerId, Offset, PartitionId, ProducerId, Tick } from './ids';
import { brokerTurn, close, openDraft } from './draft';
import { racksOf } from './network';
import { settingsProblems } from './settingsProblems';
import type { World } from './world';

/**
 * A formed cluster at tick 0: brokers registered and unfenced, the topic placed, every role taken,
 * nothing sent yet. Throws when the settings are impossible (`settingsProblems` says why).
 */
export function createWorld(settings: Settings, seed: number): World {
  const problem = settingsProblems(settings)[0];
  if (problem !== undefined) throw new Error(`${problem.error}: ${problem.because}`);
  const ids = Array.from({ length: settings.brokers }, (_, index) => index + 1);
  const image = createImage(settings, ids);
  const brokers: { [id in BrokerId]?: BrokerState } = {};
  for (const id of ids) brokers[id] = createBroker(settings, image, id);
  let nextProducerId = 0;
  const producers: { [id in ProducerId]?: ProducerState } = {};
  for (let n = 1; n <= settings.producers; n++) {
    const id = producerId(n);
    const rack = settings.clientRacks[id] ?? null;
    producers[id] = newProducer(
      settings,
      { id, rack, bootstrap: ids, now: 0 },
      () => nextProducerId++,
    );
  }
  const empty: World = {
    now: 0,
    seed,
    settings,
    network: { racks: racksOf(settings), cutLinks: [], held: [] },
    brokers,
    controller: createController(image, ids),
    producers,
    consumers: createConsumers(settings, image, ids),
    flights: [],
    nextFlightId: 1,
    nextRecordId: 1,
    nextProducerId,
    lostRecords: {},
  };
  const draft = openDraft(empty, 0);
  for (const id of ids) {
    const turn = brokerTurn(draft, id);
    applyAllPartitions(turn);
    fetchMetadata(turn);
  }
  return close(draft).world;
}

function createImage(settings: Settings, ids: readonly BrokerId[]): MetadataImage {
  const { topic, racks, replicationFactor, minInsyncReplicas, uncleanLeaderElection } = settings;
  const brokers: { [id in BrokerId]?: BrokerRegistration } = {};
  for (const id of ids) {
    const rack = racks[id] ?? null;
    const state = { fenced: false, inControlledShutdown: false, offlineDirectories: [] };
    const logDirectories = directoryNames(settings);
    brokers[id] = { id, rack, incarnation: 1, brokerEpoch: id, logDirectories, ...state };
  }
  const placeable = ids.map((id) => ({ id, rack: racks[id] ?? null, fenced: false }));
  const placement = place(placeable, settings.partitions, replicationFactor);
  if (placement.error !== 'NONE') throw new Error(placement.because);
  const partitions: { [partition in PartitionId]?: PartitionRegistration } = {};
  for (const [index, replicas] of placement.assignments.entries()) {
    const directories = directoriesFor({ brokers, partitions }, replicas);
    const registration = newPartition(replicas, () => true);
    partitions[partitionId(topic, index)] = { ...registration, directories };
  }
  return {
    offset: ids.length + placement.assignments.length + 1,
    partitions,
    brokers,
    topics: {
      [topic]: {
        minInsyncReplicas,
        uncleanLeaderElection,
      },
    },
    eligibleLeaderReplicas: settings.eligibleLeaderReplicas,
  };
}

function createController(image: MetadataImage, ids: readonly BrokerId[]): ControllerState {
  const lastContactAt: { [id in BrokerId]?: Tick } = {};
  const metadataOffsets: { [id in BrokerId]?: number } = {};
  for (const id of ids) {
    lastContactAt[id] = 0;
    metadataOffsets[id] = image.offset;
  }
  const staleCheckDueAt = nextStaleCheckAt(lastContactAt, 0);
  return {
    image,
    lastContactAt,
    metadataOffsets,
    controlledShutdownOffsets: {},
    waitingFetches: {},
    staleCheckDueAt,
    preferredElectionDueAt: KAFKA.leaderImbalanceCheckMs,
    uncleanElectionDueAt: KAFKA.uncleanElectionCheckMs,
    uncleanElections: {},
    sent: {},
    dueAt: staleCheckDueAt,
  };
}

function createBroker(settings: Settings, image: MetadataImage, id: BrokerId): BrokerState {
  // Real brokers do not beat in step; these start spread over one interval of each timer.
  const share = (intervalMs: number): Tick =>
    1 + Math.floor((intervalMs * (id - 1)) / settings.brokers);
  const rack = settings.racks[id] ?? null;
  return {
    ...newBroker({ id, rack, now: 0, settings }),
    lifecycle: 'RUNNING',
    brokerEpoch: id,
    image,
    dueAt: 1,
    registrationDueAt: null,
    heartbeatDueAt: share(KAFKA.brokerHeartbeatIntervalMs),
    inSyncCheckDueAt: share(KAFKA.replicaLagTimeMaxMs / 2),
    checkpointDueAt: share(KAFKA.highWatermarkCheckpointIntervalMs),
  };
}

// Those of the opening have been there before: their groups stand committed at the logs' start.
function createConsumers(
  settings: Settings,
  image: MetadataImage,
  ids: readonly BrokerId[],
): World['consumers'] {
  const positions: { [partition in PartitionId]?: Offset } = {};
  for (const partition of partitionIdsIn(image.partitions)) positions[partition] = 0;
  const consumers: { [id in ConsumerId]?: ConsumerState } = {};
  for (let n = 1; n <= settings.consumers; n++) {
    const id = consumerId(n);
    const rack = settings.clientRacks[id] ?? null;
    consumers[id] = newConsumer(settings, n, rack, ids, positions, 0);
  }
  return consumers;
}
