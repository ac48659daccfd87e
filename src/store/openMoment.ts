import type { StoreApi } from 'zustand/vanilla';
import { loadLesson, loadWords } from '../lessons/loadLesson';
import { loadScene } from '../lessons/loadScene';
import type { Moment } from '../lessons/moment';
import { filledIn } from '../lessons/words/words';
import type { SpokenLesson } from '../lessons/lesson';
import type { Scene } from '../lessons/scene';
import { sought, startPlayback } from './playback';
import type { HighwaterState } from './state';

/**
 * Shows a scene, or a lesson at one of its steps. Fails when there is none of this name, or no
 * connection; then nothing has changed.
 */
export async function openMoment(store: StoreApi<HighwaterState>, moment: Moment): Promise<void> {
  if ('scene' in moment) return openSceneAt(store, moment.scene, moment.step);
  const { lesson, step } = await lessonAt(moment);
  if (step === 0) return store.getState().openLesson(lesson);
  const { driveToStep } = await import('../lessons/drive');
  store.getState().openLesson(lesson, driveToStep(lesson, step));
}

/** What a run is shown in: a scene, and what to watch there, or a step of a lesson. */
export interface Surroundings {
  readonly scene?: Scene;
  readonly watch?: string;
  readonly taught?: LessonStep;
}

interface LessonStep {
  readonly lesson: SpokenLesson;
  /** Index of the step. */
  readonly step: number;
}

/** What a moment is in. Fails when there is none of this name, or no connection. */
export async function surroundingsOf(moment: Moment): Promise<Surroundings> {
  return 'scene' in moment ? sceneWithWords(moment.scene) : { taught: await lessonAt(moment) };
}

async function lessonAt({
  lesson: id,
  step = 1,
}: {
  lesson: string;
  step?: number;
}): Promise<LessonStep> {
  const lesson = await loadLesson(id);
  const last = lesson.steps.length + 1;
  if (!Number.isInteger(step) || step < 1 || step > last)
    throw new RangeError(filledIn(lesson.ui.noStep, { lesson: id, last }));
  return { lesson, step: step - 1 };
}

async function sceneWithWords(id: string): Promise<{ scene: Scene; watch: string }> {
  const [scene, words] = await Promise.all([loadScene(id), loadWords()]);
  const { figure = '', say = '' } = words.scenes[id] ?? {};
  return { scene, watch: figure === '' ? say : `${figure}. ${say}` };
}

async function openSceneAt(store: StoreApi<HighwaterState>, id: string, step = 0): Promise<void> {
  const { scene, watch } = await sceneWithWords(id);
  const { openScene } = store.getState();
  if (step === 0) return openScene(scene, watch);
  const { toldTimes } = await import('../lessons/drive');
  const { recording, told } = toldTimes(scene, step);
  const moment = told[step - 1];
  if (!moment) {
    const { ui } = await loadWords();
    throw new RangeError(filledIn(ui.noSceneStep, { scene: id, last: told.length }));
  }
  openScene(scene, watch);
  await until(store, (state) => state.scene === scene);
  store.setState(sought(startPlayback(recording), moment.story));
}

/** Once something is so; fails when the engine, for which it waits, cannot be loaded. */
function until(
  store: StoreApi<HighwaterState>,
  isSo: (state: HighwaterState) => boolean,
): Promise<void> {
  return new Promise((done, fail) => {
    const look = (state: HighwaterState) => {
      const isLost = state.engine === null && !state.isEngineLoading;
      if (!isSo(state) && !isLost) return;
      stop();
      if (isLost) fail(new Error('The simulation could not be loaded.'));
      else done();
    };
    const stop = store.subscribe(look);
    look(store.getState());
  });
}
