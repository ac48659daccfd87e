import { all, happened, inSyncIs, leads, nothingLost, settled } from '../facts';
import type { Facts } from '../facts';
import type { Lesson } from '../lesson';
import { crash, produce, start } from '../offers';
import { sceneOf } from '../sceneOf';

const PARTITIONS = ['orders-0', 'orders-1', 'orders-2'] as const;
const [P, Q, R] = PARTITIONS;

/** One of the brokers is gone, the others serve all partitions. */
export const brokerDown: Lesson = {
  id: 'brokerDown',
  scene: sceneOf('brokerDown', { partitions: 3 }),
  steps: [
    {
      id: 'shared',
      point: [
        { type: 'replica', broker: 1, partition: P },
        { type: 'replica', broker: 2, partition: Q },
        { type: 'replica', broker: 3, partition: R },
      ],
      offers: [produce(Q)],
      until: all(happened('recordsAcknowledged', { partition: Q }), settled),
      claims: [
        {
          says: 'Each broker leads one',
          at: 'start',
          holds: all(leads(1, P), leads(2, Q), leads(3, R)),
        },
        { says: 'three copies', at: 'end', holds: inSyncIs(Q, 2, 3, 1) },
      ],
    },
    {
      id: 'whichMoves',
      predict: {
        choices: PARTITIONS.map((partition, nth) => ({
          key: partition,
          spot: { type: 'replica', broker: nth + 1, partition },
        })),
        right: movedIn,
      },
      offers: [crash(2)],
      until: leads(3, Q),
      claims: [
        { says: 'Only orders-1 moved', at: 'end', holds: all(leads(1, P), leads(3, R)) },
        { says: 'to broker 3', at: 'end', holds: leads(3, Q) },
      ],
    },
    {
      id: 'allServe',
      predict: {
        choices: [
          { key: 'broker1', spot: { type: 'replica', broker: 1, partition: Q } },
          { key: 'broker3', spot: { type: 'replica', broker: 3, partition: Q } },
          { key: 'refused', spot: null },
        ],
        right: ({ since }) =>
          since.flatMap((event) =>
            event.type === 'recordsAcknowledged' ? [`broker${event.broker}`] : [],
          ),
      },
      offers: [produce(Q)],
      until: all(happened('recordsAcknowledged', { partition: Q }), settled),
      claims: [{ says: 'two copies', at: 'end', holds: all(inSyncIs(Q, 3, 1), nothingLost) }],
    },
    {
      id: 'back',
      offers: [start(2)],
      until: all(inSyncIs(Q, 3, 1, 2), settled),
      claims: [{ says: 'broker 3 still leads', at: 'end', holds: leads(3, Q) }],
    },
  ],
  goals: [
    {
      id: 'oneServes',
      reached: all(
        ({ world }) => world.controller.image.partitions[P]?.inSync.length === 1,
        nothingLost,
      ),
      way: [crash(2), crash(1)],
    },
    {
      id: 'whole',
      reached: all(
        ({ world }) =>
          PARTITIONS.every((each) => world.controller.image.partitions[each]?.inSync.length === 3),
        happened('brokerCrashed'),
      ),
      way: [start(1), start(2)],
    },
  ],
  allowAtEnd: [{ type: 'crashBroker' }, { type: 'startBroker' }, { type: 'produce' }],
  terms: ['broker', 'partition', 'leader', 'follower', 'inSync'],
  truths: [10, 14, 22],
};

/** Partitions whose leader was broker 2 and is another one now. */
function movedIn({ since }: Facts): readonly string[] {
  return since.flatMap((event) => (event.type === 'leaderElected' ? [event.partition] : []));
}
