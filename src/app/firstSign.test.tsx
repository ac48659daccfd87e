import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createHighwaterStore } from '../store/highwaterStore';
import { type Engine, engine } from '../timeline/engine';
import { openingStill } from '../timeline/openingScenario';
import { stillRecording } from '../timeline/recording';
import { App } from './App';

it('asks for no engine while nobody is there, though the figure takes the focus', () => {
  const load = show();
  expect(figure()).toHaveFocus();
  expect(load).not.toHaveBeenCalled();
});

it.each(['pointerMove', 'pointerDown', 'touchStart', 'keyDown', 'focusIn'] as const)(
  'asks for the engine once when the first sign of a person is a %s',
  (sign) => {
    const load = show();
    fireEvent[sign](figure());
    fireEvent[sign](figure());
    expect(load).toHaveBeenCalledTimes(1);
  },
);

it('stops looking for a person when it leaves the page', () => {
  const load = show();
  const { body } = document;
  load.unmount();
  fireEvent.pointerMove(body);
  expect(load).not.toHaveBeenCalled();
});

function show() {
  const load = vi.fn<() => Promise<Engine>>(async () => engine);
  const store = createHighwaterStore(stillRecording(openingStill()), load);
  const { unmount } = render(<App store={store} />);
  return Object.assign(load, { unmount });
}

function figure() {
  return screen.getByRole('main', { name: 'Kafka cluster' });
}
