import type { Command } from '../src/sim/command';
import type { ReassignmentTarget } from '../src/sim/command/administration';
import type { Acks, Settings } from '../src/sim/config';
import { DEFAULT_SETTINGS } from '../src/sim/config';
import type { PartitionId } from '../src/sim/ids';
import { NO_LEADER, brokerIdsIn, partitionId, partitionIdsIn, producerId } from '../src/sim/ids';
import { refusal } from '../src/sim/refusal';
import type { World } from '../src/sim/world';
import { consumerCommandOf } from './consumerActions';
import type { ConsumerAction } from './consumerActions';
import { failureCommandsOf } from './failureActions';
import type { FailureAction } from './failureActions';
import { networkCommandsOf } from './networkActions';
import type { NetworkAction } from './networkActions';

/** What a person does and when: some milliseconds after the last deed. */
export interface Deed {
  readonly afterMs: number;
  readonly does: Action;
}

/** Its target is found when it is done, so that scripts stay sensible while they shrink. */
export type Action =
  | { readonly type: 'produce'; readonly partition: number }
  | { readonly type: 'crash'; readonly who: 'leader' | 'follower'; readonly partition: number }
  | { readonly type: 'crashBroker'; readonly broker: number }
  | { readonly type: 'start'; readonly broker: number }
  | { readonly type: 'startAll' }
  | { readonly type: 'startFirstToFall'; readonly partition: number }
  | { readonly type: 'produceBy'; readonly producer: number; readonly hasKey: boolean }
  | { readonly type: 'addProducer' }
  | { readonly type: 'changeIdempotence'; readonly value: boolean }
  | { readonly type: 'changeAcks'; readonly acks: Acks }
  | { readonly type: 'changeMinimum'; readonly value: number }
  | { readonly type: 'changeUnclean'; readonly value: boolean }
  | {
      readonly type: 'reassign';
      readonly partition: number;
      /** How far in the list of brokers the target begins, and how many it has. */
      readonly from: number;
      readonly size: number;
    }
  | { readonly type: 'cancelReassignment'; readonly partition: number }
  | {
      readonly type: 'elect';
      readonly partition: number;
      readonly election: 'PREFERRED' | 'UNCLEAN';
    }
  | { readonly type: 'addBroker' }
  | { readonly type: 'unregister'; readonly broker: number }
  | { readonly type: 'createTopic'; readonly partitions: number; readonly factor: number }
  | { readonly type: 'startLoad'; readonly recordsPerSecond: number }
  | { readonly type: 'stopLoad' }
  | ConsumerAction
  | NetworkAction
  | FailureAction;

/** A cluster and what is done to it. */
export interface Script {
  readonly settings: Settings;
  readonly seed: number;
  readonly deeds: readonly Deed[];
}

/** A small cluster: one that is soon searched. */
export function smallSettings(changes: Partial<Settings>): Settings {
  const small = { brokers: 3, partitions: 1, replicationFactor: 3, minInsyncReplicas: 2 };
  return { ...DEFAULT_SETTINGS, ...small, ...changes };
}

/** The commands that an action comes to in a world, none when there is nobody to do it to. */
export function commandsOf(world: World, action: Action): readonly Command[] {
  const producer = 'producer-1';
  switch (action.type) {
    case 'produce': {
      const partition = nthPartition(world, action.partition);
      const value = `v${world.nextRecordId}`;
      return [{ type: 'produce', producer, partition, key: null, value }];
    }
    case 'crash':
      return crashOf(world, action);
    case 'crashBroker':
      return [{ type: 'crashBroker', broker: nthBroker(world, action.broker) }];
    case 'start':
      return [{ type: 'startBroker', broker: nthBroker(world, action.broker) }];
    case 'startAll':
      return brokersThatAreDown(world).map((broker) => ({ type: 'startBroker', broker }));
    case 'startFirstToFall':
      return firstToFall(world, nthPartition(world, action.partition)).map((broker) => ({
        type: 'startBroker',
        broker,
      }));
    case 'produceBy':
      return [produceOf(world, action)];
    case 'addProducer':
      return [{ type: 'addProducer', rack: null }];
    case 'changeIdempotence':
      return [{ type: 'changeIdempotence', producer, value: action.value }];
    case 'changeAcks':
      return [{ type: 'changeAcks', producer, acks: action.acks }];
    case 'changeMinimum':
      return [{ type: 'changeMinInsyncReplicas', value: action.value }];
    case 'changeUnclean':
      return [{ type: 'changeUncleanLeaderElection', value: action.value }];
    case 'reassign':
    case 'cancelReassignment':
      return [{ type: 'reassignPartitions', targets: [targetOf(world, action)] }];
    case 'elect': {
      const partition = nthPartition(world, action.partition);
      return [{ type: 'electLeader', partition, election: action.election }];
    }
    case 'addBroker':
      return [{ type: 'addBroker', broker: brokerIdsIn(world.brokers).length + 1, rack: null }];
    case 'unregister':
      return [{ type: 'unregisterBroker', broker: nthBroker(world, action.broker) }];
    case 'createTopic':
      return [newTopic(world, action)];
    case 'startLoad':
      return [{ type: 'startLoad', producer, recordsPerSecond: action.recordsPerSecond }];
    case 'stopLoad':
      return [{ type: 'stopLoad', producer }];
    case 'addConsumer':
    case 'restartConsumer':
    case 'changeReset':
      return [consumerCommandOf(world, action)];
    default:
      return mishapsOf(world, action);
  }
}

/** Of what befalls brokers, disks and the network, what changes something. */
function mishapsOf(world: World, action: NetworkAction | FailureAction): readonly Command[] {
  const partition = 'partition' in action ? nthPartition(world, action.partition) : null;
  return mishapOf(world, action, partition).filter((command) => refusal(world, command) === null);
}

function mishapOf(
  world: World,
  action: NetworkAction | FailureAction,
  partition: PartitionId | null,
): readonly Command[] {
  switch (action.type) {
    case 'cut':
    case 'pause':
    case 'healLinks':
    case 'handle':
    case 'releaseAll':
      return networkCommandsOf(world, action, partition);
    case 'fail':
    case 'replaceDisks':
    case 'slowDisk':
    case 'failDirectory':
    case 'hastenDisks':
    case 'stopMaimed':
    case 'mendMaimed':
      return failureCommandsOf(world, action, partition);
    default:
      return action satisfies never;
  }
}

// Without a key it goes to the sticky partition, with one to that of one of a few keys.
function produceOf(
  world: World,
  { producer, hasKey }: Extract<Action, { type: 'produceBy' }>,
): Command {
  const { nextRecordId, producers } = world;
  const who = producerId(1 + (producer % Object.keys(producers).length));
  const key = hasKey ? `k${nextRecordId % 4}` : null;
  return { type: 'produce', producer: who, partition: null, key, value: `v${nextRecordId}` };
}

/** Brokers without a running process. */
function brokersThatAreDown(world: World): readonly number[] {
  const isDown = (id: number): boolean => world.brokers[id]?.lifecycle === 'NOT_RUNNING';
  return brokerIdsIn(world.brokers).filter(isDown);
}

function crashOf(
  world: World,
  { who, partition }: Extract<Action, { type: 'crash' }>,
): readonly Command[] {
  const known = world.controller.image.partitions[nthPartition(world, partition)];
  if (known === undefined || known.leader === NO_LEADER) return [];
  const followers = known.replicas.filter((broker) => broker !== known.leader);
  const broker = who === 'leader' ? known.leader : followers[0];
  return broker === undefined ? [] : [{ type: 'crashBroker', broker }];
}

/** Of the replicas that are down the one with the shortest log. */
function firstToFall(world: World, partition: PartitionId): readonly number[] {
  const replicas = world.controller.image.partitions[partition]?.replicas ?? [];
  const down = brokersThatAreDown(world).filter((broker) => replicas.includes(broker));
  const lengthOn = (broker: number): number =>
    world.brokers[broker]?.replicas[partition]?.log.records.length ?? 0;
  return down.toSorted((one, other) => lengthOn(one) - lengthOn(other)).slice(0, 1);
}

function newTopic(
  { controller }: World,
  { partitions, factor }: Extract<Action, { type: 'createTopic' }>,
): Command {
  const topic = `topic${Object.keys(controller.image.topics).length + 1}`;
  const replicationFactor = factor;
  return { type: 'createTopic', topic, partitions, replicationFactor, minInsyncReplicas: 1 };
}

/** Registered brokers in their order, as many as asked for, from one of them on. */
function targetOf(
  world: World,
  action: Extract<Action, { type: 'reassign' | 'cancelReassignment' }>,
): ReassignmentTarget {
  const partition = nthPartition(world, action.partition);
  if (action.type === 'cancelReassignment') return { partition, replicas: null };
  const ids = brokerIdsIn(world.controller.image.brokers);
  const from = action.from % ids.length;
  return { partition, replicas: [...ids.slice(from), ...ids.slice(0, from)].slice(0, action.size) };
}

function nthPartition({ controller, settings }: World, nth: number): PartitionId {
  const ids = partitionIdsIn(controller.image.partitions);
  return ids[nth % ids.length] ?? partitionId(settings.topic, 0);
}

function nthBroker({ brokers }: World, nth: number): number {
  const ids = brokerIdsIn(brokers);
  return ids[nth % ids.length] ?? 1;
}
