import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { Caption } from '../caption/Caption';
import { ModalDialog } from '../dialog/ModalDialog';
import { PAUSE_MS } from './createVoice';
import { useSay } from './Voiced';

type Store = ReturnType<typeof renderInHighwater>;

const FRAME_MS = 20;
const ANSWER = 'No election before this moment.';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('says at most one thing in two seconds while the story plays, and in the end the last', () => {
  const store = shown();
  const told = new Set<string | null>();
  act(() => store.getState().setSpeed(4));
  act(() => void store.getState().act({ type: 'crashBroker', broker: 1 }));
  const heard = listen(store, () => told.add(screen.getByRole('paragraph').textContent));
  expect(heard.length).toBeGreaterThan(1);
  expect(told.size).toBeGreaterThan(heard.length);
  for (const [at, { time }] of heard.slice(1).entries())
    expect(time - (heard[at]?.time ?? 0)).toBeGreaterThanOrEqual(PAUSE_MS);
  expect(heard.at(-1)?.text).toBe(caption());
});

it('lets no answer to a person be lost among what is told', () => {
  const store = shown();
  act(() => void store.getState().act({ type: 'crashBroker', broker: 1 }));
  const heard = listen(store, (time) => {
    if (time === 1_500) ask();
  });
  expect(heard.map(({ text }) => text)).toContain(ANSWER);
  expect(heard.at(-1)?.text).toBe(caption());
});

it('says at once what is stepped to, and leaves nothing behind to be come upon', () => {
  const store = shown();
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
    store.getState().pause();
    store.getState().stepForward();
  });
  pass(200);
  expect(region()).toHaveTextContent(/^Broker 1 crashed\./);
  act(() => store.getState().stepForward());
  pass(200);
  expect(region()).toHaveTextContent(/the controller made broker 2 leader/);
  pass(2 * PAUSE_MS);
  expect(region()).toBeEmptyDOMElement();
});

it('speaks in front of the page while a dialog makes the page behind it silent', () => {
  shown(
    <ModalDialog title="Produce a record" onClose={() => {}}>
      <p>fields</p>
    </ModalDialog>,
  );
  ask();
  pass(200);
  expect(screen.getByRole('dialog')).toContainElement(region());
  expect(region()).toHaveTextContent(ANSWER);
});

function shown(more: React.ReactNode = null): Store {
  const store = renderInHighwater(
    <>
      <Caption notice={null} />
      <Asker />
      {more}
    </>,
  );
  pass(3 * PAUSE_MS);
  return store;
}

function Asker() {
  const [answer, setAnswer] = useState('');
  useSay(answer);
  return (
    <button type="button" onClick={() => setAnswer(ANSWER)}>
      Leaf
    </button>
  );
}

function ask(): void {
  fireEvent.click(screen.getByText('Leaf'));
}

/** Plays on to the end and a little more; what was said, and when. */
function listen(store: Store, look: (time: number) => void) {
  const heard: { text: string; time: number }[] = [];
  const start = now();
  const turn = () => {
    look(now() - start);
    pass(FRAME_MS);
    const text = region().textContent ?? '';
    if (text && text !== heard.at(-1)?.text) heard.push({ text, time: now() - start });
  };
  while (store.getState().playing) {
    act(() => store.getState().advance(FRAME_MS / 1_000));
    turn();
  }
  const end = now() + 3 * PAUSE_MS;
  while (now() < end) turn();
  return heard;
}

/** Of the clock that the test moves. */
function now(): number {
  return vi.getMockedSystemTime()?.getTime() ?? 0;
}

function pass(ms: number): void {
  act(() => void vi.advanceTimersByTime(ms));
}

function region() {
  return screen.getByRole('status');
}

function caption() {
  return screen.getByRole('paragraph').textContent?.trim();
}
