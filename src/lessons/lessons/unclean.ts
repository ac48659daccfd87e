import { all, endOf, happened, inSyncIs, isOffline, leads, nothingLost, settled } from '../facts';
import type { Facts } from '../facts';
import type { Lesson } from '../lesson';
import { changeUncleanLeaderElection, crash, produce, start } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';

/** Unclean election: to be there with a hole, or to wait for those who have everything. */
export const unclean: Lesson = {
  id: 'unclean',
  scene: sceneOf('unclean', { minInsyncReplicas: 1, eligibleLeaderReplicas: false }),
  steps: [
    {
      id: 'behind',
      offers: [crash(3), produce(P)],
      until: all(inSyncIs(P, 1, 2), (facts) => endOf(facts, 3, P) < endOf(facts, 2, P), settled),
      claims: [
        {
          says: 'broker 3 lacks it',
          at: 'end',
          holds: (facts) => endOf(facts, 3, P) < endOf(facts, 1, P),
        },
      ],
    },
    {
      id: 'allGone',
      offers: [crash(2), crash(1)],
      until: all(isOffline(P), settled),
      claims: [{ says: 'nobody may lead', at: 'end', holds: isOffline(P) }],
    },
    {
      id: 'comesBack',
      predict: {
        choices: [
          { key: 'leads', spot: { type: 'replica', broker: 3, partition: P } },
          { key: 'waits', spot: null },
        ],
        right: (facts) => (isOffline(P)(facts) ? ['waits'] : ['leads']),
      },
      offers: [start(3)],
      until: ({ world }) => world.brokers[3]?.lifecycle === 'RUNNING',
      claims: [{ says: 'still offline', at: 'end', holds: all(isOffline(P), nothingLost) }],
    },
    {
      id: 'allowed',
      predict: {
        choices: [
          { key: 'nothing', spot: null },
          { key: 'one', spot: { type: 'replica', broker: 3, partition: P } },
        ],
        right: (facts) => (happened('promiseBroken')(facts) ? ['one'] : ['nothing']),
      },
      offers: [changeUncleanLeaderElection(true)],
      until: all(leads(3, P), happened('promiseBroken')),
      claims: [
        {
          says: 'is lost',
          at: 'end',
          holds: happened('promiseBroken', { by: 'uncleanElection' }),
        },
      ],
    },
  ],
  goals: [
    {
      id: 'cut',
      reached: happened('logTruncated', { broker: 1 }),
      way: [start(1)],
    },
    {
      id: 'clean',
      reached: all(
        ({ world }) => world.controller.image.partitions[P]?.inSync.length === 3,
        isForbidden,
        settled,
      ),
      way: [start(2), changeUncleanLeaderElection(false)],
    },
  ],
  allowAtEnd: [
    { type: 'produce' },
    { type: 'crashBroker' },
    { type: 'startBroker' },
    { type: 'changeUncleanLeaderElection' },
  ],
  terms: ['unclean', 'leader', 'inSync', 'acknowledged'],
  truths: [13, 14],
};

/** The last time that somebody changed it, unclean election was turned off. */
function isForbidden({ events }: Facts): boolean {
  const last = events.findLast((event) => event.type === 'uncleanLeaderElectionChanged');
  return last?.type === 'uncleanLeaderElectionChanged' && !last.to;
}
