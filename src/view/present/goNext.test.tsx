import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { loadLesson, loadWords } from '../../lessons/loadLesson';
import { LessonCard } from '../lesson/LessonCard';
import { goNext } from './goNext';

const words = await loadWords();
const failover = await loadLesson('failover');

it('takes a lesson over its first question, which is left to the room, with one button', () => {
  const { store, next, playOut } = begin();
  next();
  expect(screen.queryByRole('button', { name: 'Produce a record' })).toBeNull();
  playOut();
  next();
  expect(screen.getByRole('button', { name: 'Just watch' })).toBeVisible();
  next();
  expect(Object.values(store.getState().lesson?.answers ?? {})).toMatchObject([{ picked: null }]);
  playOut();
  next();
  expect(store.getState().lesson?.step).toBe(2);
});

it('locks the answer that somebody picked', () => {
  const { store, next, playOut } = begin();
  next();
  playOut();
  next();
  act(() => store.getState().pickChoice('broker2'));
  next();
  expect(Object.values(store.getState().lesson?.answers ?? {})).toMatchObject([
    { picked: 'broker2' },
  ]);
});

function begin() {
  const store = renderInHighwater(<LessonCard words={words} />);
  act(() => store.getState().openLesson(failover));
  return {
    store,
    next: () => act(() => goNext(store)),
    playOut: () => {
      for (let second = 0; second < 60 && store.getState().playing; second += 1)
        act(() => store.getState().advance(1));
    },
  };
}
