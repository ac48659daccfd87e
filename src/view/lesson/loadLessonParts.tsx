import type { ComponentType } from 'react';
import { loadWords } from '../../lessons/loadLesson';
import type { LessonMarksProps } from './LessonMarks';

/** The panel of a lesson, with all that is said in it. */
export async function loadLessonPanel(): Promise<ComponentType> {
  const [{ LessonPanel }, words] = await Promise.all([import('./LessonPanel'), loadWords()]);
  return () => <LessonPanel words={words} />;
}

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

/** The list of lessons. */
export async function loadLessonList() {
  const [{ LessonList }, words] = await Promise.all([import('./LessonList'), loadWords()]);
  return ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => (
    <LessonList words={words} open={open} onOpenChange={onOpenChange} />
  );
}
