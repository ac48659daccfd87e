import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { lastStory, toldMoments } from '../../timeline/recording';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { Transport } from './Transport';

const person = userEvent.setup();

it('steps from one told event to the next and back', async () => {
  const store = renderInHighwater(<Transport />);
  act(() => crash(store));
  await person.click(screen.getByRole('button', { name: 'Next event' }));
  await person.click(screen.getByRole('button', { name: 'Next event' }));
  const moments = toldMoments(store.getState().recording);
  expect(store.getState().playhead).toBe(moments[1]?.story);

  await person.click(screen.getByRole('button', { name: 'Event before' }));
  expect(store.getState().playhead).toBe(moments[0]?.story);
});

it('offers no step where there is nothing to step to', () => {
  const store = renderInHighwater(<Transport />);
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
  const store = renderInHighwater(<Transport />);
  await person.click(screen.getByRole('button', { name: 'Play' }));
  expect(store.getState().playing).toBe(true);
  await person.click(screen.getByRole('button', { name: 'Pause' }));
  expect(store.getState().playing).toBe(false);
});

it('says in words where the playhead is and what happened there', () => {
  const store = renderInHighwater(<Transport />);
  act(() => {
    crash(store);
    store.getState().stepForward();
  });
  const slider = screen.getByRole('slider', { name: 'Moment of the run' });
  expect(slider).toHaveAttribute(
    'aria-valuetext',
    expect.stringMatching(/^\d+\.\d\d seconds of cluster time\. Broker 1 crashed\.$/),
  );
});

it('lets the slider be moved with its own keys', async () => {
  const store = renderInHighwater(<Transport />);
  act(() => {
    crash(store);
    store.getState().advance(5);
    store.getState().pause();
  });
  const before = store.getState().playhead;
  screen.getByRole('slider').focus();
  await person.keyboard('{ArrowLeft}');
  expect(store.getState().playhead).toBeCloseTo(before - 0.5);
  await person.keyboard('{Home}');
  expect(store.getState().playhead).toBe(0);
  await person.keyboard('{PageUp}{End}');
  expect(store.getState().playhead).toBe(lastStory(store.getState().recording));
});

it('tells the time of the cluster to the millisecond', () => {
  renderInHighwater(<Transport />);
  expect(screen.getByRole('timer')).toHaveTextContent(/^\d+\.\d{3} s\s*at rest$/);
});

it('plays as fast as is chosen', async () => {
  const store = renderInHighwater(<Transport />);
  await person.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '4');
  expect(store.getState().speed).toBe(4);
});

it('offers the earlier branch once acting in the past has opened another', async () => {
  const store = renderInHighwater(<Transport />);
  expect(screen.queryByRole('combobox', { name: /Branch/ })).not.toBeInTheDocument();
  act(() => {
    crash(store);
    store.getState().advance(3);
    store.getState().toStart();
    store.getState().act({ type: 'crashBroker', broker: 2 });
  });
  const branches = screen.getByRole('combobox', { name: /Branch/ });
  expect(branches).toHaveDisplayValue('branch 2');
  await person.selectOptions(branches, 'branch 1');
  expect(store.getState().recording.line.branch.id).toBe(1);
});

function crash(store: ReturnType<typeof renderInHighwater>) {
  store.getState().act({ type: 'crashBroker', broker: 1 });
}
