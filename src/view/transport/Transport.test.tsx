import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { lastStory, toldMoments } from '../../timeline/recording';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { loadHistory } from './loadHistory';
import { Transport } from './Transport';

const person = userEvent.setup();
// What is loaded later is there from the start.
beforeAll(() => import('../history/historyParts'));

it('steps from one told event to the next and back', async () => {
  const store = renderInHighwater(<Transport loadHistory={loadHistory} />);
  act(() => crash(store));
  await person.click(screen.getByRole('button', { name: 'Next event' }));
  await person.click(screen.getByRole('button', { name: 'Next event' }));
  const moments = toldMoments(store.getState().recording);
  expect(store.getState().playhead).toBe(moments[1]?.story);

  await person.click(screen.getByRole('button', { name: 'Event before' }));
  expect(store.getState().playhead).toBe(moments[0]?.story);
});

it('offers no step where there is nothing to step to', () => {
  const store = renderInHighwater(<Transport loadHistory={loadHistory} />);
  expect(screen.getByRole('button', { name: 'Next event' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  act(() => crash(store));
  expect(screen.getByRole('button', { name: 'Next event' })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
});

it('shows a pause in the place of play while the story plays', async () => {
  const store = renderInHighwater(<Transport loadHistory={loadHistory} />);
  await person.click(screen.getByRole('button', { name: 'Play' }));
  expect(store.getState().playing).toBe(true);
  await person.click(screen.getByRole('button', { name: 'Pause' }));
  expect(store.getState().playing).toBe(false);
});

it('says in words where the playhead is and what happened there', () => {
  const store = renderInHighwater(<Transport loadHistory={loadHistory} />);
  act(() => {
    crash(store);
    store.getState().stepForward();
  });
  const slider = screen.getByRole('slider', { name: 'Moment of the run' });
  expect(slider).toHaveAttribute(
    'aria-valuetext',
    expect.stringMatching(/^\d+\.\d s of cluster time, broker 1 crashed$/),
  );
});

it('lets the slider be moved with its own keys', async () => {
  const store = renderInHighwater(<Transport loadHistory={loadHistory} />);
  act(() => {
    crash(store);
    store.getState().advance(30);
    store.getState().pause();
  });
  const stories = toldMoments(store.getState().recording).map(({ story }) => story);
  const end = store.getState().playhead;
  screen.getByRole('slider').focus();
  await person.keyboard('{Home}');
  expect(store.getState().playhead).toBe(0);
  await person.keyboard('{ArrowRight}{ArrowUp}');
  expect(store.getState().playhead).toBe(stories[1]);
  await person.keyboard('{ArrowLeft}');
  expect(store.getState().playhead).toBe(stories[0]);
  await person.keyboard('{Home}{PageUp}{Shift>}{ArrowLeft}{/Shift}');
  expect(store.getState().playhead).toBeCloseTo(4.9);
  await person.keyboard('{PageDown}{End}');
  expect(store.getState().playhead).toBe(lastStory(store.getState().recording));
  expect(end).toBeGreaterThan(5);
});

it('says another moment in words only when something is told while the story plays', () => {
  const store = renderInHighwater(<Transport loadHistory={loadHistory} />);
  act(() => crash(store));
  const slider = screen.getByRole('slider');
  const said = new Set<string | null>();
  const told = new Set<number | undefined>();
  while (store.getState().playing) {
    act(() => store.getState().advance(1 / 60));
    const { recording, frameIndex, playing } = store.getState();
    if (!playing) break;
    said.add(slider.getAttribute('aria-valuetext'));
    told.add(toldMoments(recording).findLast(({ index }) => index <= frameIndex)?.index);
  }
  expect(told.size).toBeGreaterThan(2);
  expect(said.size).toBe(told.size);
});

it('tells the time of the cluster to the millisecond', () => {
  renderInHighwater(<Transport loadHistory={loadHistory} />);
  expect(screen.getByRole('timer')).toHaveTextContent(/^\d+\.\d{3} s\s*at rest$/);
});

it('tells the pace of the speed that is chosen while the story stands still', () => {
  const store = renderInHighwater(<Transport loadHistory={loadHistory} />);
  act(() => {
    crash(store);
    store.getState().pause();
    store.getState().seek(0.5);
  });
  const pace = () => {
    const { textContent } = screen.getByRole('timer');
    return Number(/1 s here = (\d+) ms in Kafka/.exec(textContent)?.[1]);
  };
  const before = pace();
  act(() => store.getState().setSpeed(0.5));
  // Both are rounded to two digits.
  expect(pace()).toBeCloseTo(before / 2, -1.3);
});

it('plays as fast as is chosen', async () => {
  const store = renderInHighwater(<Transport loadHistory={loadHistory} />);
  await person.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '4');
  expect(store.getState().speed).toBe(4);
});

function crash(store: ReturnType<typeof renderInHighwater>) {
  store.getState().act({ type: 'crashBroker', broker: 1 });
}
