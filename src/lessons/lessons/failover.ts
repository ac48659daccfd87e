import {
  all,
  everHappened,
  happened,
  inSyncIs,
  isOffline,
  leads,
  nothingLost,
  serves,
  settled,
} from '../facts';
import type { Facts } from '../facts';
import type { Lesson } from '../lesson';
import { crash, crashLeaderOf, produce, start } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';

/** A leader crashes, another is elected, and the first comes back as a follower. */
export const failover: Lesson = {
  id: 'failover',
  scene: sceneOf('failover', {}),
  steps: [
    {
      id: 'danger',
      point: [{ type: 'replica', broker: 1, partition: P }],
      offers: [produce(P)],
      until: all(happened('recordsAcknowledged'), settled),
      claims: [
        { says: 'Broker 1 leads', at: 'start', holds: leads(1, P) },
        { says: 'Every copy has it', at: 'end', holds: all(inSyncIs(P, 1, 2, 3), nothingLost) },
      ],
    },
    {
      id: 'predict',
      predict: {
        choices: [
          { key: 'broker2', spot: { type: 'replica', broker: 2, partition: P } },
          { key: 'broker3', spot: { type: 'replica', broker: 3, partition: P } },
          { key: 'nobody', spot: null },
        ],
        right: ({ world }) => [`broker${world.controller.image.partitions[P]?.leader ?? -1}`],
      },
      offers: [crash(1)],
      until: leads(2, P),
      claims: [
        { says: 'Broker 2 leads now', at: 'end', holds: leads(2, P) },
        { says: 'nine seconds', at: 'end', holds: hasWaitedForHeartbeats },
      ],
    },
    {
      id: 'serves',
      offers: [produce(P)],
      until: all(happened('recordsAcknowledged'), settled),
      claims: [
        { says: 'Two copies are in sync', at: 'start', holds: inSyncIs(P, 2, 3) },
        { says: 'no acknowledged record is lost', at: 'end', holds: nothingLost },
      ],
    },
    {
      id: 'returns',
      offers: [start(1)],
      until: all(inSyncIs(P, 2, 3, 1), serves(1), settled),
      claims: [{ says: 'follower', at: 'end', holds: leads(2, P) }],
    },
  ],
  goals: [
    {
      id: 'crashSafely',
      reached: all(happened('brokerCrashed'), happened('leaderElected'), nothingLost, settled),
      way: [crashLeaderOf(P)],
    },
    {
      id: 'offline',
      reached: isOffline(P),
      way: [crash(1), crash(2), crash(3)],
    },
    {
      id: 'back',
      reached: all(everHappened('partitionWentOffline'), (facts) => !isOffline(P)(facts)),
      way: [start(1), start(2), start(3)],
    },
  ],
  allowAtEnd: [{ type: 'crashBroker' }, { type: 'startBroker' }, { type: 'produce' }],
  terms: ['leader', 'follower', 'inSync', 'epoch', 'fenced'],
  truths: [10, 11, 12, 15, 22, 24],
};

/** From the last heartbeat on (`broker.session.timeout.ms`), and up to a look of the controller. */
function hasWaitedForHeartbeats({ since }: Facts): boolean {
  return since.some((event) => {
    const waitedMs = event.type === 'brokerFenced' ? event.at - event.lastContactAt : 0;
    return waitedMs > 9_000 && waitedMs < 10_200;
  });
}
