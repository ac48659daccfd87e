import {
  all,
  everHappened,
  type Facts,
  happened,
  inOrder,
  inSyncIs,
  nothingLost,
  type Predicate,
  settled,
} from '../facts';
import type { Lesson, Prediction } from '../lesson';
import { crash, failLogDirectory, loseInstance, produce, replaceDisks, start } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';

/** What broker 3 has to fetch when it is back: its whole log, or only what it missed. */
const FETCHES: Prediction = {
  choices: [
    { key: 'everything', spot: { type: 'cell', broker: 3, partition: P, offset: 0 } },
    { key: 'missed', spot: null },
  ],
  right: (facts) => (foundAtStart(facts) === 0 ? ['everything'] : ['missed']),
};

/** Broker 3 was started, has copied something, and is in sync again. */
const isBack = all(
  inOrder(
    (event) => event.type === 'brokerStarted' && event.broker === 3,
    (event) => event.type === 'recordsReplicated' && event.broker === 3,
  ),
  inSyncIs(P, 1, 2, 3),
  settled,
);

/** A crash keeps the log, a dead disk loses it, and nobody replaces a machine that is gone. */
export const threeWays: Lesson = {
  id: 'threeWays',
  scene: sceneOf('threeWays', { brokers: 4, logDirectories: 1 }),
  steps: [
    {
      id: 'three',
      point: [{ type: 'broker', broker: 3 }],
      claims: [{ says: 'Three copies', at: 'start', holds: inSyncIs(P, 1, 2, 3) }],
    },
    {
      id: 'crash',
      predict: {
        choices: [
          { key: 'newest', spot: { type: 'cell', broker: 3, partition: P, offset: 3 } },
          { key: 'older', spot: { type: 'cell', broker: 3, partition: P, offset: 2 } },
          { key: 'none', spot: null },
        ],
        right: (facts) => [kept(foundAtStart(facts))],
      },
      offers: [crash(3), produce(P), start(3)],
      until: isBack,
      claims: [
        {
          says: 'still had offsets 0 to 3',
          at: 'end',
          holds: (facts) => foundAtStart(facts) === 4,
        },
      ],
    },
    {
      id: 'disk',
      predict: FETCHES,
      offers: [failLogDirectory(3, 'd1'), replaceDisks(3), start(3)],
      until: isBack,
      claims: [
        {
          says: 'began at offset 0',
          at: 'end',
          holds: all(
            happened('brokerStarted', { broker: 3, disks: 'empty' }),
            (facts) => foundAtStart(facts) === 0,
          ),
        },
        { says: 'nothing is lost', at: 'end', holds: nothingLost },
      ],
    },
    {
      id: 'gone',
      predict: {
        choices: [
          { key: 'broker4', spot: { type: 'broker', broker: 4 } },
          { key: 'controller', spot: { type: 'controller' } },
          { key: 'nobody', spot: null },
        ],
        right: ({ world }) =>
          world.brokers[4]?.replicas[P] === undefined ? ['nobody'] : ['broker4'],
      },
      offers: [loseInstance(3)],
      until: all(inSyncIs(P, 1, 2), settled),
      claims: [
        {
          says: 'Broker 3 is still on the list of replicas',
          at: 'end',
          holds: ({ world }) => world.controller.image.partitions[P]?.replicas.includes(3) === true,
        },
      ],
    },
    {
      id: 'replaced',
      predict: FETCHES,
      offers: [start(3)],
      until: isBack,
      claims: [
        { says: 'empty', at: 'end', holds: happened('brokerStarted', { disks: 'empty' }) },
        { says: 'no record is lost', at: 'end', holds: nothingLost },
      ],
    },
  ],
  goals: [
    {
      id: 'crashAll',
      reached: all(
        everHappened('partitionWentOffline'),
        hasKeptAllSince('partitionWentOffline'),
        inSyncHas(3),
        settled,
      ),
      way: [crash(1), crash(2), crash(3), start(1), start(2), start(3)],
    },
    {
      id: 'loseTwo',
      reached: all(
        ({ world }) =>
          Object.values(world.brokers).filter((broker) => broker?.machine === 'gone').length === 2,
        inSyncHas(1),
        hasKeptAllSince('instanceLost'),
        settled,
      ),
      way: [loseInstance(1), loseInstance(2)],
    },
    { id: 'loseAll', reached: happened('promiseBroken'), way: [loseInstance(3)] },
  ],
  allowAtEnd: [
    { type: 'crashBroker' },
    { type: 'startBroker' },
    { type: 'loseInstance' },
    { type: 'replaceDisks' },
    { type: 'produce' },
  ],
  terms: ['factor', 'follower', 'inSync', 'fetch', 'offset'],
  truths: [24, 25, 26],
};

/** Where the log of broker 3 ended when it was last started: there its first fetch began. */
function foundAtStart({ since }: Facts): number {
  const startedAt = since.findLastIndex(
    (event) => event.type === 'brokerStarted' && event.broker === 3,
  );
  const [first = -1] = since
    .slice(startedAt)
    .flatMap((event) =>
      event.type === 'recordsReplicated' && event.broker === 3 ? [event.baseOffset] : [],
    );
  return first;
}

function kept(end: number): string {
  if (end === 0) return 'none';
  return end < 4 ? 'older' : 'newest';
}

function inSyncHas(count: number): Predicate {
  return ({ world }) => world.controller.image.partitions[P]?.inSync.length === count;
}

function hasKeptAllSince(type: 'partitionWentOffline' | 'instanceLost'): Predicate {
  return ({ events }) =>
    !events
      .slice(events.findLastIndex((event) => event.type === type))
      .some((event) => event.type === 'promiseBroken');
}
