import { describe, expect, it } from 'vitest';
import { isLike, type EventOf } from '../sim/isLike';
import { expectTranscript } from '../../test/transcript';
import { logEndOffset } from '../sim/broker/log';
import type { Event } from '../sim/event';
import { isSettled } from '../sim/settled';
import type { World } from '../sim/world';
import { extend, record } from '../timeline/recorder';
import { frame, frameCount, happeningsUntil, isAtRest } from '../timeline/recording';
import { loadWords } from './loadLesson';
import { FIGURE_IDS, type FigureId, loadScene } from './loadScene';

const STORY_MAX = 120;
const PARTITIONS = ['orders-0', 'orders-1', 'orders-2'] as const;
const words = await loadWords();

describe('the scene of a figure', () => {
  it.each(FIGURE_IDS)('stands at rest, plays, and rests again: %s', async (id) => {
    const { scenario } = await loadScene(id);
    const { first } = await played(id);
    expect(isSettled(first)).toBe(true);
    expect(scenario.commands.some(({ at }) => at > scenario.startsAt)).toBe(true);
    expect(words.scenes[id]?.say).toContain('Play: ');
  });

  it.each(FIGURE_IDS)('is told as it was reviewed: %s', async (id) => {
    expectTranscript(`figure-${id}`, await played(id));
  });

  it('has words for every figure, in their order', () => {
    const figures = FIGURE_IDS.map((id) => words.scenes[id]?.figure);
    expect(figures).toEqual(FIGURE_IDS.map((_, nth) => `Figure ${nth + 1}`));
  });

  it('with factor 1 stores each new record once', async () => {
    const { first, last, all } = await played('partitions');
    expect(all('recordsReplicated')).toEqual([]);
    for (const partition of PARTITIONS) {
      expect(endsOf(first, partition)).toHaveLength(1);
      expect(endsOf(last, partition)).toEqual(endsOf(first, partition).map((end) => end + 1));
    }
  });

  it('with factor 3 stores each new record three times', async () => {
    const { first, last } = await played('copies');
    for (const partition of PARTITIONS) {
      expect(endsOf(first, partition)).toHaveLength(3);
      expect(endsOf(last, partition)).toEqual(endsOf(first, partition).map((end) => end + 1));
    }
  });

  it('has each broker lead one partition and copy two, all the time', async () => {
    const { first, all } = await played('leaders');
    const { partitions } = first.controller.image;
    const leaders = PARTITIONS.map((partition) => partitions[partition]?.leader);
    expect(new Set(leaders)).toEqual(new Set([1, 2, 3]));
    for (const broker of [1, 2, 3])
      expect(all('recordsReplicated', { broker }).length).toBeGreaterThan(1);
  });

  it('has the controller make a follower the leader', async () => {
    const { first, last, all } = await played('newLeader');
    expect(first.controller.image.partitions['orders-0']?.leader).toBe(1);
    expect(all('leaderElected')).toMatchObject([{ leader: 2, by: 'inSync' }]);
    expect(last.brokers[2]?.replicas['orders-0']?.role.type).toBe('leader');
  });

  it('takes a record in every partition while one broker is down', async () => {
    const { first, last, all } = await played('oneDown');
    expect(first.brokers[2]?.lifecycle).not.toBe('RUNNING');
    const taken = all('recordsAcknowledged').map(({ partition }) => partition);
    expect(taken.toSorted()).toEqual(PARTITIONS);
    expect(last.brokers[2]?.lifecycle).toBe(first.brokers[2]?.lifecycle);
  });

  it('moves the flag once all three have the record', async () => {
    const { last, happenings } = await played('replicas');
    const copied = happenings.findLastIndex(({ event }) => event.type === 'recordsReplicated');
    const moved = happenings.findIndex(({ event }) => event.type === 'highWatermarkAdvanced');
    expect(moved).toBeGreaterThan(copied);
    expect(new Set(endsOf(last, 'orders-0')).size).toBe(1);
  });

  it('has the producer write to the leader alone', async () => {
    const { all } = await played('produce');
    expect(all('recordsAppended').map(({ broker }) => broker)).toEqual([1, 1]);
  });

  it('has both followers copy what they fetched', async () => {
    const { all } = await played('fetch');
    const copied = all('recordsReplicated').map(({ broker }) => broker);
    expect(new Set(copied)).toEqual(new Set([2, 3]));
  });

  it('has each consumer read in its own region', async () => {
    const { all } = await played('nearest');
    const read = all('recordsConsumed').map(({ consumer, broker }) => `${consumer} ${broker}`);
    expect(read.toSorted()).toEqual(['consumer-1 1', 'consumer-2 2', 'consumer-3 3']);
  });
});

function endsOf({ brokers }: World, partition: `${string}-${number}`): readonly number[] {
  return Object.values(brokers).flatMap((broker) => {
    const log = broker?.replicas[partition]?.log;
    return log ? [logEndOffset(log)] : [];
  });
}

/** A scene from its start to its end. */
async function played(id: FigureId) {
  const start = record((await loadScene(id)).scenario);
  const end = extend(start, STORY_MAX);
  expect(isAtRest(end)).toBe(true);
  const last = frameCount(end) - 1;
  const happenings = happeningsUntil(end, last);
  return {
    first: frame(start, 0).world,
    last: frame(end, last).world,
    happenings,
    history: happenings.map(({ tick, event }) => ({ at: tick, event })),
    all: <Type extends Event['type']>(type: Type, fields: Partial<EventOf<Type>> = {}) =>
      happenings.flatMap(({ event }) => (isLike(event, type, fields) ? [event] : [])),
  };
}
