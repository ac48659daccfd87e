import type { Command, StampedCommand } from '../src/sim/command';
import type { Produce } from '../src/sim/command/client';
import type { WireCommand } from '../src/sim/command/wire';
import type { CreateTopic, ReassignmentTarget } from '../src/sim/command/administration';
import type { Acks, AutoOffsetReset, Settings } from '../src/sim/config';
import { createWorld } from '../src/sim/createWorld';
import type { Replica } from '../src/sim/broker/state';
import type { Event } from '../src/sim/event';
import type { BrokerId, ConsumerId, NodeId, PartitionId, ProducerId, Tick } from '../src/sim/ids';
import { nextDueAt } from '../src/sim/step';
import { rowOf } from '../src/sim/table';
import type { World } from '../src/sim/world';
import { checkWorld, checkedStep } from './checkedStep';
import { type EventOf, isLike } from '../src/sim/isLike';
import { settled } from './conditions';
import type { Condition, Moment } from './conditions';
import { frozenPlain } from './frozenPlain';
import { inFlight } from './inFlight';
import type { Sought } from './inFlight';
import { smallSettings } from './script';

const STEPS_MAX = 50_000;
const EVENTS_SHOWN = 15;

/** An event and when it happened. */
export interface ToldAt {
  readonly at: Tick;
  readonly event: Event;
}

/**
 * A cluster to tell stories about. Every verb acts at the next tick and returns the cluster; every
 * step is checked against all invariants. A condition that never comes true fails with the last
 * events.
 */
export interface Cluster {
  readonly now: Tick;
  readonly world: World;
  readonly history: readonly ToldAt[];
  produce(value: string, partition?: PartitionId, key?: string): Cluster;
  crash(broker: BrokerId): Cluster;
  start(broker: BrokerId): Cluster;
  shutDown(broker: BrokerId): Cluster;
  cutPower(broker: BrokerId): Cluster;
  loseInstance(broker: BrokerId): Cluster;
  replaceDisks(broker: BrokerId): Cluster;
  slowDisk(broker: BrokerId, msPerRecord: number): Cluster;
  failLogDirectory(broker: BrokerId, directory: string): Cluster;
  changeAcks(acks: Acks): Cluster;
  changeIdempotence(value: boolean): Cluster;
  addProducer(rack?: string): Cluster;
  addConsumer(rack?: string): Cluster;
  restartConsumer(consumer: ConsumerId): Cluster;
  changeAutoOffsetReset(consumer: ConsumerId, value: AutoOffsetReset): Cluster;
  /** A record of any producer, with a key or to a partition or neither. */
  produceBy(producer: ProducerId, value: string, where?: Partial<Produce>): Cluster;
  /** Of the first topic unless another is named. */
  changeMinInsyncReplicas(value: number, topic?: string): Cluster;
  changeUncleanLeaderElection(value: boolean, topic?: string): Cluster;
  /** Another assignment for a partition. */
  reassign(partition: PartitionId, ...replicas: readonly BrokerId[]): Cluster;
  cancelReassignment(partition: PartitionId): Cluster;
  elect(election: 'PREFERRED' | 'UNCLEAN', partition: PartitionId): Cluster;
  addBroker(broker: BrokerId, rack?: string): Cluster;
  unregister(broker: BrokerId): Cluster;
  createTopic(topic: string, sizes?: Partial<Omit<CreateTopic, 'type' | 'topic'>>): Cluster;
  startLoad(recordsPerSecond: number): Cluster;
  stopLoad(): Cluster;
  /** The process stands still for so many milliseconds. */
  pause(broker: BrokerId, forMs: number): Cluster;
  /** Both ways between two nodes. */
  cutLink(one: NodeId, other: NodeId): Cluster;
  /** Only what the first one sends to the second is lost. */
  cutOneWay(from: NodeId, to: NodeId): Cluster;
  heal(one: NodeId, other: NodeId): Cluster;
  healAll(): Cluster;
  /** Does something to the oldest message of a kind that is under way. */
  handle(how: WireCommand['type'], sought: Sought): Cluster;
  act(command: Command): Cluster;
  until(condition: Condition): Cluster;
  settle(): Cluster;
  wait(ms: number): Cluster;
  /** Lets another cluster go on from this moment; this one stays. */
  fork(): Cluster;
  replica(broker: BrokerId, partition: PartitionId): Replica;
  /** Values in a broker's log, oldest first. */
  log(broker: BrokerId, partition: PartitionId): readonly string[];
  /** Events of a type, oldest first. */
  all<Type extends Event['type']>(
    type: Type,
    fields?: Partial<EventOf<Type>>,
  ): readonly { readonly at: Tick; readonly event: EventOf<Type> }[];
}

/** A formed cluster at tick 0: three brokers and one partition, unless told otherwise. */
export function startCluster(
  settings: Partial<Settings> & { readonly seed?: number } = {},
): Cluster {
  const { seed = 1, ...changes } = settings;
  const world = frozenPlain(createWorld(smallSettings(changes), seed));
  checkWorld(world);
  return clusterAt(world, []);
}

function clusterAt(first: World, before: readonly ToldAt[], since: Tick = first.now): Cluster {
  let world = first;
  const history = [...before];
  const events = before.map(({ event }) => event);
  let recent: Event[] = [];
  // It may be later than the last step: nothing was due since.
  let now = since;

  const go = (commands: readonly StampedCommand[]): void => {
    const taken = checkedStep(world, commands);
    world = taken.world;
    now = world.now;
    events.push(...taken.events);
    recent.push(...taken.events);
    for (const event of taken.events) history.push({ at: world.now, event });
  };
  const act = (command: Command): Cluster => {
    recent = [];
    go([{ at: now + 1, command }]);
    return cluster;
  };
  const moment = (): Moment => ({ world, events, recent });

  const cluster: Cluster = {
    get now() {
      return now;
    },
    get world() {
      return world;
    },
    history,
    ...verbsOf(act),
    act,
    handle: (how, sought) => act({ type: how, flight: inFlight(world, sought).id }),
    until: (condition) => {
      for (let steps = 0; !condition.holds(moment()); steps++) {
        if (steps >= STEPS_MAX) throw new Error(neverCame(condition, world, history));
        go([]);
      }
      return cluster;
    },
    settle: () => cluster.until(settled),
    wait: (ms) => {
      const until = now + ms;
      while (nextDueAt(world) <= until) go([]);
      now = until;
      return cluster;
    },
    fork: () => clusterAt(world, history, now),
    replica: (broker, partition) => rowOf(rowOf(world.brokers, broker).replicas, partition),
    log: (broker, partition) =>
      cluster.replica(broker, partition).log.records.map(({ value }) => value),
    all: (type, fields = {}) =>
      history.flatMap(({ at, event }) => (isLike(event, type, fields) ? [{ at, event }] : [])),
  };
  return cluster;
}

type Verb = Exclude<
  keyof Cluster,
  | 'now'
  | 'world'
  | 'history'
  | 'act'
  | 'handle'
  | 'until'
  | 'settle'
  | 'wait'
  | 'fork'
  | 'replica'
  | 'log'
  | 'all'
>;

function verbsOf(act: (command: Command) => Cluster): Pick<Cluster, Verb> {
  const producer = 'producer-1';
  return {
    produce: (value, partition, key) =>
      act({ type: 'produce', producer, partition: partition ?? null, key: key ?? null, value }),
    produceBy: (who, value, where = {}) =>
      act({ type: 'produce', producer: who, partition: null, key: null, value, ...where }),
    crash: (broker) => act({ type: 'crashBroker', broker }),
    start: (broker) => act({ type: 'startBroker', broker }),
    shutDown: (broker) => act({ type: 'shutDownBroker', broker }),
    cutPower: (broker) => act({ type: 'cutPower', broker }),
    loseInstance: (broker) => act({ type: 'loseInstance', broker }),
    replaceDisks: (broker) => act({ type: 'replaceDisks', broker }),
    slowDisk: (broker, msPerRecord) => act({ type: 'slowDisk', broker, msPerRecord }),
    failLogDirectory: (broker, directory) => act({ type: 'failLogDirectory', broker, directory }),
    changeAcks: (acks) => act({ type: 'changeAcks', producer, acks }),
    changeIdempotence: (value) => act({ type: 'changeIdempotence', producer, value }),
    addProducer: (rack) => act({ type: 'addProducer', rack: rack ?? null }),
    addConsumer: (rack) => act({ type: 'addConsumer', rack: rack ?? null }),
    restartConsumer: (consumer) => act({ type: 'restartConsumer', consumer }),
    changeAutoOffsetReset: (consumer, value) =>
      act({ type: 'changeAutoOffsetReset', consumer, value }),
    ...administrationVerbs(act),
    startLoad: (recordsPerSecond) => act({ type: 'startLoad', producer, recordsPerSecond }),
    stopLoad: () => act({ type: 'stopLoad', producer }),
    pause: (broker, forMs) => act({ type: 'pauseBroker', broker, forMs }),
    cutLink: (from, to) => act({ type: 'cutLink', from, to, bothWays: true }),
    cutOneWay: (from, to) => act({ type: 'cutLink', from, to, bothWays: false }),
    heal: (from, to) => act({ type: 'healLink', from, to, bothWays: true }),
    healAll: () => act({ type: 'healAllLinks' }),
  };
}

type AdministrationVerb =
  | 'reassign'
  | 'cancelReassignment'
  | 'elect'
  | 'addBroker'
  | 'unregister'
  | 'changeMinInsyncReplicas'
  | 'changeUncleanLeaderElection'
  | 'createTopic';

function administrationVerbs(
  act: (command: Command) => Cluster,
): Pick<Cluster, AdministrationVerb> {
  const reassign = (target: ReassignmentTarget): Cluster =>
    act({ type: 'reassignPartitions', targets: [target] });
  return {
    reassign: (partition, ...replicas) => reassign({ partition, replicas }),
    cancelReassignment: (partition) => reassign({ partition, replicas: null }),
    elect: (election, partition) => act({ type: 'electLeader', partition, election }),
    addBroker: (broker, rack) => act({ type: 'addBroker', broker, rack: rack ?? null }),
    unregister: (broker) => act({ type: 'unregisterBroker', broker }),
    changeMinInsyncReplicas: (value, topic = 'orders') =>
      act({ type: 'changeMinInsyncReplicas', topic, value }),
    changeUncleanLeaderElection: (value, topic = 'orders') =>
      act({ type: 'changeUncleanLeaderElection', topic, value }),
    createTopic: (topic, sizes = {}) => {
      const least = { partitions: 1, replicationFactor: 3, minInsyncReplicas: 2 };
      return act({ type: 'createTopic', topic, ...least, ...sizes });
    },
  };
}

function neverCame({ says }: Condition, world: World, history: readonly ToldAt[]): string {
  const last = history.slice(-EVENTS_SHOWN);
  const lines = last.map(({ at, event }) => `  ${at} ms: ${JSON.stringify(event)}`);
  const seconds = Math.floor(world.now / 1000);
  return `It never came that ${says}, in ${seconds} s. The last events:\n${lines.join('\n')}`;
}
