import {
  all,
  any,
  endOf,
  happened,
  inOrder,
  inSyncIs,
  leads,
  nothingLost,
  settled,
} from '../facts';
import type { Lesson } from '../lesson';
import { changeMinInsyncReplicas, crash, produce, start } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';
const refused = any(
  happened('produceRefused', { error: 'NOT_ENOUGH_REPLICAS' }),
  happened('produceRetried', { error: 'NOT_ENOUGH_REPLICAS' }),
);

/** `min.insync.replicas`: writes are refused where too few copies would be made. */
export const minInsync: Lesson = {
  id: 'minInsync',
  scene: sceneOf('minInsync', { minInsyncReplicas: 2 }),
  steps: [
    {
      id: 'oneDown',
      offers: [crash(3)],
      until: all(inSyncIs(P, 1, 2), settled),
      claims: [{ says: 'Two replicas are left', at: 'end', holds: inSyncIs(P, 1, 2) }],
    },
    {
      id: 'stillWrites',
      predict: {
        choices: [
          { key: 'taken', spot: { type: 'replica', broker: 1, partition: P } },
          { key: 'refused', spot: null },
        ],
        right: (facts) => (refused(facts) ? ['refused'] : ['taken']),
      },
      offers: [produce(P)],
      until: any(refused, all(happened('recordsAcknowledged'), settled)),
      claims: [{ says: 'was taken', at: 'end', holds: happened('recordsAcknowledged') }],
    },
    {
      id: 'twoDown',
      offers: [crash(2)],
      until: all(inSyncIs(P, 1), settled),
      claims: [{ says: 'Broker 1 is alone', at: 'end', holds: all(inSyncIs(P, 1), leads(1, P)) }],
    },
    {
      id: 'refuses',
      predict: {
        choices: [
          { key: 'taken', spot: { type: 'replica', broker: 1, partition: P } },
          { key: 'refused', spot: { type: 'client', client: 'producer-1' } },
        ],
        right: (facts) => (refused(facts) ? ['refused'] : ['taken']),
      },
      offers: [produce(P)],
      until: refused,
      claims: [
        {
          says: 'nothing was appended',
          at: 'end',
          holds: (facts) => endOf(facts, 1, P) === 5 && nothingLost(facts),
        },
      ],
    },
    {
      id: 'heals',
      offers: [start(2)],
      until: all(happened('recordsAcknowledged'), settled),
      claims: [{ says: 'went through', at: 'end', holds: inSyncIs(P, 1, 2) }],
    },
  ],
  goals: [
    {
      id: 'alone',
      reached: inOrder(
        (event) => event.type === 'minInsyncReplicasChanged' && event.to === 1,
        (event) => event.type === 'inSyncReplicasChanged' && event.to.length === 1,
        (event) => event.type === 'recordsAcknowledged',
      ),
      way: [changeMinInsyncReplicas(1), crash(2), produce(P)],
    },
    {
      id: 'price',
      reached: ({ world }) => world.controller.image.partitions[P]?.leader === -1,
      way: [crash(1)],
    },
  ],
  allowAtEnd: [
    { type: 'produce' },
    { type: 'crashBroker' },
    { type: 'startBroker' },
    { type: 'changeMinInsyncReplicas' },
  ],
  terms: ['minInsync', 'inSync', 'acknowledged'],
  truths: [5, 6, 33],
};
