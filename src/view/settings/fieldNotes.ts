import type { Settings } from '../../sim/config';
import { settingsAdvice } from '../../sim/advice';
import type { SettingsProblem } from '../../sim/settingsProblems';
import type { FieldNote } from './Notes';

/** What is to be said beside a field. */
export type NotesOn = (field: keyof Settings) => readonly FieldNote[];

/** Whether one of the notes says that a value is refused. */
export function isRefused(...notes: readonly (readonly FieldNote[])[]): boolean {
  return notes.flat().some(({ type }) => type === 'refused');
}

/** What is wrong with some settings; where nothing is, what they will lead to. */
export function notesFor(
  problems: readonly SettingsProblem[],
  settings: Settings,
  placements?: Parameters<typeof settingsAdvice>[1],
): NotesOn {
  const advice = problems.length > 0 ? [] : settingsAdvice(settings, placements);
  return (field) => [
    ...problems
      .filter((each) => each.field === field)
      .map(({ error, because }) => ({ type: 'refused' as const, error, because })),
    ...advice
      .filter((each) => each.field === field)
      .map(({ because, scene }) => ({ type: 'advice' as const, error: null, because, scene })),
  ];
}
