import { beforeAll, describe, expect, it } from 'vitest';
import { runningStore } from '../../../test/runningStore';
import { frame, frameCount, type Recording, storyAt } from '../../timeline/recording';
import { markOf } from '../../timeline/run';
import { brokerStatus } from '../stage/broker/brokerStatus';
import { sceneOf } from './scene';
import { spansOf } from './spans';

const wishes = { partition: 'orders-0', allPartitions: true, allMessages: true } as const;

describe('a run of more frames than are looked through', () => {
  let recording: Recording;
  let last = 0;
  beforeAll(() => {
    const store = runningStore();
    const { act, advance } = store.getState();
    const playOut = () => {
      for (let turn = 0; turn < 400 && store.getState().playing; turn += 1) advance(0.5);
    };
    for (const broker of [3, 2, 1] as const) {
      act({ type: 'crashBroker', broker });
      playOut();
    }
    act({ type: 'startBroker', broker: 2 });
    for (let turn = 0; turn < 60; turn += 1) {
      store.getState().play();
      advance(0.5);
    }
    ({ recording } = store.getState());
    last = frameCount(recording) - 1;
  });

  it('is drawn around the moment that is shown, and says where it is not drawn', () => {
    expect(last).toBeGreaterThan(1_700);
    for (const focus of [0, 300, 900, last - 300, last]) {
      const scene = sceneOf(recording, { first: 0, to: last, focus }, wishes);
      const { story, tick } = markOf(recording.line.run, focus);
      const [from, to] = [scene.drawnFrom ?? 0, scene.drawnTo ?? Infinity];
      expect(from).toBeLessThanOrEqual(story);
      expect(to).toBeGreaterThanOrEqual(story);
      const near = frame(recording, focus).world.flights.filter(({ sentAt }) => sentAt < tick);
      const ids = scene.passages.map(({ flight }) => flight.id);
      expect(ids).toEqual(expect.arrayContaining(near.map(({ id }) => id)));
      for (const { flight } of scene.passages) {
        expect(storyAt(recording, flight.sentAt)).toBeLessThan(to);
        expect(flight.sentAt).toBeLessThanOrEqual(scene.lookedUntil);
      }
    }
    expect(drawn(0)).toEqual([null, expect.any(Number)]);
    expect(drawn(last)).toEqual([expect.any(Number), null]);
    expect(drawn(900)).toEqual([expect.any(Number), expect.any(Number)]);
  });

  it('says of each broker at every moment how it was, and whether it led in which epoch', () => {
    const spans = spansOf(recording, { partition: 'orders-0', allPartitions: false });
    for (let index = 0; index <= last; index += 37) {
      const { world, story } = frame(recording, index);
      for (const [id, broker] of Object.entries(world.brokers)) {
        if (!broker) continue;
        const status = brokerStatus(broker, world.controller.image.brokers[broker.id]);
        const replica = broker.replicas['orders-0'];
        const leads = broker.lifecycle !== 'NOT_RUNNING' && replica?.role.type === 'leader';
        const texts = spans
          .filter(({ node, from, to }) => node === `broker-${id}` && from <= story && story < to)
          .map(({ text }) => text);
        expect(texts.toSorted()).toEqual(
          [
            ...(status === 'online' ? [] : [status]),
            ...(leads ? [`leader, epoch ${replica.leaderEpoch}`] : []),
          ].toSorted(),
        );
      }
    }
  });

  function drawn(focus: number) {
    const { drawnFrom, drawnTo } = sceneOf(recording, { first: 0, to: last, focus }, wishes);
    return [drawnFrom, drawnTo];
  }
});
