import { expect, it } from 'vitest';
import { runningStore } from '../../../test/runningStore';
import { DEFAULT_SETTINGS } from '../../sim/config';
import { type LessonRun, nextOffer } from '../../lessons/lessonRun';
import { openMoment } from '../../store/openMoment';
import { worldOf } from '../../store/selectors';
import type { HighwaterState } from '../../store/state';
import { driverOf } from './driver';
import { withLocks } from './locks';

const crash = { type: 'crashBroker', broker: 1 } as const;

it('lets nothing be done to the cluster, and says why', () => {
  const store = runningStore();
  withLocks(store, ['commands']);
  expect(store.getState().act(crash)?.because).toMatch(/^Nothing can be done/);
  expect(store.getState().playing).toBe(false);
});

it('leaves a lesson what it is about', async () => {
  const store = runningStore();
  withLocks(store, ['commands', 'time']);
  await openMoment(store, { lesson: 'failover' });
  expect(store.getState().act(crash)?.because).toMatch(/^This step/);
  const offer = nextOffer(lessonOf(store.getState()), worldOf(store.getState()));
  expect(offer && store.getState().act(offer.command)).toBeNull();
  expect(offer?.command.type).toBe('produce');
});

function lessonOf({ lesson }: HighwaterState): LessonRun {
  if (!lesson) throw new Error('no lesson');
  return lesson;
}

it('keeps the time where it is for a reader, and not for the page around', async () => {
  const store = runningStore();
  const driver = driverOf(store);
  withLocks(store, ['time']);
  await openMoment(store, { scene: 'produce' });
  for (const act of ['play', 'togglePlay', 'stepForward', 'toEnd'] as const)
    store.getState()[act]();
  store.getState().seek(3);
  expect(store.getState()).toMatchObject({ playhead: 0, playing: false });
  driver.step(1);
  expect(store.getState().playhead).toBeGreaterThan(0);
  driver.seek(0.5);
  expect(store.getState().playhead).toBe(0.5);
});

it('keeps settings, speed and lessons', async () => {
  const store = runningStore();
  withLocks(store, ['settings', 'speed', 'lessons']);
  await openMoment(store, { lesson: 'failover' });
  store.getState().setSpeed(8);
  store.getState().newCluster({ ...DEFAULT_SETTINGS, brokers: 5 });
  store.getState().leaveLesson();
  expect(store.getState()).toMatchObject({ speed: 1, lesson: { step: 0 } });
});

it('says of what the page around asks for and is not there that it is not', async () => {
  const store = runningStore();
  await driverOf(store).load({ lesson: 'nonsense' });
  expect(store.getState().notes).toEqual([expect.stringContaining('nonsense')]);
});
