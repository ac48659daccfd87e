import type { AdviceId } from '../sim/advice';
import type { BrokerId, PartitionId } from '../sim/ids';
import { crash, loseInstance, shutDown, start, write } from './offers';
import type { Scene } from './scene';
import { type Prepared, sceneOf } from './sceneOf';

const P: PartitionId = 'orders-0';

/** One prepared run for each advice: what happens to those who do not take it. */
export const ADVICE_SCENES: { readonly [id in AdviceId]: () => Scene } = {
  factorIsMinimum: () =>
    sceneOf(
      'factorIsMinimum',
      { minInsyncReplicas: 3 },
      {
        plays: [
          { afterMs: 100, command: crash(3) },
          { afterMs: 10_900, command: write(P) },
          { afterMs: 3_000, command: start(3) },
        ],
      },
    ),
  acksIgnoreMinimum: () =>
    sceneOf(
      'acksIgnoreMinimum',
      { acks: 1 },
      {
        prepared: [
          { afterMs: 1_000, command: shutDown(2) },
          { afterMs: 2_000, command: shutDown(3) },
        ],
        plays: [
          { afterMs: 100, command: write(P) },
          { afterMs: 500, command: crash(1) },
          { afterMs: 11_400, command: start(3) },
        ],
      },
    ),
  factorTwo: () =>
    sceneOf(
      'factorTwo',
      { brokers: 2, replicationFactor: 2, minInsyncReplicas: 1 },
      {
        plays: [
          { afterMs: 100, command: crash(1) },
          { afterMs: 11_900, command: write(P) },
          { afterMs: 2_000, command: loseInstance(2) },
          { afterMs: 2_000, command: start(1) },
        ],
      },
    ),
  oneRack: () =>
    sceneOf(
      'oneRack',
      { racks: { 1: 'a', 2: 'a', 3: 'a' } },
      {
        // What is there is on the disks by then: a machine writes what is 30 s old.
        opensAfterMs: 34_000,
        plays: [
          { afterMs: 100, command: write(P) },
          { ...powerCut(1), afterMs: 1_900 },
          powerCut(2),
          powerCut(3),
        ],
      },
    ),
  uncleanElection: () =>
    sceneOf(
      'uncleanElection',
      { uncleanLeaderElection: true },
      {
        prepared: [{ afterMs: 1_000, command: crash(3) }],
        plays: [
          { afterMs: 100, command: write(P) },
          { afterMs: 900, command: crash(1) },
          { afterMs: 0, command: crash(2) },
          { afterMs: 13_000, command: start(3) },
          { afterMs: 6_000, command: start(1) },
        ],
      },
    ),
};

function powerCut(broker: BrokerId): Prepared {
  return { afterMs: 0, command: { type: 'cutPower', broker } };
}
