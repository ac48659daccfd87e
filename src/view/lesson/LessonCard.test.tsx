import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { loadLesson, loadWords } from '../../lessons/loadLesson';
import { nextValue } from '../../sim/nextValue';
import { worldOf } from '../../store/selectors';
import { scenarioOf } from '../../timeline/recording';
import { LessonCard } from './LessonCard';
import { LessonPanel } from './LessonPanel';

const person = userEvent.setup();
const words = await loadWords();
const failover = await loadLesson('failover');

it('waits for a prediction, and says what came of it', async () => {
  const { press, playOut } = begin();
  await press('Produce a record');
  playOut();
  await press('Go on');
  expect(screen.getByRole('button', { name: 'Lock and watch' })).toBeDisabled();
  await person.click(screen.getByRole('radio', { name: 'Broker 3' }));
  await press('Lock and watch');
  playOut();
  expect(screen.getByText(/^Many would say so\. Broker 2 leads now/)).toBeVisible();
});

it('lets nothing be done that it is not about, and says so', async () => {
  const { store, press, playOut } = begin();
  const crash = { type: 'crashBroker', broker: 1 } as const;
  expect(store.getState().act(crash)?.because).toMatch(/something else/);
  await press('Produce a record');
  playOut();
  await press('Go on');
  expect(store.getState().act(crash)?.because).toMatch(/prediction/);
});

it('has its deeds done one after the other, once each, and says why not again', async () => {
  const { store, press } = begin();
  expect(screen.queryByRole('button', { name: 'Play on' })).toBeNull();
  await press('Produce a record');
  expect(screen.queryByRole('button', { name: 'Produce a record' })).toBeNull();
  const again = { type: 'produce', producer: 'producer-1', partition: 'orders-0' } as const;
  const value = nextValue(worldOf(store.getState()));
  expect(store.getState().act({ ...again, key: null, value })?.because).toMatch(/already/);
});

it('keeps the focus when what was pressed goes away, so that keys go on from there', async () => {
  const { press } = begin();
  await press('Produce a record');
  expect(screen.getByRole('region', { name: 'Lesson: Failover' })).toHaveFocus();
});

it('takes the second click of two for no answer to what has come to its place', async () => {
  const { store, press, playOut } = begin();
  await press('Produce a record');
  playOut();
  const goOn = screen.getByRole('button', { name: 'Go on' });
  fireEvent.click(goOn, { detail: 2 });
  expect(store.getState().lesson?.step).toBe(0);
  fireEvent.click(goOn, { detail: 1 });
  expect(store.getState().lesson?.step).toBe(1);
});

it('begins a step with its deed when somebody plays or steps on', async () => {
  const { store } = begin();
  act(() => store.getState().play());
  const { commands } = scenarioOf(store.getState().recording);
  expect(commands.at(-1)?.command).toMatchObject({ type: 'produce' });
});

it('ticks its goals by itself, and gives the own run back', async () => {
  const { store, press, playOut } = begin();
  await press('Produce a record');
  playOut();
  await press('Go on');
  await press('Just watch');
  playOut();
  await press('Go on');
  await press('Produce a record');
  playOut();
  await press('Go on');
  await press('Start broker 1');
  playOut();
  await press('Now you');
  expect(screen.getByText('Crash a leader and lose no acknowledged record')).toBeVisible();
  act(() => void store.getState().act({ type: 'crashBroker', broker: 2 }));
  playOut();
  expect(screen.getByText('(done)')).toBeInTheDocument();
  await press('Leave the lesson');
  expect(store.getState()).toMatchObject({ lesson: null, ownRun: null });
});

function begin() {
  const store = renderInHighwater(
    <>
      <LessonCard words={words} />
      <LessonPanel words={words} />
    </>,
  );
  act(() => store.getState().openLesson(failover));
  const press = (name: string) => person.click(screen.getByRole('button', { name }));
  const playOut = () =>
    act(() => {
      for (let second = 0; second < 400 && store.getState().playing; second += 0.25) {
        store.getState().advance(0.25);
      }
    });
  return { store, press, playOut };
}
