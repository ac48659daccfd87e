import type { Event } from '../src/sim/event';
import type { PartitionId } from '../src/sim/ids';

const partition: PartitionId = 'orders-0';
const broker = 2;
const lost = { type: 'unflushedRecordsLost', broker, partition } as const;
const directory = { type: 'logDirectoryFailed', broker, directory: 'd1' } as const;
const stopped = { type: 'brokerStopped', broker, brokerEpoch: 2 } as const;
const began = { type: 'brokerStarted', broker, incarnation: 2 } as const;
const broken = {
  type: 'promiseBroken',
  partition,
  recordIds: [4],
  values: ['d'],
  leader: 2,
} as const;

/** What befalls brokers, in every kind that is told differently. */
export const failureSamples: readonly Event[] = [
  { type: 'powerLost', broker, leads: 0 },
  { type: 'powerLost', broker, leads: 2 },
  { ...lost, from: 6, to: 4, recordIds: [4, 5], values: ['d', 'e'] },
  { ...lost, from: 6, to: 5, recordIds: [5], values: ['e'] },
  { type: 'instanceLost', broker, leads: 1 },
  { type: 'disksReplaced', broker, replicas: 0 },
  { type: 'disksReplaced', broker, replicas: 3 },
  { type: 'diskSlowed', broker, from: 0, msPerRecord: 20_000 },
  { type: 'diskSlowed', broker, from: 20_000, msPerRecord: 0 },
  { ...directory, partitions: [partition], left: 1 },
  { ...directory, partitions: [], left: 0 },
  { type: 'logDirectoriesOffline', broker, directories: ['d1'], partitions: [partition] },
  { type: 'logDirectoriesOffline', broker, directories: ['d1', 'd2'], partitions: [] },
  { type: 'shutdownBegan', broker, leads: 0, because: 'told' },
  { type: 'shutdownBegan', broker, leads: 2, because: 'told' },
  { type: 'shutdownBegan', broker, leads: 2, because: 'directoryFailureUntold' },
  { type: 'controlledShutdownEntered', broker, moved: 2, stuck: [] },
  { type: 'controlledShutdownEntered', broker, moved: 0, stuck: [partition] },
  { ...stopped, because: 'allowed' },
  { ...stopped, because: 'timeout' },
  { ...stopped, brokerEpoch: -1, because: 'notServing' },
  {
    type: 'brokerFenced',
    broker,
    brokerEpoch: 7,
    lastContactAt: 9_000,
    at: 9_000,
    because: 'stops',
  },
  { type: 'brokerCrashed', broker, leads: 1, because: 'lastDirectoryFailed' },
  { ...began, disks: 'clean', machine: 'on' },
  { ...began, disks: 'unclean', machine: 'off' },
  { ...began, disks: 'empty', machine: 'on' },
  { ...began, disks: 'empty', machine: 'gone' },
  { ...broken, acks: 1, leaderEpoch: 3, by: 'acks' },
  { ...broken, acks: 0, leaderEpoch: 3, by: 'acks' },
  { ...broken, acks: 'all', leaderEpoch: 3, by: 'dataLoss' },
  { ...broken, acks: 'all', leaderEpoch: 3, by: 'uncleanElection' },
];
