import {
  all,
  endOf,
  happened,
  highWatermarkOf,
  inSyncIs,
  leads,
  nothingLost,
  type Predicate,
  settled,
} from '../facts';
import type { Lesson } from '../lesson';
import { changeAcks, crash, crashLeaderOf, produce, slowDisk, start, write } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';
/** Longer than two writes take, and short enough to be waited for. */
const SLOW_MS = 2_000;
/** Longer than the controller takes to notice a crash. */
const SLOW_AT_END_MS = 20_000;

/** A leader returns with a record that nobody else has, and cuts it where the epochs part. */
export const truncation: Lesson = {
  id: 'truncation',
  scene: sceneOf(
    'truncation',
    {},
    {
      prepared: [
        { afterMs: 6_000, command: slowDisk(2, SLOW_MS) },
        { afterMs: 0, command: slowDisk(3, SLOW_MS) },
        { afterMs: 10, command: write(P, 'e') },
        { afterMs: 20, command: write(P, 'f') },
      ],
      opensAfterMs: 20,
    },
  ),
  steps: [
    {
      id: 'alone',
      point: [{ type: 'cell', broker: 1, partition: P, offset: 5 }],
      claims: [
        {
          says: 'offset 5 is on broker 1 only',
          at: 'start',
          holds: (facts) =>
            endOf(facts, 1, P) === 6 && endOf(facts, 2, P) === 5 && endOf(facts, 3, P) === 5,
        },
        {
          says: 'waits for both',
          at: 'start',
          holds: ({ world }) => world.producers['producer-1']?.batches.length === 2,
        },
      ],
    },
    {
      id: 'crash',
      predict: {
        choices: [
          { key: 'producer', spot: { type: 'client', client: 'producer-1' } },
          { key: 'broker3', spot: { type: 'replica', broker: 3, partition: P } },
          { key: 'nobody', spot: null },
        ],
        right: (facts) => (endOf(facts, 2, P) === 6 ? ['producer'] : ['nobody']),
      },
      offers: [crash(1)],
      until: all(leads(2, P), happened('recordsAcknowledged'), settled),
      claims: [
        {
          says: 'sent both again',
          at: 'end',
          holds: all(happened('produceRetried'), happened('duplicateFound', { broker: 2 })),
        },
      ],
    },
    {
      id: 'parted',
      point: [1, 2].map((broker) => ({ type: 'cell', broker, partition: P, offset: 5 })),
      claims: [
        { says: 'Two logs, two records at offset 5', at: 'start', holds: epochsPartAt(5) },
        {
          says: 'the flag of broker 1 is at 4',
          at: 'start',
          holds: (facts) => highWatermarkOf(facts, 1, P) === 4,
        },
      ],
    },
    {
      id: 'returns',
      predict: {
        choices: [
          { key: 'record4', spot: { type: 'cell', broker: 1, partition: P, offset: 4 } },
          { key: 'record5', spot: { type: 'cell', broker: 1, partition: P, offset: 5 } },
          { key: 'none', spot: null },
        ],
        right: ({ since }) => {
          const cut = since.flatMap((event) => (event.type === 'logTruncated' ? [event.to] : []));
          return [cut.length === 0 ? 'none' : `record${Math.min(...cut)}`];
        },
      },
      offers: [start(1)],
      until: all(inSyncIs(P, 2, 3, 1), settled),
      claims: [
        {
          says: 'Offset 5 fell out',
          at: 'end',
          holds: happened('logTruncated', { broker: 1, from: 6, to: 5, because: 'divergence' }),
        },
        { says: 'offset 4 stayed', at: 'end', holds: (facts) => endOf(facts, 1, P) >= 5 },
      ],
    },
    {
      id: 'promised',
      point: [1, 2, 3].map((broker) => ({ type: 'replica', broker, partition: P })),
      offers: [produce(P)],
      until: all(happened('recordsAcknowledged'), settled),
      claims: [
        {
          says: 'All three logs are the same',
          at: 'end',
          holds: (facts) => [2, 3].every((each) => endOf(facts, each, P) === endOf(facts, 1, P)),
        },
        { says: 'nothing acknowledged is lost', at: 'end', holds: nothingLost },
      ],
    },
  ],
  goals: [
    {
      id: 'cutAgain',
      reached: happened('logTruncated'),
      way: [
        slowDisk(3, SLOW_AT_END_MS),
        slowDisk(1, SLOW_AT_END_MS),
        produce(P),
        { when: happened('recordsReplicated'), offer: produce(P) },
        { when: happened('recordsAppended'), offer: crashLeaderOf(P) },
        start(2),
      ],
    },
    {
      id: 'cutPromised',
      reached: happened('promiseBroken', { by: 'acks', acks: 1 }),
      way: [
        changeAcks(1),
        slowDisk(2, SLOW_AT_END_MS),
        produce(P),
        { when: happened('recordsReplicated'), offer: produce(P) },
        { when: happened('recordsAcknowledged'), offer: crashLeaderOf(P) },
      ],
    },
  ],
  allowAtEnd: [
    { type: 'produce' },
    { type: 'changeAcks' },
    { type: 'slowDisk' },
    { type: 'crashBroker' },
    { type: 'startBroker' },
  ],
  terms: ['offset', 'epoch', 'leader', 'follower', 'highWatermark', 'acknowledged'],
  truths: [8, 21, 30, 32],
};

/** Brokers 1 and 2 have records of different epochs at an offset, and the same before it. */
function epochsPartAt(offset: number): Predicate {
  return ({ world }) => {
    const [one, two] = [1, 2].map((broker) => world.brokers[broker]?.replicas[P]?.log.records);
    const differ = (one ?? []).filter(
      (record, nth) => record.leaderEpoch !== two?.[nth]?.leaderEpoch,
    );
    return differ[0]?.offset === offset;
  };
}
