import type { Command } from '../../sim/command';
import type { AdviceId } from '../../sim/advice';
import type { BrokerId } from '../../sim/ids';
import { crash, start } from '../offers';
import { type AdviceScene, adviceScene } from './adviceScene';

/** One prepared run for each advice: what happens to those who do not take it. */
export const ADVICE_SCENES: Readonly<Record<AdviceId, AdviceScene>> = {
  factorIsMinimum: adviceScene(
    'Three replicas, and min.insync.replicas is 3. One broker crashes: watch the next write.',
    { minInsyncReplicas: 3 },
    2_000,
    [
      [10, produce('a')],
      [2_100, crash(3)],
      [13_000, produce('b')],
      [16_000, start(3)],
    ],
  ),
  acksIgnoreMinimum: adviceScene(
    'Two of three brokers are stopped for maintenance, and min.insync.replicas is 2. ' +
      'Watch what becomes of a write with acks=1.',
    { acks: 1 },
    8_000,
    [
      [10, produce('a')],
      [2_000, { type: 'shutDownBroker', broker: 2 }],
      [4_000, { type: 'shutDownBroker', broker: 3 }],
      [8_100, produce('b')],
      [8_600, crash(1)],
      [20_000, start(3)],
    ],
  ),
  factorTwo: adviceScene(
    'Two replicas. One broker crashes, writes go on; then the other one is lost. ' +
      'Watch the last record.',
    { brokers: 2, replicationFactor: 2, minInsyncReplicas: 1 },
    2_000,
    [
      [10, produce('a')],
      [2_100, crash(1)],
      [14_000, produce('b')],
      [16_000, { type: 'loseInstance', broker: 2 }],
      [18_000, start(1)],
    ],
  ),
  oneRack: adviceScene(
    'All three replicas are in one rack, and the rack loses its power. Watch the last record.',
    { racks: { 1: 'a', 2: 'a', 3: 'a' } },
    // The first record is on the disks by then: the machine writes what is 30 s old.
    34_000,
    [
      [10, produce('a')],
      [34_100, produce('b')],
      [36_000, cutPower(1)],
      [36_000, cutPower(2)],
      [36_000, cutPower(3)],
    ],
  ),
  uncleanElection: adviceScene(
    'Unclean election is on, and broker 3 has missed a record. ' +
      'Watch what happens when it is the first to come back.',
    { uncleanLeaderElection: true },
    14_000,
    [
      [10, produce('a')],
      [2_000, crash(3)],
      [14_100, produce('b')],
      [15_000, crash(1)],
      [15_000, crash(2)],
      [28_000, start(3)],
      [34_000, start(1)],
    ],
  ),
};

function produce(value: string): Command {
  return { type: 'produce', producer: 'producer-1', partition: 'orders-0', key: null, value };
}

function cutPower(broker: BrokerId): Command {
  return { type: 'cutPower', broker };
}
