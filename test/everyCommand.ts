import type { Command, StampedCommand } from '../src/sim/command';
import type { WireCommand } from '../src/sim/command/wire';
import { createWorld } from '../src/sim/createWorld';
import { nextDueAt, step } from '../src/sim/step';
import type { Tick } from '../src/sim/ids';
import { commandsAfter } from '../src/timeline/commands';
import type { Scenario } from '../src/timeline/scenario';
import { inFlight } from './inFlight';
import type { Sought } from './inFlight';
import { smallSettings } from './script';

const P = 'orders-0';
const Q = 'orders-1';
const [ONE, TWO] = ['producer-1', 'producer-2'] as const;

/** What is done to the oldest message of a kind that is then under way. */
interface Handling {
  readonly type: WireCommand['type'];
  readonly sought: Sought;
}

const sought: Sought = { type: 'produceRequest', from: ONE };

/** What is done, in order, and for how many milliseconds the cluster then goes on. */
const DEEDS: readonly (readonly [number, Command | Handling])[] = [
  [10, { type: 'addProducer', rack: 'b' }],
  [10, { type: 'addConsumer', rack: 'c' }],
  [100, { type: 'produce', producer: ONE, partition: P, key: null, value: 'a' }],
  [20, { type: 'produce', producer: ONE, partition: Q, key: null, value: 'w' }],
  [2, { type: 'holdMessage', sought }],
  [2, { type: 'duplicateMessage', sought }],
  [2, { type: 'releaseMessage', sought }],
  [2, { type: 'deliverMessage', sought }],
  [72, { type: 'dropMessage', sought }],
  [300, { type: 'produce', producer: TWO, partition: null, key: 'k', value: 'b' }],
  [200, { type: 'startLoad', producer: TWO, recordsPerSecond: 5 }],
  [900, { type: 'cutPower', broker: 1 }],
  [10_700, { type: 'changeAcks', producer: ONE, acks: 1 }],
  [100, { type: 'startBroker', broker: 1 }],
  [3_000, { type: 'cutLink', from: 'broker-2', to: 'controller', bothWays: true }],
  [2_000, { type: 'cutLink', from: 'broker-1', to: 'broker-3', bothWays: false }],
  [9_000, { type: 'healLink', from: 'broker-1', to: 'broker-3', bothWays: false }],
  [500, { type: 'healAllLinks' }],
  [3_000, { type: 'pauseBroker', broker: 3, forMs: 10_500 }],
  [12_000, { type: 'addBroker', broker: 4, rack: 'a' }],
  [3_000, { type: 'reassignPartitions', targets: [{ partition: P, replicas: [4, 2, 3] }] }],
  [5, { type: 'reassignPartitions', targets: [{ partition: Q, replicas: [4, 1, 2] }] }],
  [2, { type: 'reassignPartitions', targets: [{ partition: Q, replicas: null }] }],
  [2_000, { type: 'slowDisk', broker: 2, msPerRecord: 700 }],
  [2_000, { type: 'stopLoad', producer: TWO }],
  [1_000, { type: 'restartConsumer', consumer: 'consumer-1' }],
  [500, { type: 'changeAutoOffsetReset', consumer: 'consumer-2', value: 'earliest' }],
  [500, { type: 'failLogDirectory', broker: 3, directory: 'd1' }],
  [3_000, { type: 'electLeader', partition: Q, election: 'PREFERRED' }],
  [500, { type: 'shutDownBroker', broker: 4 }],
  [11_000, { type: 'loseInstance', broker: 3 }],
  [500, { type: 'replaceDisks', broker: 4 }],
  [10, { type: 'startBroker', broker: 4 }],
  [10, { type: 'unregisterBroker', broker: 3 }],
  [10, { type: 'changeIdempotence', producer: TWO, value: false }],
  [100, { type: 'changeMinInsyncReplicas', value: 1 }],
  [100, { type: 'changeUncleanLeaderElection', value: true }],
  [100, { type: 'crashBroker', broker: 2 }],
  [
    11_000,
    { type: 'createTopic', topic: 't', partitions: 2, replicationFactor: 1, minInsyncReplicas: 1 },
  ],
  [1_000, { type: 'produce', producer: ONE, partition: null, topic: 't', key: 'k', value: 'c' }],
];

const settings = smallSettings({
  partitions: 2,
  racks: { 1: 'a', 2: 'b', 3: 'c' },
  clientRacks: { 'producer-1': 'a', 'consumer-1': 'b' },
  replicaSelector: 'rackAware',
  logDirectories: 2,
});
const seed = 7;

/** Whatever can be done to a cluster, done once at least, in one run of two minutes. */
export const everyCommand: Scenario = {
  version: 1,
  settings,
  seed,
  commands: stamped(),
  startsAt: 0,
};

/** The tick at which the run is looked at: a while after the last command. */
export const everyCommandEndsAt = (everyCommand.commands.at(-1)?.at ?? 0) + 5_000;

function stamped(): readonly StampedCommand[] {
  let at = 50;
  const commands: StampedCommand[] = [];
  for (const [goesOnMs, deed] of DEEDS) {
    const command =
      'sought' in deed
        ? { type: deed.type, flight: flightBefore(at, deed.sought, commands) }
        : deed;
    commands.push({ at, command });
    at += goesOnMs;
  }
  return commands;
}

function flightBefore(at: Tick, kind: Sought, commands: readonly StampedCommand[]): number {
  let world = createWorld(settings, seed);
  for (;;) {
    const next = commandsAfter(commands, world.now);
    if (Math.min(nextDueAt(world), next[0]?.at ?? at) >= at) return inFlight(world, kind).id;
    world = step(world, next).world;
  }
}
