import type { StoreApi } from 'zustand/vanilla';
import { loadLesson, loadWords } from '../lessons/loadLesson';
import { loadScene } from '../lessons/loadScene';
import type { Moment } from '../lessons/moment';
import { filledIn } from '../lessons/words/words';
import type { HighwaterState } from './state';

/**
 * Shows a scene, or a lesson at one of its steps. Fails when there is none of this name, or no
 * connection; then nothing has changed.
 */
export async function openMoment(store: StoreApi<HighwaterState>, moment: Moment): Promise<void> {
  if ('scene' in moment) {
    const [scene, words] = await Promise.all([loadScene(moment.scene), loadWords()]);
    const said = words.scenes[moment.scene];
    const { figure = '', say = '' } = said ?? {};
    store.getState().openScene(scene, figure === '' ? say : `${figure}. ${say}`);
    return;
  }
  const { step = 1 } = moment;
  const lesson = await loadLesson(moment.lesson);
  const last = lesson.steps.length + 1;
  if (!Number.isInteger(step) || step < 1 || step > last)
    throw new RangeError(filledIn(lesson.ui.noStep, { lesson: lesson.id, last }));
  if (step === 1) return store.getState().openLesson(lesson);
  const { driveToStep } = await import('../lessons/drive');
  store.getState().openLesson(lesson, driveToStep(lesson, step - 1));
}
