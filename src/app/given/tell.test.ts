import { expect, it } from 'vitest';
import { runningStore } from '../../../test/runningStore';
import { driveFrom, driveOn, driveStep, driveToGoal } from '../../lessons/drive';
import { loadLesson } from '../../lessons/loadLesson';
import { AT_IT } from '../openRun';
import { openMoment } from '../../store/openMoment';
import { type Told, tellStory, whenOpened } from './tell';

it('tells each step of the story once, with its number and what happened', () => {
  const store = runningStore();
  const told: Told[] = [];
  const stop = tellStory(store, (one) => told.push(one));
  store.getState().act({ type: 'crashBroker', broker: 1 });
  store.getState().stepForward();
  store.getState().stepForward();
  store.getState().stepBack();
  expect(told.map((one) => one.type === 'step' && one.index)).toEqual([1, 2, 1]);
  expect(told[0]).toMatchObject({ type: 'step', what: expect.stringContaining('Broker 1') });
  stop();
  store.getState().toStart();
  expect(told).toHaveLength(3);
});

it('tells each goal of a lesson as it is reached', async () => {
  const failover = await loadLesson('failover');
  const store = runningStore();
  const told: Told[] = [];
  tellStory(store, (one) => told.push(one));
  let drive = driveFrom(failover);
  for (const _ of failover.steps) drive = driveOn(driveStep(drive, null));
  store.getState().openLesson(failover, drive);
  for (const { id } of failover.goals) {
    drive = driveToGoal(drive, id);
    store.setState({ lesson: drive.run });
  }
  const goals = told.filter(({ type }) => type === 'goal');
  const of = failover.goals.length;
  expect(goals).toHaveLength(of);
  expect(goals.at(-1)).toMatchObject({ type: 'goal', lesson: 'failover', reached: of, of });
});

it('is ready at once where nothing is asked for, or when that is shown or refused', async () => {
  const ready: string[] = [];
  const note = async (what: string, opened: Promise<void>) => {
    await opened;
    ready.push(what);
  };
  const refusing = runningStore();
  const store = runningStore();
  const all = [
    note('nothing asked', whenOpened(store, false)),
    note('a scene', whenOpened(store, true)),
    note('a run', whenOpened(refusing, true)),
  ];
  refusing.setState({ notes: [AT_IT] });
  await all[0];
  expect(ready).toEqual(['nothing asked']);
  await openMoment(store, { scene: 'copies' });
  await all[1];
  expect(ready).toEqual(['nothing asked', 'a scene']);
  refusing.setState({ notes: ['The link could not be opened, so what is here was kept.'] });
  await all[2];
  expect(ready).toHaveLength(3);
});
