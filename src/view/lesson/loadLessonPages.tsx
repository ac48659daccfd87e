import type { ComponentType } from 'react';
import { loadWords } from '../../lessons/loadLesson';

/** The panel of a lesson, with all that is said in it. */
export async function loadLessonPanel(): Promise<ComponentType> {
  const [{ LessonPanel }, words] = await Promise.all([import('./LessonPanel'), loadWords()]);
  return () => <LessonPanel words={words} />;
}

/** The list of lessons. */
export async function loadLessonList() {
  const [{ LessonList }, words] = await Promise.all([import('./LessonList'), loadWords()]);
  return ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => (
    <LessonList words={words} open={open} onOpenChange={onOpenChange} />
  );
}
