import type { PartitionId } from '../sim/ids';
import type { FigureId } from './loadScene';
import { crash, write } from './offers';
import type { Hidden, Scene } from './scene';
import { type Prepared, sceneOf } from './sceneOf';

const PARTITIONS: readonly PartitionId[] = ['orders-0', 'orders-1', 'orders-2'];
const ALL: readonly Hidden[] = ['controller', 'producers', 'consumers'];
const producer = 'producer-1';
const toEach = PARTITIONS.map((partition) => produced(partition));

/** The figures of the notes, in their order: one picture each, at rest and ready to play. */
export const FIGURES: { readonly [id in FigureId]: () => Scene } = {
  partitions: () =>
    sceneOf(
      'partitions',
      { partitions: 3, replicationFactor: 1, minInsyncReplicas: 1 },
      { hides: ALL, plays: toEach },
    ),
  copies: () => sceneOf('copies', { partitions: 3 }, { hides: ALL, plays: toEach }),
  leaders: () =>
    sceneOf(
      'leaders',
      { partitions: 3 },
      {
        hides: ALL,
        plays: [
          { afterMs: 100, command: { type: 'startLoad', producer, recordsPerSecond: 3 } },
          { afterMs: 3_000, command: { type: 'stopLoad', producer } },
        ],
      },
    ),
  newLeader: () =>
    sceneOf(
      'newLeader',
      {},
      { hides: ['producers', 'consumers'], plays: [{ afterMs: 100, command: crash(1) }] },
    ),
  oneDown: () =>
    sceneOf(
      'oneDown',
      { partitions: 3 },
      {
        hides: ['controller'],
        prepared: [{ afterMs: 100, command: crash(2) }],
        plays: toEach,
      },
    ),
  replicas: () => sceneOf('replicas', {}, { hides: ALL, plays: [produced('orders-0')] }),
  produce: () =>
    sceneOf(
      'produce',
      {},
      { hides: ['controller', 'consumers'], plays: [produced('orders-0'), produced('orders-0')] },
    ),
  fetch: () =>
    sceneOf('fetch', {}, { hides: ALL, plays: [produced('orders-0'), produced('orders-0')] }),
  nearest: () =>
    sceneOf(
      'nearest',
      {
        consumers: 3,
        replicaSelector: 'rackAware',
        racks: { 1: 'asia', 2: 'eu', 3: 'us' },
        clientRacks: {
          'producer-1': 'asia',
          'consumer-1': 'asia',
          'consumer-2': 'eu',
          'consumer-3': 'us',
        },
      },
      { hides: ['controller', 'producers'], plays: [produced('orders-0')] },
    ),
};

function produced(partition: PartitionId): Prepared {
  return { afterMs: 100, command: write(partition) };
}
