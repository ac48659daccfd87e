import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { lossScenario } from '../../../test/lossScenario';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { runningStore } from '../../../test/runningStore';
import { happeningsUntil } from '../../timeline/recording';
import { SidePanel } from '../panel/SidePanel';
import { PromisesPanel } from './PromisesPanel';

const person = userEvent.setup();

it('says of each promise that it is held, why, and what permits to break it', () => {
  renderInHighwater(<PromisesPanel />);
  const [first, ...others] = promises();
  expect(first).toHaveTextContent('An acknowledged record is never lost: ✓ held');
  expect(first).toHaveTextContent(/acks=all.*acks=0 or acks=1/);
  expect(others).toHaveLength(4);
});

it('leads from a broken promise through its causes to the deed and the setting', async () => {
  const store = loseRecord();
  const { recording, playhead } = store.getState();
  const number = recording.line.run.happenings.findIndex(
    ({ event }) => event.type === 'promiseBroken',
  );
  expect(
    within(promise(0)).getByRole('button', { name: `✗ broken at event ${number + 1}` }),
  ).toBeInTheDocument();
  const causes = within(screen.getByRole('list', { name: 'Why' })).getAllByRole('button');
  expect(causes.map((cause) => cause.textContent)).toEqual([
    expect.stringMatching(/orders-0: record “x” acknowledged, and lost\./),
    expect.stringMatching(/made broker 2 leader, epoch 1\. Its log has no record “x”\./),
    expect.stringMatching(/fenced broker 1/),
    expect.stringMatching(/Broker 1 crashed\. Somebody did this\./),
    expect.stringMatching(/Only broker 1 had it then\./),
    expect.stringMatching(/^startacks=1 permits it: .* A setting\./),
  ]);
  const crash = causes[3];
  if (crash) await person.click(crash);
  expect(store.getState().playhead).toBeLessThan(playhead);
  expect(screen.getByRole('button', { name: /Broker 1 crashed/ })).toHaveAttribute(
    'aria-current',
    'step',
  );
});

it('looks at the model’s own invariants in every step while somebody watches', async () => {
  renderInHighwater(<PromisesPanel />);
  expect(await screen.findByText(/^Looked at in every step up to event 0/)).toBeInTheDocument();
  const list = screen.getByRole('list', { name: 'Invariants of the model' });
  const items = within(list).getAllByRole('listitem');
  expect(items.length).toBeGreaterThan(15);
  for (const item of items) expect(item).toHaveTextContent('✓ held');
  expect(list).toHaveTextContent(/as long as nobody elected uncleanly/);
});

it('the tab counts what is broken, and the line below the panel leads there', async () => {
  const store = lostRecord();
  renderInHighwater(<SidePanel />, store);
  expect(screen.getByRole('tab', { name: /^Promises\s*1 broken$/ })).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: '1 promise broken: why?' }));
  expect(store.getState().panel).toBe('promises');
  act(() => store.getState().toStart());
  expect(screen.queryByRole('tab', { name: /broken/ })).toBeNull();
});

function lostRecord() {
  const store = runningStore(lossScenario());
  const { act: order, advance } = store.getState();
  order({
    type: 'produce',
    producer: 'producer-1',
    partition: 'orders-0',
    key: null,
    value: 'x',
  });
  const isTold = () => {
    const { recording, frameIndex } = store.getState();
    const happenings = happeningsUntil(recording, frameIndex);
    return happenings.some(({ event }) => event.type === 'recordsAcknowledged');
  };
  while (!isTold()) advance(1 / 60);
  order({ type: 'crashBroker', broker: 1 });
  while (store.getState().playing) advance(1 / 60);
  return store;
}

function loseRecord() {
  return renderInHighwater(<PromisesPanel />, lostRecord());
}

function promises(): readonly HTMLElement[] {
  const list = screen.getByRole('list', { name: 'Promises to those who use the cluster' });
  return [...list.children].filter((child) => child instanceof HTMLElement);
}

function promise(index: number): HTMLElement {
  const found = promises()[index];
  if (!found) throw new Error(`There is no promise ${index}.`);
  return found;
}
