import { expect, it } from 'vitest';
import { type Drive, driveToGoal, driveToStep, obey, playOn } from '../../src/lessons/drive';
import type { Offer } from '../../src/lessons/lesson';
import { loadLesson } from '../../src/lessons/loadLesson';
import {
  changeAcks,
  changeMinInsyncReplicas,
  changeUncleanLeaderElection,
  crash,
  produce,
  replaceDisks,
  start,
} from '../../src/lessons/offers';

const P = 'orders-0';

it('a broker is not back with all records when its disks were replaced meanwhile', async () => {
  const drive = await atGoalsOf('why');
  expect(after(drive, crash(1), replaceDisks(1), start(1)).run.reached).toEqual(['disk']);
  expect(after(drive, crash(1), start(1)).run.reached).toEqual(['crashed']);
});

it('the minimum may be lowered before or after the others are gone', async () => {
  const drive = await atGoalsOf('minInsync');
  const late = after(drive, crash(2), changeMinInsyncReplicas(1), produce(P));
  expect(late.run.reached).toEqual(['alone']);
  expect(after(drive, crash(2), crash(1)).run.reached).toEqual([]);
});

it('what acks=0 lost is not what acks=1 had acknowledged', async () => {
  const drive = await atGoalsOf('acks');
  const alone = after(drive, start(1), changeAcks(0), crash(3));
  const lost = after(obey(alone, produce(P)), crash(1), produce(P));
  expect(lost.run.reached).not.toContain('lose');
});

it('nothing is kept by a crash in which something was lost', async () => {
  const promised = after(await atGoalsOf('acks'), start(1), start(2), produce(P));
  expect(driveToGoal(promised, 'lose').run.reached).toEqual(['lose']);
});

it('unclean election is not forbidden any more when it is allowed again', async () => {
  const drive = after(await atGoalsOf('unclean'), start(1), changeUncleanLeaderElection(false));
  const again = after(drive, changeUncleanLeaderElection(true), start(2));
  expect(again.run.reached).toEqual(['cut']);
  expect(after(again, changeUncleanLeaderElection(false)).run.reached).toEqual(['cut', 'clean']);
});

async function atGoalsOf(id: string): Promise<Drive> {
  const lesson = await loadLesson(id);
  return driveToStep(lesson, lesson.steps.length);
}

/** One deed after the other, each when all has settled. */
function after(drive: Drive, ...deeds: readonly Offer[]): Drive {
  return deeds.reduce((so, deed) => playOn(obey(so, deed), () => false), drive);
}
