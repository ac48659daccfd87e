import { alterReassignment } from '../../../src/sim/controller/alterReassignments';
import { handleAlterPartition } from '../../../src/sim/controller/alterPartition';
import { fence, unfence, writeRegistration } from '../../../src/sim/controller/brokers';
import {
  balanceLeaders,
  electUncleanly,
  setMinInsyncReplicas,
  setUncleanLeaderElection,
} from '../../../src/sim/controller/controller';
import { electLeaderOf } from '../../../src/sim/controller/electLeaders';
import {
  effectiveMinInSyncOf,
  isActive,
  newPartition,
  writeRecords,
} from '../../../src/sim/controller/partitions';
import { handleHeartbeat } from '../../../src/sim/controller/heartbeats';
import { handleRegistration } from '../../../src/sim/controller/registration';
import type { PartitionRegistration, TopicConfig } from '../../../src/sim/controller/state';
import type { ControllerTurn } from '../../../src/sim/controller/turn';
import { partitionIdsIn, topicOf } from '../../../src/sim/ids';
import type { PartitionId } from '../../../src/sim/ids';
import type { BrokerHeartbeatRequest } from '../../../src/sim/message';
import { rowOf, withRow } from '../../../src/sim/table';
import { adapter } from './adapter';
import { controllerWith } from './controllerRig';
import { fromPartition } from './partition';
import { NOW, imageOf, registration, wireAt } from './rig';

interface GivenPartition extends Partial<Omit<PartitionRegistration, 'inSync'>> {
  readonly name: PartitionId;
  readonly replicas: readonly number[];
  readonly minIsr?: number;
  readonly isr?: readonly number[];
  readonly dirs?: PartitionRegistration['directories'];
}

interface Given {
  readonly elrEnabled: boolean;
  readonly uncleanElection?: boolean;
  readonly brokers: readonly {
    readonly id: number;
    readonly fenced?: boolean;
    readonly shuttingDown?: boolean;
    readonly dirs?: readonly string[];
  }[];
  readonly partitions?: readonly GivenPartition[];
}

interface AlterStep {
  readonly do: 'alterPartition';
  readonly broker: number;
  readonly partition: PartitionId;
  readonly newIsr: readonly number[];
  readonly brokerEpoch?: number;
  readonly leaderEpoch?: number;
  readonly partitionEpoch?: number;
  readonly recovery?: PartitionRegistration['recovery'];
  readonly isrBrokerEpochs?: Readonly<Record<string, number>>;
}

type Step =
  | AlterStep
  | {
      readonly do: 'fence' | 'unfence' | 'controlledShutdownHeartbeat';
      readonly broker: number;
    }
  | {
      readonly do: 'dirsOffline';
      readonly broker: number;
      readonly dirs: readonly string[];
    }
  | { readonly do: 'registerNewIncarnation'; readonly broker: number; readonly clean: boolean }
  | {
      readonly do: 'createPartition';
      readonly partition: PartitionId;
      readonly replicas: readonly number[];
    }
  | {
      readonly do: 'electLeaders';
      readonly type: 'PREFERRED' | 'UNCLEAN';
      readonly partition: PartitionId;
    }
  | { readonly do: 'balanceLeaders' | 'uncleanElectionTask' }
  | { readonly do: 'setUncleanElection'; readonly value: boolean }
  | {
      readonly do: 'reassign';
      readonly partition: PartitionId;
      readonly target: readonly number[] | null;
      readonly allowReplicationFactorChange?: boolean;
    }
  | { readonly do: 'setBrokerEpoch'; readonly broker: number; readonly epoch: number }
  | { readonly do: 'setMinIsr'; readonly topic: string; readonly value: number }
  | { readonly do: 'effectiveMinIsr'; readonly partition: PartitionId };

export const controllerScenarioAdapter = adapter<Given, readonly Step[]>(
  (given, steps) => {
    const turn = begin(given);
    return steps.map((step) => {
      const result = take(turn, step);
      const { partitions } = turn.controller.image;
      const after = partitionIdsIn(partitions).map((id) => [
        id,
        fromPartition(rowOf(partitions, id)),
      ]);
      return { ...Object.fromEntries(after), result };
    });
  },
  { sets: ['elr'] },
);

function begin(given: Given): ControllerTurn {
  const brokers = given.brokers.map(({ id, fenced, shuttingDown, dirs }) =>
    registration(id, id + 100, {
      fenced: fenced ?? false,
      inControlledShutdown: shuttingDown ?? false,
      logDirectories: dirs ?? [],
    }),
  );
  const image = imageOf(brokers, {}, 1, given.elrEnabled);
  const turn = { wire: wireAt(NOW), controller: controllerWith(image) };
  const uncleanLeaderElection = given.uncleanElection ?? false;
  for (const { name, minIsr, replicas, isr, dirs, ...fields } of given.partitions ?? []) {
    enterTopic(turn, name, { minInsyncReplicas: minIsr ?? 1, uncleanLeaderElection });
    create(turn, name, replicas, {
      ...fields,
      ...(isr && { inSync: isr }),
      ...(dirs && { directories: dirs }),
    });
  }
  return turn;
}

function enterTopic(turn: ControllerTurn, partition: PartitionId, config: TopicConfig): void {
  const { topics } = turn.controller.image;
  writeRecords(turn, { topics: withRow(topics, topicOf(partition), config) });
}

function create(
  turn: ControllerTurn,
  partition: PartitionId,
  replicas: readonly number[],
  fields: Partial<PartitionRegistration> = {},
): void {
  const { image } = turn.controller;
  const created = newPartition(replicas, (broker) => isActive(image, broker));
  const partitions = withRow(image.partitions, partition, { ...created, ...fields });
  writeRecords(turn, { partitions });
}

function take(turn: ControllerTurn, step: Step): unknown {
  const { image } = turn.controller;
  switch (step.do) {
    case 'fence':
      return fence(turn, step.broker);
    case 'unfence':
      return unfence(turn, step.broker);
    case 'controlledShutdownHeartbeat':
      return beat(turn, step.broker, { wantShutDown: true });
    case 'dirsOffline':
      return beat(turn, step.broker, { offlineLogDirs: step.dirs });
    case 'registerNewIncarnation':
      return startAgain(turn, step.broker, step.clean);
    case 'createPartition':
      enterTopic(turn, step.partition, { minInsyncReplicas: 1, uncleanLeaderElection: false });
      return create(turn, step.partition, step.replicas);
    case 'alterPartition':
      return propose(turn, step);
    case 'electLeaders':
      return electLeaderOf(turn, step.partition, step.type);
    case 'reassign': {
      const { partition, target, allowReplicationFactorChange } = step;
      return alterReassignment(turn, partition, target, allowReplicationFactorChange);
    }
    case 'balanceLeaders':
      return balanceLeaders(turn);
    case 'uncleanElectionTask':
      return electUncleanly(turn);
    case 'setUncleanElection':
      for (const topic of Object.keys(image.topics)) {
        setUncleanLeaderElection(turn, topic, step.value);
      }
      return undefined;
    case 'setBrokerEpoch': {
      const known = rowOf(image.brokers, step.broker);
      return writeRegistration(turn, { ...known, brokerEpoch: step.epoch });
    }
    case 'setMinIsr':
      return setMinInsyncReplicas(turn, step.topic, step.value);
    case 'effectiveMinIsr':
      return effectiveMinInSyncOf(image, step.partition);
    default:
      throw new Error(`No step is called ${JSON.stringify(step satisfies never)}.`);
  }
}

function beat(turn: ControllerTurn, broker: number, fields: Partial<BrokerHeartbeatRequest>): void {
  handleHeartbeat(turn, {
    type: 'brokerHeartbeatRequest',
    broker,
    brokerEpoch: rowOf(turn.controller.image.brokers, broker).brokerEpoch,
    currentMetadataOffset: turn.controller.image.offset,
    wantFence: false,
    wantShutDown: false,
    offlineLogDirs: [],
    ...fields,
  });
}

// The session of the process before it is over.
function startAgain(turn: ControllerTurn, broker: number, clean: boolean): void {
  const { incarnation, brokerEpoch, rack, logDirectories } = rowOf(
    turn.controller.image.brokers,
    broker,
  );
  const lastContactAt = { ...turn.controller.lastContactAt };
  delete lastContactAt[broker];
  turn.controller = { ...turn.controller, lastContactAt };
  handleRegistration(turn, {
    type: 'brokerRegistrationRequest',
    broker,
    incarnation: incarnation + 1,
    rack,
    previousBrokerEpoch: clean ? brokerEpoch : -1,
    logDirs: logDirectories,
  });
}

function propose(turn: ControllerTurn, step: AlterStep): string | undefined {
  const { broker, partition, newIsr, isrBrokerEpochs } = step;
  const { brokers, partitions } = turn.controller.image;
  turn.wire.outbox.length = 0;
  handleAlterPartition(turn, {
    type: 'alterPartitionRequest',
    correlationId: 1,
    broker,
    brokerEpoch: step.brokerEpoch ?? rowOf(brokers, broker).brokerEpoch,
    partitions: [
      {
        partition,
        leaderEpoch: step.leaderEpoch ?? partitions[partition]?.leaderEpoch ?? 0,
        partitionEpoch: step.partitionEpoch ?? partitions[partition]?.partitionEpoch ?? 0,
        recovery: step.recovery ?? 'RECOVERED',
        newInSyncReplicas: newIsr.map((member) => ({
          broker: member,
          brokerEpoch: isrBrokerEpochs?.[member] ?? brokers[member]?.brokerEpoch ?? -1,
        })),
      },
    ],
  });
  const answer = turn.wire.outbox[0]?.message;
  if (answer?.type !== 'alterPartitionResponse') throw new Error('It has not answered.');
  return answer.error === 'NONE' ? answer.partitions[0]?.error : answer.error;
}
