import { all, endOf, everHappened, happened, highWatermarkOf, leads, settled } from '../facts';
import type { Lesson } from '../lesson';
import { crashLeaderOf, produce } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';
const R = 'orders-2';

/** Writes go to the leader replica, followers copy it, and by default consumers read there too. */
export const writes: Lesson = {
  id: 'writes',
  scene: sceneOf('writes', { partitions: 3 }),
  steps: [
    {
      id: 'whereTo',
      predict: {
        choices: [1, 2, 3].map((broker) => ({
          key: `broker${broker}`,
          spot: { type: 'replica', broker, partition: R },
        })),
        right: ({ since }) =>
          since.flatMap((event) =>
            event.type === 'recordsAppended' ? [`broker${event.broker}`] : [],
          ),
      },
      offers: [produce(R)],
      until: happened('recordsAppended', { partition: R }),
      claims: [
        { says: 'broker 3, the leader', at: 'end', holds: leads(3, R) },
        {
          says: 'no other replica has it yet',
          at: 'end',
          holds: (facts) => endOf(facts, 3, R) > endOf(facts, 1, R),
        },
      ],
    },
    {
      id: 'howCopied',
      predict: {
        choices: [
          { key: 'pushed', spot: { type: 'replica', broker: 3, partition: R } },
          { key: 'fetched', spot: { type: 'replica', broker: 1, partition: R } },
          { key: 'producer', spot: { type: 'client', client: 'producer-1' } },
        ],
        right: ({ since }) =>
          since.some((event) => event.type === 'recordsReplicated') ? ['fetched'] : [],
      },
      until: all(
        happened('recordsReplicated', { broker: 1 }),
        happened('recordsReplicated', { broker: 2 }),
      ),
      claims: [
        {
          says: 'asked the leader',
          at: 'end',
          holds: (facts) => endOf(facts, 1, R) === endOf(facts, 3, R),
        },
        {
          says: 'does not know yet',
          at: 'end',
          holds: (facts) => highWatermarkOf(facts, 3, R) < endOf(facts, 3, R),
        },
      ],
    },
    {
      id: 'nextFetch',
      point: [{ type: 'replica', broker: 3, partition: R }],
      until: happened('recordsAcknowledged', { partition: R }),
      claims: [
        {
          says: 'The high watermark moved',
          at: 'end',
          holds: (facts) => highWatermarkOf(facts, 3, R) === endOf(facts, 3, R),
        },
      ],
    },
    {
      id: 'reads',
      predict: {
        choices: [1, 2, 3].map((broker) => ({
          key: `broker${broker}`,
          spot: { type: 'replica', broker, partition: R },
        })),
        right: ({ events }) => {
          const read = events.findLast((event) => event.type === 'recordsConsumed');
          return read?.type === 'recordsConsumed' ? [`broker${read.broker}`] : [];
        },
      },
      until: all(everHappened('recordsConsumed', { partition: R }), settled),
      claims: [{ says: 'from the leader', at: 'end', holds: leads(3, R) }],
    },
  ],
  goals: [
    {
      id: 'each',
      reached: all(
        happened('recordsAppended', { broker: 1 }),
        happened('recordsAppended', { broker: 2 }),
      ),
      way: [produce(P), produce('orders-1')],
    },
    {
      id: 'moved',
      reached: happened('recordsAppended', { broker: 1, partition: R }),
      way: [crashLeaderOf(R), produce(R)],
    },
  ],
  allowAtEnd: [{ type: 'produce' }, { type: 'crashBroker' }, { type: 'startBroker' }],
  terms: ['leader', 'follower', 'fetch', 'highWatermark', 'logEnd'],
  truths: [1, 2, 9, 27],
};
