import { NO_LEADER, partitionIdsIn } from '../../sim/ids';
import {
  all,
  everHappened,
  happened,
  inSyncIs,
  leaderCounts,
  leads,
  nothingLost,
  settled,
} from '../facts';
import type { Facts, Predicate } from '../facts';
import type { Lesson } from '../lesson';
import { crash, start, startLoad, stopLoad } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';
const Q = 'orders-1';
const R = 'orders-2';

/** Load is shared by leaders: a crash moves it, a restart does not bring it back. */
export const balance: Lesson = {
  id: 'balance',
  scene: sceneOf('balance', { partitions: 3 }),
  steps: [
    {
      id: 'load',
      point: [
        { type: 'replica', broker: 1, partition: P },
        { type: 'replica', broker: 2, partition: Q },
        { type: 'replica', broker: 3, partition: R },
      ],
      offers: [startLoad(1)],
      until: all(...[1, 2, 3].map((broker) => happened('recordsAppended', { broker }))),
      claims: [
        { says: 'leads one', at: 'start', holds: countsAre(1, 1, 1) },
        { says: 'Each broker took writes', at: 'end', holds: countsAre(1, 1, 1) },
      ],
    },
    {
      id: 'crash',
      predict: {
        choices: [
          { key: 'broker2', spot: { type: 'broker', broker: 2 } },
          { key: 'broker3', spot: { type: 'broker', broker: 3 } },
          { key: 'nobody', spot: null },
        ],
        right: busiest,
      },
      offers: [crash(1)],
      until: all(leads(2, P), happened('recordsAcknowledged', { broker: 2, partition: P })),
      claims: [
        { says: 'Broker 2 leads two', at: 'end', holds: countsAre(0, 2, 1) },
        { says: 'nothing is lost', at: 'end', holds: nothingLost },
      ],
    },
    {
      id: 'restart',
      predict: {
        choices: [
          { key: 'nobody', spot: { type: 'broker', broker: 1 } },
          { key: 'broker2', spot: { type: 'broker', broker: 2 } },
          { key: 'broker3', spot: { type: 'broker', broker: 3 } },
        ],
        right: busiest,
      },
      offers: [start(1)],
      until: all(inSyncIs(P, 1, 2, 3), inSyncIs(Q, 1, 2, 3), inSyncIs(R, 1, 2, 3)),
      claims: [
        { says: 'leads nothing', at: 'end', holds: countsAre(0, 2, 1) },
        { says: 'in sync everywhere', at: 'end', holds: inSyncIs(P, 1, 2, 3) },
      ],
    },
    {
      id: 'preferred',
      predict: {
        choices: [
          { key: P, spot: { type: 'replica', broker: 2, partition: P } },
          { key: Q, spot: { type: 'replica', broker: 2, partition: Q } },
          { key: R, spot: { type: 'replica', broker: 3, partition: R } },
        ],
        right: ({ events }) =>
          events.flatMap((event) =>
            event.type === 'leaderElected' && event.by === 'preferred' ? [event.partition] : [],
          ),
      },
      offers: [electPreferred],
      until: leads(1, P),
      claims: [{ says: 'Each broker leads one', at: 'end', holds: countsAre(1, 1, 1) }],
    },
    {
      id: 'whole',
      offers: [stopLoad],
      until: settled,
      claims: [
        { says: 'No acknowledged record is lost', at: 'end', holds: nothingLost },
        {
          says: 'none failed',
          at: 'end',
          holds: (facts) => !everHappened('deliveryFailed')(facts),
        },
      ],
    },
  ],
  goals: [
    {
      id: 'allOnOne',
      reached: (facts) => Object.values(leaderCounts(facts)).includes(3),
      way: [crash(2), crash(3)],
    },
    {
      id: 'even',
      reached: all(happened('brokerStarted'), countsAre(1, 1, 1), settled),
      way: [start(2), start(3), electPreferred, electPreferred],
    },
  ],
  allowAtEnd: [
    { type: 'crashBroker' },
    { type: 'shutDownBroker' },
    { type: 'startBroker' },
    { type: 'electLeader' },
    { type: 'produce' },
    { type: 'startLoad' },
    { type: 'stopLoad' },
  ],
  terms: ['leader', 'follower', 'inSync', 'preferred', 'fenced'],
  truths: [22, 23, 24],
};

/** How many partitions brokers 1, 2 and 3 lead, and all are led. */
function countsAre(...wanted: readonly number[]): Predicate {
  return (facts) => {
    const counts = leaderCounts(facts);
    const areLed = counts[NO_LEADER] === undefined;
    return areLed && wanted.every((count, nth) => (counts[nth + 1] ?? 0) === count);
  };
}

/** Who leads two of the three. */
function busiest(facts: Facts): readonly string[] {
  const counts = leaderCounts(facts);
  const broker = [1, 2, 3].find((each) => counts[each] === 2);
  return [broker === undefined ? 'nobody' : `broker${broker}`];
}

/** The preferred election for a partition that another broker leads. */
function electPreferred({ controller }: Facts['world']) {
  const { partitions } = controller.image;
  const moved = partitionIdsIn(partitions).find(
    (each) => partitions[each]?.leader !== partitions[each]?.replicas[0],
  );
  return { type: 'electLeader', partition: moved ?? P, election: 'PREFERRED' } as const;
}
