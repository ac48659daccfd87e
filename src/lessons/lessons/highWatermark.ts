import { all, endOf, happened, highWatermarkOf, settled } from '../facts';
import type { Lesson } from '../lesson';
import { produce, slowDisk } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';
const SLOW_MS = 8_000;

/** The high watermark, and why a consumer cannot see the newest record. */
export const highWatermark: Lesson = {
  id: 'highWatermark',
  scene: sceneOf(
    'highWatermark',
    { acks: 1 },
    { prepared: [{ afterMs: 10, command: slowDisk(3, SLOW_MS) }] },
  ),
  steps: [
    {
      id: 'written',
      point: [{ type: 'replica', broker: 1, partition: P }],
      offers: [produce(P)],
      until: all(
        (facts) => [1, 2, 3].every((broker) => endOf(facts, broker, P) === 5),
        happened('recordsAcknowledged'),
      ),
      claims: [
        {
          says: 'All three have offset 4',
          at: 'end',
          holds: all(happened('recordsAcknowledged'), (facts) => endOf(facts, 3, P) === 5),
        },
        {
          says: 'the flag has not moved',
          at: 'end',
          holds: (facts) => highWatermarkOf(facts, 1, P) === 4,
        },
      ],
    },
    {
      id: 'more',
      point: [{ type: 'replica', broker: 3, partition: P }],
      offers: [produce(P)],
      until: all(
        (facts) => endOf(facts, 1, P) === endOf(facts, 2, P),
        (facts) => endOf(facts, 3, P) < endOf(facts, 1, P),
        happened('recordsAcknowledged'),
        ({ world }) => world.flights.every(({ to }) => to !== 'broker-3'),
      ),
      claims: [
        {
          says: 'Brokers 1 and 2 have both records',
          at: 'end',
          holds: (facts) => endOf(facts, 1, P) === 6 && endOf(facts, 2, P) === 6,
        },
        { says: 'broker 3 has the first', at: 'end', holds: (facts) => endOf(facts, 3, P) === 5 },
      ],
    },
    {
      id: 'newest',
      predict: {
        choices: [3, 4, 5].map((offset) => ({
          key: `record${offset}`,
          spot: { type: 'cell', broker: 1, partition: P, offset },
        })),
        right: (facts) => [`record${highWatermarkOf(facts, 1, P) - 1}`],
      },
      until: (facts) => highWatermarkOf(facts, 1, P) < endOf(facts, 1, P),
      claims: [
        { says: 'offset 3', at: 'end', holds: (facts) => highWatermarkOf(facts, 1, P) === 4 },
      ],
    },
    {
      id: 'who',
      predict: {
        choices: [1, 2, 3].map((broker) => ({
          key: `broker${broker}`,
          spot: { type: 'replica', broker, partition: P },
        })),
        right: (facts) =>
          [1, 2, 3]
            .filter((broker) => endOf(facts, broker, P) < endOf(facts, 1, P))
            .map((broker) => `broker${broker}`),
      },
      until: (facts) => endOf(facts, 3, P) < endOf(facts, 1, P),
      claims: [{ says: 'Broker 3', at: 'end', holds: (facts) => endOf(facts, 3, P) === 5 }],
    },
    {
      id: 'moves',
      point: [{ type: 'replica', broker: 1, partition: P }],
      until: happened('recordsConsumed', { lastOffset: 5 }),
      claims: [
        {
          says: 'the consumer read them',
          at: 'end',
          holds: all(
            happened('recordsConsumed', { lastOffset: 5 }),
            (facts) => highWatermarkOf(facts, 1, P) === 6 && endOf(facts, 3, P) === 6,
          ),
        },
      ],
    },
    {
      id: 'later',
      point: [
        { type: 'replica', broker: 2, partition: P },
        { type: 'replica', broker: 3, partition: P },
      ],
      until: all((facts) => highWatermarkOf(facts, 2, P) >= 6, settled),
      claims: [
        {
          says: 'one fetch later',
          at: 'end',
          holds: (facts) => highWatermarkOf(facts, 3, P) === 6,
        },
      ],
    },
  ],
  goals: [
    {
      id: 'unseen',
      reached: (facts) => endOf(facts, 1, P) >= highWatermarkOf(facts, 1, P) + 3,
      way: [
        slowDisk(3, 30_000),
        produce(P),
        { when: happened('recordsAcknowledged'), offer: produce(P) },
        { when: (facts) => endOf(facts, 1, P) >= 8, offer: produce(P) },
      ],
    },
    {
      id: 'seen',
      reached: all(happened('recordsAcknowledged'), settled, (facts) =>
        [1, 2, 3].every((broker) => highWatermarkOf(facts, broker, P) === endOf(facts, 1, P)),
      ),
      way: [slowDisk(3, 0)],
    },
  ],
  allowAtEnd: [{ type: 'produce' }, { type: 'slowDisk' }],
  terms: ['highWatermark', 'offset', 'logEnd', 'inSync', 'committed'],
  truths: [7, 8, 9, 31],
};
