import { type Facts, happened, inOrder, isOffline, not, somethingLost } from '../facts';
import type { Lesson } from '../lesson';
import { crash, loseInstance, produce, replaceDisks, start } from '../offers';
import { sceneOf } from '../sceneOf';

const PARTITIONS = ['orders-0', 'orders-1', 'orders-2'] as const;
const [P, Q] = PARTITIONS;

/** A partition on one broker is at risk: servers fail, disks fail, cloud instances disappear. */
export const why: Lesson = {
  id: 'why',
  scene: sceneOf('why', { partitions: 3, replicationFactor: 1, minInsyncReplicas: 1 }),
  steps: [
    {
      id: 'oneCopy',
      point: [{ type: 'replica', broker: 2, partition: Q }],
      offers: [produce(Q)],
      until: happened('recordsAcknowledged', { partition: Q }),
      claims: [{ says: 'one copy', at: 'end', holds: not(somethingLost) }],
    },
    {
      id: 'predict',
      predict: {
        choices: PARTITIONS.map((partition, nth) => ({
          key: partition,
          spot: { type: 'replica', broker: nth + 1, partition },
        })),
        right: (facts) => PARTITIONS.filter((partition) => isOffline(partition)(facts)),
      },
      offers: [loseInstance(2)],
      until: isOffline(Q),
      claims: [
        { says: 'nobody can lead orders-1', at: 'end', holds: isOffline(Q) },
        { says: 'acknowledged records are lost', at: 'end', holds: somethingLost },
      ],
    },
    {
      id: 'waits',
      offers: [produce(Q)],
      until: happened('deliveryFailed', { partition: Q }),
      claims: [
        { says: 'gives up', at: 'end', holds: happened('deliveryFailed', { partition: Q }) },
      ],
    },
    {
      id: 'others',
      point: [
        { type: 'broker', broker: 1 },
        { type: 'broker', broker: 3 },
      ],
      offers: [produce(P)],
      until: happened('recordsAcknowledged', { partition: P }),
      claims: [{ says: 'orders-0 still takes writes', at: 'end', holds: not(isOffline(P)) }],
    },
  ],
  goals: [
    {
      id: 'crashed',
      reached: cameBack,
      way: [crash(1), start(1)],
    },
    {
      id: 'disk',
      reached: inOrder(
        (event) => event.type === 'disksReplaced',
        (event) => event.type === 'promiseBroken',
      ),
      way: [crash(3), replaceDisks(3), start(3)],
    },
  ],
  allowAtEnd: [
    { type: 'crashBroker' },
    { type: 'startBroker' },
    { type: 'replaceDisks' },
    { type: 'produce' },
  ],
  terms: ['broker', 'partition', 'record', 'acknowledged'],
  truths: [25, 29],
};

/** A broker crashed and leads again, and kept its disks meanwhile. */
function cameBack({ since }: Facts): boolean {
  const down = new Set<number>();
  return since.some((event) => {
    if (event.type === 'brokerCrashed') down.add(event.broker);
    if (event.type === 'disksReplaced') down.delete(event.broker);
    return event.type === 'leaderElected' && down.has(event.leader);
  });
}
