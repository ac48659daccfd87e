import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { writtenTwice } from '../../../test/writtenTwice';
import { ADVICE_SCENES } from '../../lessons/adviceScenes';
import { Caption } from './Caption';

it('says what to press while nothing has happened', () => {
  renderInHighwater(<Caption notice={null} />);
  expect(caption()).toHaveTextContent(/Press Produce: .* Or click a broker to crash it\./);
});

it('says what to watch at the start of a prepared run', () => {
  const store = renderInHighwater(<Caption notice={null} />);
  act(() => store.getState().openScene(ADVICE_SCENES.factorTwo(), 'Watch the last record.'));
  expect(caption()).toHaveTextContent('Watch the last record.');
  act(() => store.getState().stepForward());
  expect(caption()).toHaveTextContent('Broker 1 crashed.');
});

it('leads from a refused write to the inequality that failed', async () => {
  const store = renderInHighwater(<Caption notice={null} />);
  act(() => {
    store.getState().openScenario(ADVICE_SCENES.factorIsMinimum().scenario);
    for (let step = 0; step < 5; step += 1) store.getState().stepForward();
  });
  expect(caption()).toHaveTextContent('NOT_ENOUGH_REPLICAS');
  await userEvent.click(screen.getByRole('button', { name: 'Why?' }));
  expect(store.getState()).toMatchObject({
    panel: 'inspect',
    selected: { type: 'partition', partition: 'orders-0' },
  });
});

it('says what just happened and why', () => {
  const store = renderInHighwater(<Caption notice={null} />);
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
    store.getState().stepForward();
  });
  expect(caption()).toHaveTextContent('Broker 1 crashed.');
  expect(caption()).toHaveTextContent(/until the controller notices/);
});

it('tells of the loss of power before what is lost with it', () => {
  const store = renderInHighwater(<Caption notice={null} />);
  act(() => {
    store.getState().act({ type: 'cutPower', broker: 1 });
    store.getState().stepForward();
  });
  expect(caption()).toHaveTextContent('The machine of broker 1 lost its power.');
});

it('marks what is simpler than in Kafka', () => {
  const store = renderInHighwater(<Caption notice={null} />);
  act(() => {
    store.getState().act({ type: 'changeAcks', producer: 'producer-1', acks: 1 });
    store.getState().stepForward();
  });
  expect(screen.getByText('M15')).toHaveAccessibleDescription(/A restarted producer keeps/);
});

it('tells of the election rather than of what follows from it', () => {
  const store = renderInHighwater(<Caption notice={null} />);
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
    store.getState().stepForward();
    store.getState().stepForward();
  });
  expect(caption()).toHaveTextContent(/the controller made broker 2 leader/);
});

it('says why something was refused only while that moment is shown', () => {
  const notice = { because: 'Broker 1 is already running.', frameIndex: 0 };
  const store = renderInHighwater(<Caption notice={notice} />);
  expect(caption()).toHaveTextContent('Broker 1 is already running.');
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
    store.getState().stepForward();
  });
  expect(caption()).not.toHaveTextContent('already running');
});

it('says how to go on where nothing plays by itself, until there is nothing more', () => {
  const store = renderInHighwater(<Caption notice={null} />);
  act(() => store.getState().setPlaysByItself(false));
  expect(caption()).not.toHaveTextContent('Press →');
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
  });
  expect(caption()).toHaveTextContent('Press → for what follows.');
  act(() => {
    for (let step = 0; step < 50; step += 1) store.getState().stepForward();
  });
  expect(caption()).not.toHaveTextContent('Press →');
});

it('says once that acting in the past has opened a branch', () => {
  const store = renderInHighwater(<Caption notice={null} />);
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
    for (let step = 0; step < 4; step += 1) store.getState().stepForward();
    store.getState().toStart();
    store.getState().act({ type: 'crashBroker', broker: 2 });
    store.getState().stepForward();
  });
  expect(caption()).toHaveTextContent(
    /A new branch from [\d.]+ s; the run before is kept as branch 1\./,
  );
  act(() => store.getState().stepForward());
  expect(caption()).not.toHaveTextContent('A new branch');
});

it('names the promise that is broken where the story pauses for it', () => {
  const store = renderInHighwater(<Caption notice={null} />, writtenTwice());
  expect(store.getState().playing).toBe(false);
  expect(caption()).toHaveTextContent(
    /^Broken: “A record is written once”\. orders-0: broker 1 appended record “x” again, at/,
  );
});

function caption() {
  return screen.getByRole('paragraph');
}
