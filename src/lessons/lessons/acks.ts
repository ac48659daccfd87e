import {
  all,
  endOf,
  type Facts,
  happened,
  highWatermarkOf,
  leads,
  lostIs,
  settled,
} from '../facts';
import type { Lesson } from '../lesson';
import { changeAcks, crash, crashLeaderOf, produce, slowDisk, start } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';
/** Longer than the controller takes to notice a crash, shorter than `replica.lag.time.max.ms`. */
const SLOW_MS = 20_000;

/** What a producer is promised with acks 0, 1 and all, and what each promise is worth. */
export const acks: Lesson = {
  id: 'acks',
  scene: sceneOf(
    'acks',
    { acks: 0 },
    { prepared: [2, 3].map((broker) => ({ afterMs: 10, command: slowDisk(broker, SLOW_MS) })) },
  ),
  steps: [
    {
      id: 'zero',
      point: [{ type: 'client', client: 'producer-1' }],
      offers: [produce(P)],
      until: happened('recordsAcknowledged', { acks: 0 }),
      claims: [
        { says: 'counts it as written', at: 'end', holds: (facts) => endOf(facts, 1, P) === 4 },
      ],
    },
    {
      id: 'one',
      point: [{ type: 'replica', broker: 1, partition: P }],
      offers: [changeAcks(1), produce(P)],
      until: all(happened('recordsAcknowledged', { acks: 1 }), (facts) =>
        [2, 3].every((broker) => endOf(facts, broker, P) === endOf(facts, 1, P)),
      ),
      claims: [
        {
          says: 'nobody waits for the others',
          at: 'end',
          holds: (facts) => highWatermarkOf(facts, 1, P) < endOf(facts, 1, P),
        },
      ],
    },
    {
      id: 'ahead',
      point: [{ type: 'replica', broker: 1, partition: P }],
      offers: [produce(P)],
      until: all(
        happened('recordsAcknowledged', { acks: 1 }),
        (facts) => endOf(facts, 1, P) > Math.max(endOf(facts, 2, P), endOf(facts, 3, P)),
        ({ world }) => world.flights.every(({ message }) => message.type !== 'fetchResponse'),
      ),
      claims: [
        {
          says: 'broker 1 alone',
          at: 'end',
          holds: (facts) => endOf(facts, 1, P) > Math.max(endOf(facts, 2, P), endOf(facts, 3, P)),
        },
      ],
    },
    {
      id: 'crashAfterOne',
      predict: {
        choices: [
          { key: 'kept', spot: { type: 'replica', broker: 2, partition: P } },
          { key: 'lost', spot: null },
        ],
        right: (facts) => (happened('promiseBroken')(facts) ? ['lost'] : ['kept']),
      },
      offers: [crash(1)],
      until: all(leads(2, P), happened('promiseBroken')),
      claims: [
        { says: 'Broker 2 leads', at: 'end', holds: leads(2, P) },
        { says: 'is lost', at: 'end', holds: happened('promiseBroken', { by: 'acks' }) },
      ],
    },
    {
      id: 'all',
      offers: [changeAcks('all'), produce(P)],
      until: all(happened('recordsAcknowledged', { acks: 'all' }), settled),
      claims: [
        {
          says: 'every replica in sync',
          at: 'end',
          holds: (facts) => endOf(facts, 2, P) === endOf(facts, 3, P),
        },
      ],
    },
    {
      id: 'crashAfterAll',
      predict: {
        choices: [
          { key: 'kept', spot: { type: 'replica', broker: 3, partition: P } },
          { key: 'lost', spot: null },
        ],
        right: (facts) => (lostIs(1)(facts) ? ['kept'] : ['lost']),
      },
      offers: [crash(2)],
      until: leads(3, P),
      claims: [{ says: 'still there', at: 'end', holds: lostIs(1) }],
    },
  ],
  goals: [
    {
      id: 'lose',
      reached: happened('promiseBroken', { by: 'acks', acks: 1 }),
      way: [
        start(1),
        start(2),
        slowDisk(1, SLOW_MS),
        changeAcks(1),
        produce(P),
        { when: happened('recordsAcknowledged'), offer: produce(P) },
        { when: happened('recordsAcknowledged'), offer: crashLeaderOf(P) },
      ],
    },
    {
      id: 'keep',
      reached: keptThroughCrash,
      way: [start(3), start(2), start(1), changeAcks('all'), produce(P), crashLeaderOf(P)],
    },
  ],
  allowAtEnd: [
    { type: 'produce' },
    { type: 'changeAcks' },
    { type: 'crashBroker' },
    { type: 'startBroker' },
    { type: 'slowDisk' },
  ],
  terms: ['acks', 'acknowledged', 'leader', 'inSync'],
  truths: [3, 4, 28],
};

/** After acks=all was answered a leader crashed, another one took over, and nothing was lost. */
function keptThroughCrash({ since }: Facts): boolean {
  let [isPromised, isCrashed, isKept] = [false, false, false];
  for (const event of since) {
    if (event.type === 'recordsAcknowledged' && event.acks === 'all') isPromised = true;
    if (event.type === 'brokerCrashed' && event.leads > 0) isCrashed = isPromised;
    if (event.type === 'becameLeader' && isCrashed) isKept = true;
    if (event.type === 'promiseBroken') [isPromised, isCrashed, isKept] = [false, false, false];
  }
  return isKept;
}
