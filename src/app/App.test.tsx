import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { runningStore } from '../../test/runningStore';
import { worldOf } from '../store/selectors';
import { App } from './App';

const person = userEvent.setup();

beforeEach(() => localStorage.clear());

it('opens under its name, with the figure ready for keys', () => {
  show();
  expect(screen.getByRole('heading', { name: 'Highwater', level: 1 })).toBeInTheDocument();
  expect(figure()).toHaveFocus();
});

it('steps, goes back and to both ends by keys while the figure has the focus', async () => {
  const store = show();
  await person.keyboard('p');
  await person.keyboard('{ArrowRight}{PageDown}');
  const second = store.getState().playhead;
  expect(second).toBeGreaterThan(0);
  await person.keyboard('{PageUp}');
  expect(store.getState().playhead).toBeLessThan(second);
  await person.keyboard('{Home}');
  expect(store.getState().playhead).toBe(0);
  await person.keyboard('{End}');
  expect(store.getState().playhead).toBeGreaterThan(0);
});

it('leaves keys alone that come with a modifier or outside of the figure', async () => {
  const store = show();
  await person.keyboard('{Control>}p{/Control}{Alt>}{ArrowRight}{/Alt}');
  screen.getByRole('button', { name: 'Settings' }).focus();
  await person.keyboard('p');
  expect(worldOf(store.getState()).nextRecordId).toBe(nextRecordAtFirst());
  expect(store.getState().playing).toBe(false);
});

it('asks for frames only while the story plays', () => {
  const asked = vi.spyOn(globalThis, 'requestAnimationFrame');
  const store = show();
  const atRest = asked.mock.calls.length;
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
  });
  expect(asked.mock.calls.length).toBe(atRest + 1);
  act(() => store.getState().pause());
  expect(asked.mock.calls.length).toBe(atRest + 1);
  asked.mockRestore();
});

it('pauses when the page is hidden', () => {
  const store = show();
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
  });
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  fireEvent(document, new Event('visibilitychange'));
  expect(store.getState().playing).toBe(false);
  hidden.mockRestore();
});

it('says what failed outside of the picture and keeps the run', async () => {
  const store = show();
  const { recording } = store.getState();
  act(() => {
    window.dispatchEvent(new ErrorEvent('error', { error: new Error('Out of luck.') }));
  });
  expect(screen.getByRole('alert')).toHaveTextContent('Out of luck.');
  await person.click(screen.getByRole('button', { name: 'Continue' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(store.getState().recording).toBe(recording);
});

it('takes the colours that are chosen, and keeps the choice', async () => {
  show();
  await person.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  expect(localStorage.getItem('highwater.theme')).toBe('dark');
});

it('lives where nothing may be stored', async () => {
  const closed = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  show();
  await person.click(screen.getByRole('radio', { name: 'Light' }));
  expect(document.documentElement).toHaveAttribute('data-theme', 'light');
  closed.mockRestore();
});

function show() {
  const store = runningStore();
  render(<App store={store} />);
  return store;
}

function figure() {
  return screen.getByRole('main');
}

function nextRecordAtFirst(): number {
  return worldOf(runningStore().getState()).nextRecordId;
}
