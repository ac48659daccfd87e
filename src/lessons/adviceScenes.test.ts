import { describe, expect, it } from 'vitest';
import { expectTranscript } from '../../test/transcript';
import { type EventOf, isLike } from '../sim/isLike';
import type { AdviceId } from '../sim/advice';
import { settingsAdvice } from '../sim/advice';
import type { Event } from '../sim/event';
import { isSettled } from '../sim/settled';
import { extend, record } from '../timeline/recorder';
import { frame, frameCount, happeningsUntil, isAtRest } from '../timeline/recording';
import { ADVICE_SCENES } from './adviceScenes';

const IDS: readonly AdviceId[] = [
  'factorIsMinimum',
  'acksIgnoreMinimum',
  'factorTwo',
  'oneRack',
  'uncleanElection',
];
const STORY_MAX = 120;

describe('the scene of an advice', () => {
  it.each(IDS)('begins at rest with the settings that it is about: %s', (id) => {
    const { scenario } = ADVICE_SCENES[id]();
    const { world } = frame(record(scenario), 0);
    expect(isSettled(world)).toBe(true);
    expect(world.now).toBeLessThanOrEqual(scenario.startsAt);
    expect(scenario.commands.some(({ at }) => at > scenario.startsAt)).toBe(true);
    expect(settingsAdvice(scenario.settings).map(({ scene }) => scene)).toContain(id);
  });

  it.each(IDS)('is told as it was reviewed: %s', (id) => {
    expectTranscript(`scene-${id}`, played(id));
  });

  it('with the minimum at the factor refuses writes after one crash', () => {
    const scene = played('factorIsMinimum');
    expect(scene.all('brokerCrashed')).toHaveLength(1);
    const [refused] = scene.all('produceRefused', { error: 'NOT_ENOUGH_REPLICAS' });
    expect(refused).toMatchObject({ inSyncCount: 2, minInsyncReplicas: 3, appended: false });
    expect(scene.all('promiseBroken')).toEqual([]);
  });

  it('with acks=1 acknowledges below the minimum, and loses what it acknowledged', () => {
    const scene = played('acksIgnoreMinimum');
    expect(scene.first.controller.image.partitions['orders-0']?.inSync).toEqual([1]);
    expect(scene.all('recordsAcknowledged', { acks: 1 }).map(({ recordIds }) => recordIds)).toEqual(
      [[5]],
    );
    expect(scene.all('produceRefused')).toEqual([]);
    expect(scene.all('leaderElected')).toMatchObject([{ leader: 3, by: 'eligible' }]);
    expect(scene.all('promiseBroken')).toMatchObject([{ recordIds: [5], acks: 1, by: 'acks' }]);
  });

  it('with two copies loses a record with the second failure, and stays offline', () => {
    const scene = played('factorTwo');
    expect(scene.all('recordsAcknowledged', { acks: 'all' })).toHaveLength(1);
    expect(scene.all('promiseBroken')).toMatchObject([{ recordIds: [5], acks: 'all' }]);
    expect(scene.last.controller.image.partitions['orders-0']?.leader).toBe(-1);
  });

  it('with one rack loses every copy and the leader to one cut of power', () => {
    const scene = played('oneRack');
    expect(scene.all('powerLost')).toHaveLength(3);
    expect(scene.all('promiseBroken')).toMatchObject([{ recordIds: [5], acks: 'all' }]);
    expect(scene.last.controller.image.partitions['orders-0']?.leader).toBe(-1);
  });

  it('with unclean election loses an acknowledged record, though a copy comes back', () => {
    const scene = played('uncleanElection');
    expect(scene.all('leaderElected').at(-1)).toMatchObject({ leader: 3, by: 'unclean' });
    expect(scene.all('promiseBroken')).toMatchObject([
      { recordIds: [5], acks: 'all', by: 'uncleanElection' },
    ]);
    expect(scene.all('logTruncated', { broker: 1 })).toMatchObject([{ recordIds: [5] }]);
  });
});

/** A scene from its start to its end. */
function played(id: AdviceId) {
  const start = record(ADVICE_SCENES[id]().scenario);
  const end = extend(start, STORY_MAX);
  expect(isAtRest(end)).toBe(true);
  const last = frameCount(end) - 1;
  const happenings = happeningsUntil(end, last);
  return {
    first: frame(start, 0).world,
    last: frame(end, last).world,
    history: happenings.map(({ tick, event }) => ({ at: tick, event })),
    all: <Type extends Event['type']>(type: Type, fields: Partial<EventOf<Type>> = {}) =>
      happenings.flatMap(({ event }) => (isLike(event, type, fields) ? [event] : [])),
  };
}
