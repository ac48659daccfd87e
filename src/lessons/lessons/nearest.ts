import { all, happened, highWatermarkOf, inSyncIs, leads, settled } from '../facts';
import type { Facts } from '../facts';
import type { Lesson } from '../lesson';
import { addConsumer, crash, produce, reassign, shutDown, start } from '../offers';
import { sceneOf } from '../sceneOf';

const P = 'orders-0';
const FAR = 'consumer-1';
const NEAR = 'consumer-2';
/** Of one message between two regions. */
const LATENCY = { minMs: 60, maxMs: 70 };

/** Readers far from the leader: who reads from a follower nearby, and what that costs (KIP-392). */
export const nearest: Lesson = {
  id: 'nearest',
  scene: sceneOf('nearest', {
    replicationFactor: 2,
    minInsyncReplicas: 1,
    racks: { 1: 'asia', 2: 'eu', 3: 'us' },
    clientRacks: { 'producer-1': 'asia', 'consumer-1': 'us' },
    replicaSelector: 'rackAware',
    betweenRacksLatency: LATENCY,
  }),
  steps: [
    {
      id: 'far',
      point: [
        { type: 'client', client: FAR },
        { type: 'replica', broker: 1, partition: P },
      ],
      offers: [produce(P)],
      until: all(happened('recordsConsumed', { consumer: FAR }), settled),
      claims: [
        { says: 'no replica', at: 'start', holds: inSyncIs(P, 1, 2) },
        { says: 'the leader in asia', at: 'end', holds: all(leads(1, P), readsFrom(FAR, 1)) },
        { says: '120 to 140 ms', at: 'end', holds: roundBetweenRacksIs(120, 140) },
      ],
    },
    {
      id: 'near',
      predict: {
        choices: [
          { key: 'broker1', spot: { type: 'replica', broker: 1, partition: P } },
          { key: 'broker2', spot: { type: 'replica', broker: 2, partition: P } },
          { key: 'both', spot: null },
        ],
        right: ({ world }) => [`broker${placeOf(world, NEAR)}`],
      },
      offers: [addConsumer('eu')],
      until: all(happened('readReplicaChosen', { consumer: NEAR }), settled),
      claims: [
        { says: 'named broker 2', at: 'end', holds: readsFrom(NEAR, 2) },
        { says: '2 to 4 ms', at: 'end', holds: roundWithinRackIs(2, 4) },
      ],
    },
    {
      id: 'first',
      predict: {
        choices: [
          { key: FAR, spot: { type: 'client', client: FAR } },
          { key: NEAR, spot: { type: 'client', client: NEAR } },
        ],
        right: ({ since }) =>
          since
            .flatMap((event) => (event.type === 'recordsConsumed' ? [event.consumer] : []))
            .slice(0, 1),
      },
      offers: [produce(P)],
      until: happened('recordsConsumed'),
      claims: [
        {
          says: 'Consumer 1 has it',
          at: 'end',
          holds: happened('recordsConsumed', { consumer: FAR }),
        },
        {
          says: 'does not know',
          at: 'end',
          holds: (facts) => highWatermarkOf(facts, 2, P) < highWatermarkOf(facts, 1, P),
        },
      ],
    },
    {
      id: 'stale',
      point: [{ type: 'replica', broker: 2, partition: P }],
      until: all(settled, (facts) => highWatermarkOf(facts, 2, P) === highWatermarkOf(facts, 1, P)),
      claims: [
        {
          says: 'Consumer 2 has it',
          at: 'end',
          holds: happened('recordsConsumed', { consumer: NEAR }),
        },
      ],
    },
    {
      id: 'copy',
      predict: {
        choices: [
          { key: 'broker1', spot: { type: 'replica', broker: 1, partition: P } },
          { key: 'broker2', spot: { type: 'replica', broker: 2, partition: P } },
          { key: 'broker3', spot: { type: 'broker', broker: 3 } },
        ],
        right: ({ world }) => [`broker${placeOf(world, FAR)}`],
      },
      offers: [reassign(P, 1, 2, 3)],
      until: all(happened('readReplicaChosen', { consumer: FAR }), settled),
      claims: [
        { says: 'broker 3 is in sync', at: 'end', holds: inSyncIs(P, 1, 2, 3) },
        { says: 'reads at home', at: 'end', holds: readsFrom(FAR, 3) },
      ],
    },
    {
      id: 'gone',
      predict: {
        choices: [
          { key: 'broker1', spot: { type: 'replica', broker: 1, partition: P } },
          { key: 'broker3', spot: { type: 'replica', broker: 3, partition: P } },
          { key: 'nowhere', spot: null },
        ],
        right: ({ world }) => [`broker${placeOf(world, NEAR)}`],
      },
      offers: [shutDown(2)],
      until: all(inSyncIs(P, 1, 3), readsFrom(NEAR, 1), settled),
      claims: [{ says: 'back to the leader', at: 'end', holds: readsFrom(NEAR, 1) }],
    },
  ],
  goals: [
    {
      id: 'home',
      reached: all(readsFrom(NEAR, 2), inSyncIs(P, 1, 2, 3), settled),
      way: [start(2)],
    },
    { id: 'moved', reached: all(leads(2, P), settled), way: [crash(1)] },
  ],
  allowAtEnd: [
    { type: 'startBroker' },
    { type: 'crashBroker' },
    { type: 'produce' },
    { type: 'addConsumer' },
  ],
  terms: ['rack', 'selector', 'leader', 'follower', 'inSync', 'highWatermark'],
  truths: [7, 27, 31],
};

/** The broker that a consumer reads from: the replica that was named to it, or else the leader. */
function placeOf(
  { consumers, controller }: Facts['world'],
  consumer: `consumer-${number}`,
): number {
  const near = consumers[consumer]?.preferredReplicas[P]?.replica;
  return near ?? controller.image.partitions[P]?.leader ?? -1;
}

function readsFrom(consumer: `consumer-${number}`, broker: number) {
  return ({ world }: Facts): boolean => placeOf(world, consumer) === broker;
}

/** There and back between two racks, and within one, in milliseconds. */
function roundBetweenRacksIs(minMs: number, maxMs: number) {
  return ({ world: { settings } }: Facts): boolean =>
    2 * settings.betweenRacksLatency.minMs === minMs &&
    2 * settings.betweenRacksLatency.maxMs === maxMs;
}

function roundWithinRackIs(minMs: number, maxMs: number) {
  return ({ world: { settings } }: Facts): boolean =>
    2 * settings.withinRackLatency.minMs === minMs &&
    2 * settings.withinRackLatency.maxMs === maxMs;
}
