import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { loadLesson, loadWords } from '../../lessons/loadLesson';
import type { Words } from '../../lessons/words/words';
import { LessonCard } from './LessonCard';
import { LessonList } from './LessonList';

const person = userEvent.setup();
const english = await loadWords();

it('lists lessons under the sections of the notes, and opens a figure by one click', async () => {
  const close = vi.fn<(open: boolean) => void>();
  const store = renderInHighwater(<LessonList words={english} open onOpenChange={close} />);
  const titles = screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent);
  expect(titles[0]).toBe('Why it matters');
  expect(titles.slice(-2)).toEqual(['Key takeaways', 'The figures of the notes']);
  await person.click(screen.getByRole('button', { name: /^Figure 4/ }));
  await vi.waitFor(() => expect(store.getState().scene?.id).toBe('newLeader'));
  expect(close).toHaveBeenCalledWith(false);
});

it('marks a finished lesson, counts the predictions and forgets them', async () => {
  const store = renderInHighwater(<LessonList words={english} open onOpenChange={() => {}} />);
  act(() =>
    store.setState({ score: { failover: { isFinished: true, first: { predict: 'right' } } } }),
  );
  expect(screen.getByRole('button', { name: /^Failover.*Finished/ })).toBeInTheDocument();
  expect(screen.getByText(/1 right, 0 not, 0 only watched/)).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Forget it' }));
  expect(screen.queryByText(/1 right/)).toBeNull();
});

it('says all that is about lessons and scenes in the language that it is given', async () => {
  const { failover } = english.lessons;
  const steps = { danger: { title: 'Gefahr', say: 'Broker 1 führt.', buttons: ['Schreiben'] } };
  const other: Words = {
    lessons: failover
      ? { failover: { ...failover, title: 'Ausfall', section: 'Ausfälle', about: 'Wer?', steps } }
      : {},
    scenes: { copies: { figure: 'Bild 2', title: 'Drei Kopien', say: 'Ab!' } },
    takeaways: { factor: { says: 'So viele Kopien.', proof: 'Siehe Bild 2' } },
    terms: {},
    truths: {},
    ui: { ...english.ui, lessons: 'Lektionen' },
  };
  const store = renderInHighwater(
    <>
      <LessonList words={other} open onOpenChange={() => {}} />
      <LessonCard words={other} />
    </>,
  );
  expect(screen.getByRole('dialog', { name: 'Lektionen' })).toBeInTheDocument();
  for (const name of [/^Ausfall/, /^Bild 2\s*Drei Kopien/, /^So viele Kopien/])
    expect(screen.getByRole('button', { name })).toBeInTheDocument();
  act(() => store.getState().openLesson(lesson));
  expect(screen.getByText('Broker 1 führt.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Schreiben' })).toBeInTheDocument();
});

const lesson = await loadLesson('failover');
