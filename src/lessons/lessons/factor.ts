import { NO_LEADER } from '../../sim/ids';
import {
  all,
  endOf,
  happened,
  inSyncIs,
  isOffline,
  leaderCounts,
  leads,
  nothingLost,
  settled,
} from '../facts';
import type { Facts } from '../facts';
import type { Lesson } from '../lesson';
import { crash, createTopic, produce, reassign, start } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';
const BROKERS = [1, 2, 3, 4];

/** Three copies of each partition: where they lie, and how many brokers may be lost. */
export const factor: Lesson = {
  id: 'factor',
  scene: sceneOf('factor', { brokers: 4, replicationFactor: 1, minInsyncReplicas: 1 }),
  steps: [
    {
      id: 'grow',
      point: [{ type: 'replica', broker: 1, partition: P }],
      offers: [reassign(P, 1, 2, 3)],
      until: all(inSyncIs(P, 1, 2, 3), settled),
      claims: [
        { says: 'one copy, on broker 1', at: 'start', holds: inSyncIs(P, 1) },
        { says: 'Brokers 2 and 3 fetched', at: 'end', holds: copiesAre(P, 1, 2, 3) },
        { says: 'broker 1, the leader', at: 'end', holds: leads(1, P) },
      ],
    },
    {
      id: 'without',
      predict: {
        choices: BROKERS.map((broker) => ({
          key: `broker${broker}`,
          spot: { type: 'broker', broker },
        })),
        right: (facts) =>
          BROKERS.filter((broker) => endOf(facts, broker, P) < endOf(facts, 1, P)).map(
            (broker) => `broker${broker}`,
          ),
      },
      offers: [produce(P)],
      until: all(happened('recordsAcknowledged'), settled),
      claims: [
        { says: 'three copies, on brokers 1, 2 and 3', at: 'end', holds: copiesAre(P, 1, 2, 3) },
      ],
    },
    {
      id: 'spread',
      predict: {
        choices: [
          { key: 'first', spot: { type: 'broker', broker: 1 } },
          { key: 'empty', spot: { type: 'broker', broker: 4 } },
          { key: 'each', spot: null },
        ],
        right: ledIn,
      },
      offers: [createTopic('bills', 4, 3)],
      until: all(happened('topicCreated'), settled),
      claims: [
        {
          says: 'Each broker leads one partition of bills',
          at: 'end',
          holds: (facts) => ledIn(facts).includes('each'),
        },
      ],
    },
    {
      id: 'twoGone',
      predict: {
        choices: [
          { key: 'broker3', spot: { type: 'replica', broker: 3, partition: P } },
          { key: 'broker4', spot: { type: 'broker', broker: 4 } },
          { key: 'nobody', spot: null },
        ],
        right: ({ world }) => {
          const leader = world.controller.image.partitions[P]?.leader ?? -1;
          return [leader === -1 ? 'nobody' : `broker${leader}`];
        },
      },
      offers: [crash(1), crash(2)],
      until: all(leads(3, P), settled),
      claims: [
        { says: 'Broker 3 leads', at: 'end', holds: leads(3, P) },
        { says: 'no record is lost', at: 'end', holds: nothingLost },
        {
          says: 'Every partition still has a leader',
          at: 'end',
          holds: (facts) => leaderCounts(facts)[NO_LEADER] === undefined,
        },
      ],
    },
    {
      id: 'gap',
      predict: {
        choices: [
          { key: 'alone', spot: { type: 'replica', broker: 3, partition: P } },
          { key: 'replaced', spot: { type: 'broker', broker: 4 } },
          { key: 'refused', spot: null },
        ],
        right: (facts) =>
          !happened('recordsAcknowledged')(facts)
            ? ['refused']
            : endOf(facts, 4, P) >= 0
              ? ['replaced']
              : ['alone'],
      },
      offers: [produce(P)],
      until: all(happened('recordsAcknowledged'), settled),
      claims: [
        { says: 'broker 3 alone', at: 'end', holds: inSyncIs(P, 3) },
        { says: 'Broker 4', at: 'end', holds: (facts) => endOf(facts, 4, P) === -1 },
      ],
    },
  ],
  goals: [
    {
      id: 'whole',
      reached: all(
        ({ world }) => world.controller.image.partitions[P]?.inSync.length === 3,
        settled,
      ),
      way: [start(1), start(2)],
    },
    {
      id: 'offline',
      reached: isOffline(P),
      way: [crash(1), crash(2), crash(3)],
    },
  ],
  allowAtEnd: [
    { type: 'crashBroker' },
    { type: 'startBroker' },
    { type: 'reassignPartitions' },
    { type: 'produce' },
  ],
  terms: ['broker', 'partition', 'replica', 'factor', 'leader', 'follower', 'inSync'],
  truths: [6, 25],
};

/** These brokers, and no others, have a copy of all that the leader has. */
function copiesAre(partition: `${string}-${number}`, ...brokers: readonly number[]) {
  return (facts: Facts) =>
    BROKERS.every(
      (broker) =>
        endOf(facts, broker, partition) ===
        (brokers.includes(broker) ? endOf(facts, brokers[0] ?? -1, partition) : -1),
    );
}

/** Who leads the partitions of the new topic. */
function ledIn(facts: Facts): readonly string[] {
  const counts = leaderCounts(facts, 'bills');
  if (BROKERS.every((broker) => counts[broker] === 1)) return ['each'];
  return counts[1] === 4 ? ['first'] : ['empty'];
}
