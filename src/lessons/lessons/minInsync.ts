import {
  all,
  any,
  endOf,
  type Facts,
  happened,
  inSyncIs,
  isOffline,
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
      reached: wroteAlone,
      way: [changeMinInsyncReplicas(1), crash(2), produce(P)],
    },
    {
      id: 'price',
      reached: all(wroteAlone, isOffline(P)),
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
  truths: [5, 6, 29, 33],
};

/** A write was acknowledged while the leader was alone in sync, and the minimum was 1. */
function wroteAlone({ events }: Facts): boolean {
  let [minimum, inSync] = [2, 3];
  return events.some((event) => {
    if (event.type === 'minInsyncReplicasChanged') minimum = event.to;
    if (event.type === 'inSyncReplicasChanged') inSync = event.to.length;
    return event.type === 'recordsAcknowledged' && minimum === 1 && inSync === 1;
  });
}
