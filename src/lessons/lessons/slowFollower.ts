import {
  all,
  endOf,
  everHappened,
  type Facts,
  happened,
  highWatermarkOf,
  inSyncIs,
  not,
  nothingLost,
  type Predicate,
  serves,
  settled,
} from '../facts';
import type { Lesson } from '../lesson';
import { produce, slowDisk } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';
/** Longer than `replica.lag.time.max.ms` and the leader's check, every half of it, together. */
const SLOW_MS = 60_000;

const isProposed = everHappened('inSyncChangeProposed', { change: 'shrink' });
const isDropped = everHappened('inSyncReplicasChanged', { to: [1, 2] });

/** A follower that lives but lags: all wait for it, until leader and controller let it go. */
export const slowFollower: Lesson = {
  id: 'slowFollower',
  scene: sceneOf(
    'slowFollower',
    {},
    { prepared: [{ afterMs: 10, command: slowDisk(3, SLOW_MS) }] },
  ),
  steps: [
    {
      id: 'slow',
      point: [{ type: 'broker', broker: 3 }],
      offers: [produce(P)],
      until: all(happened('recordsReplicated', { broker: 3 }), hasToldAll(2)),
      claims: [
        { says: 'Broker 3 lives', at: 'start', holds: all(serves(3), inSyncIs(P, 1, 2, 3)) },
        {
          says: 'All three have offset 4',
          at: 'end',
          holds: (facts) => [1, 2, 3].every((broker) => endOf(facts, broker, P) === 5),
        },
        {
          says: 'broker 3 has not said so',
          at: 'end',
          holds: not(happened('followerCounted', { follower: 3, logEndOffset: 5 })),
        },
      ],
    },
    {
      id: 'waits',
      predict: {
        choices: [2, 3].map((broker) => ({
          key: `broker${broker}`,
          spot: { type: 'replica', broker, partition: P },
        })),
        right: (facts) => [2, 3].filter((each) => lags(each, facts)).map((each) => `broker${each}`),
      },
      offers: [produce(P)],
      until: all(happened('recordsAppended'), hasToldAll(2), (facts) => lags(3, facts)),
      claims: [
        {
          says: 'the flag stands at 4',
          at: 'end',
          holds: (facts) => highWatermarkOf(facts, 1, P) === 4,
        },
        { says: 'no answer', at: 'end', holds: not(everHappened('recordsAcknowledged')) },
      ],
    },
    {
      id: 'proposes',
      predict: {
        choices: [
          { key: 'broker1', spot: { type: 'replica', broker: 1, partition: P } },
          { key: 'broker3', spot: { type: 'replica', broker: 3, partition: P } },
          { key: 'controller', spot: { type: 'controller' } },
        ],
        right: ({ events }) =>
          events.flatMap((event) =>
            event.type === 'inSyncChangeProposed' && event.change === 'shrink'
              ? [`broker${event.broker}`]
              : [],
          ),
      },
      until: isProposed,
      claims: [
        {
          says: 'Broker 1, the leader',
          at: 'end',
          holds: everHappened('inSyncChangeProposed', { broker: 1, to: [1, 2] }),
        },
        {
          says: 'Nothing has moved yet',
          at: 'end',
          holds: all(inSyncIs(P, 1, 2, 3), (facts) => highWatermarkOf(facts, 1, P) === 4),
        },
      ],
    },
    {
      id: 'moves',
      predict: {
        choices: [3, 4, 5].map((offset) => ({
          key: `record${offset}`,
          spot: { type: 'cell', broker: 1, partition: P, offset },
        })),
        right: (facts) => [`record${Math.min(5, highWatermarkOf(facts, 1, P) - 1)}`],
      },
      until: all(isDropped, (facts) => highWatermarkOf(facts, 1, P) >= 6),
      claims: [
        { says: 'sent again', at: 'start', holds: everHappened('produceRetried') },
        { says: 'Broker 3 is out', at: 'end', holds: inSyncIs(P, 1, 2) },
        { says: 'up to offset 5', at: 'end', holds: (facts) => highWatermarkOf(facts, 1, P) === 6 },
      ],
    },
    {
      id: 'returns',
      point: [{ type: 'broker', broker: 3 }],
      offers: [slowDisk(3, 0)],
      until: all(inSyncIs(P, 1, 2, 3), settled),
      claims: [
        {
          says: 'proposed by the leader',
          at: 'end',
          holds: everHappened('inSyncChangeProposed', { broker: 1, change: 'expand' }),
        },
        { says: 'no record is lost', at: 'end', holds: nothingLost },
      ],
    },
  ],
  goals: [
    {
      id: 'alone',
      reached: inSyncIs(P, 1),
      way: [slowDisk(2, SLOW_MS), slowDisk(3, SLOW_MS), produce(P)],
    },
    {
      id: 'together',
      reached: all(happened('inSyncReplicasChanged'), inSyncIs(P, 1, 2, 3), nothingLost, settled),
      way: [slowDisk(2, 0), slowDisk(3, 0)],
    },
  ],
  allowAtEnd: [{ type: 'produce' }, { type: 'slowDisk' }],
  terms: ['follower', 'inSync', 'highWatermark', 'fetch', 'offset', 'lagTime'],
  truths: [15, 16, 17, 18, 19, 20, 28],
};

/** A follower lacks something that its leader has. */
function lags(broker: number, facts: Facts): boolean {
  return endOf(facts, broker, P) < endOf(facts, 1, P);
}

/** The leader knows that a follower has all that it has itself. */
function hasToldAll(broker: number): Predicate {
  return (facts) => {
    const role = facts.world.brokers[1]?.replicas[P]?.role;
    const known = role?.type === 'leader' ? role.followers[broker]?.logEndOffset : -1;
    return known === endOf(facts, 1, P);
  };
}
