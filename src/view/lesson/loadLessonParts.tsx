import type { ComponentType } from 'react';
import { loadWords } from '../../lessons/loadLesson';
import type { LessonMarksProps } from './LessonMarks';

/** What a lesson says under the picture. */
export async function loadLessonCard(): Promise<ComponentType> {
  const [{ LessonCard }, words] = await Promise.all([import('./LessonCard'), loadWords()]);
  return () => <LessonCard words={words} />;
}

/** What a lesson rings on the stage. */
export async function loadLessonMarks(): Promise<ComponentType<Omit<LessonMarksProps, 'ui'>>> {
  const [{ LessonMarks }, { ui }] = await Promise.all([import('./LessonMarks'), loadWords()]);
  return (props) => <LessonMarks {...props} ui={ui} />;
}
