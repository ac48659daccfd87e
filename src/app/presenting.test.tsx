import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runningStore } from '../../test/runningStore';
import { App } from './App';
import { stageRequest } from '../view/stage/fixture/stageRequest';
import { isWithin, overlaps } from '../view/stage/layout/geometry';
import { layoutStage } from '../view/stage/layout/layoutStage';
import { PresentSheet } from '../view/present/PresentSheet';
import { litBoxes } from '../view/present/spotlight';
import { renderInHighwater } from '../../test/renderInHighwater';

const person = userEvent.setup();

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe('a blank screen', () => {
  it('comes by a key of the clicker, waits, and goes by any key', async () => {
    const store = await show();
    act(() => store.getState().play());
    await person.keyboard('b');
    const black = await screen.findByRole('button', { name: /^The screen is black/ });
    expect(black).toHaveFocus();
    expect(store.getState().playing).toBe(false);
    const { playhead } = store.getState();
    await person.keyboard('{PageDown}');
    expect(black).not.toBeInTheDocument();
    expect(store.getState().playhead).toBe(playhead);
    expect(screen.getByRole('main')).toHaveFocus();
    await vi.waitFor(() => expect(spoken()).toContain('The picture is back.'));
  });

  it('goes by the F5 of a clicker too, which loads no page again', async () => {
    const store = await show();
    await person.keyboard('b');
    const black = await screen.findByRole('button', { name: /^The screen is black/ });
    expect(fireEvent.keyDown(black, { key: 'F5', code: 'F5' })).toBe(false);
    expect(store.getState().presenting?.blank).toBeNull();
  });

  it('goes by a touch too', async () => {
    const store = await show();
    await person.keyboard('w');
    await person.click(await screen.findByRole('button', { name: /^The screen is white/ }));
    expect(store.getState().presenting?.blank).toBeNull();
  });
});

describe('a number and Enter', () => {
  it('lead to the event of this number in the event list', async () => {
    const store = await show();
    crash(store);
    await person.keyboard('2');
    expect(await screen.findByText('Event 2, then Enter')).toBeInTheDocument();
    await person.keyboard('{Enter}');
    await vi.waitFor(() => expect(spoken()).toContain('Event 2.'));
    const second = store.getState().recording.line.run.happenings[1];
    expect(store.getState().playhead).toBe(second?.story);
    expect(screen.queryByText(/then Enter/)).not.toBeInTheDocument();
  });

  it('say so where there is no such event, and show what was shown', async () => {
    const store = await show();
    crash(store);
    const { playhead } = store.getState();
    const count = store.getState().recording.line.run.happenings.length;
    await person.keyboard('99999');
    await screen.findByText('Event 99999, then Enter');
    await person.keyboard('{Enter}');
    const says = `There is no event 99999: the run has events 1 to ${count}.`;
    await vi.waitFor(() => expect(spoken()).toContain(says));
    expect(store.getState().playhead).toBe(playhead);
  });

  it('can be given up', async () => {
    const store = await show();
    await person.keyboard('7');
    await screen.findByText('Event 7, then Enter');
    await person.keyboard('{Escape}');
    await vi.waitFor(() => expect(store.getState().presenting?.typed).toBe(''));
  });
});

describe('the type of the figure', () => {
  it('gets larger and smaller by keys, to an end, and as it was', async () => {
    const store = await show();
    await person.keyboard('{+}{+}');
    await vi.waitFor(() => expect(store.getState().presenting?.size).toBe(1.5));
    await person.keyboard('{-}');
    await vi.waitFor(() => expect(store.getState().presenting?.size).toBe(1.25));
    await person.keyboard('{-}{-}');
    await vi.waitFor(() => expect(store.getState().presenting?.says).toMatch(/no smaller/));
    await person.keyboard('{+}0');
    await vi.waitFor(() => expect(store.getState().presenting?.says).toBe('Type at 100 %.'));
  });
});

describe('the spotlight', () => {
  it('falls on the broker that has the focus, and goes by the same key', async () => {
    const store = await show();
    screen.getByRole('button', { name: /^Broker 2, online/ }).focus();
    await person.keyboard('s');
    await vi.waitFor(() => expect(spoken()).toContain('The spotlight is on broker 2.'));
    expect(store.getState().presenting?.spotlight).toEqual({ type: 'broker', broker: 2 });
    await person.keyboard('s');
    await vi.waitFor(() => expect(spoken()).toContain('The spotlight is off.'));
    expect(store.getState().presenting?.spotlight).toBeNull();
  });

  it('falls on the partition that was picked last where nothing has the focus', async () => {
    const store = await show();
    act(() => store.getState().selectPartition('orders-1'));
    await person.keyboard('s');
    await vi.waitFor(() => expect(spoken()).toContain('The spotlight is on orders-1.'));
  });

  it('is put on a broker from its menu', async () => {
    const store = await show();
    await person.click(screen.getByRole('button', { name: /^Broker 3, online/ }));
    await person.click(await screen.findByRole('menuitem', { name: /^Spotlight/ }));
    const spotlight = { type: 'broker', broker: 3 };
    await vi.waitFor(() => expect(store.getState().presenting).toMatchObject({ spotlight }));
  });

  it('lights the box of a broker and nothing of the others', () => {
    const layout = layoutStage(
      stageRequest({ width: 1200, height: 600, brokers: 3, partitions: 3 }),
    );
    const [lit] = litBoxes(layout, { type: 'broker', broker: 2 });
    const { 1: first, 2: second, 3: third } = layout.brokers;
    expect(lit && second && isWithin(second, lit)).toBe(true);
    expect([first, third].some((box) => box && lit && overlaps(box, lit))).toBe(false);
  });

  it('lights all replicas of a partition and no other rows', () => {
    const layout = layoutStage(
      stageRequest({ width: 1200, height: 600, brokers: 3, partitions: 3 }),
    );
    const lit = litBoxes(layout, { type: 'partition', partition: 'orders-1' });
    for (const place of Object.values(layout.brokers)) {
      const { 'orders-0': above, 'orders-1': row, 'orders-2': below } = place?.rows ?? {};
      expect(lit.some((box) => row && isWithin(row, box))).toBe(true);
      for (const other of [above, below])
        expect(lit.some((box) => other && overlaps(other, box))).toBe(false);
    }
  });
});

describe('the sheet', () => {
  it('starts a show in large type without what an audience cannot read, and ends it', async () => {
    const store = await show();
    await person.click(screen.getByRole('button', { name: 'Present' }));
    await person.click(await screen.findByRole('button', { name: 'Start presenting' }));
    expect(document.documentElement).toHaveAttribute('data-profile', 'projector');
    expect(screen.getByRole('main')).toHaveAttribute('data-bare', 'true');
    // There is no full screen here, and it is said.
    await vi.waitFor(() => expect(spoken()).toContain('This browser does not let a page fill'));
    await person.click(await screen.findByRole('button', { name: 'Stop presenting' }));
    expect(document.documentElement).toHaveAttribute('data-profile', 'standard');
    expect(store.getState().presenting?.isBare).toBe(false);
  });

  it('is not needed for a show where a clicker begins one', async () => {
    const store = await show();
    act(() => store.getState().present({ isBare: true }));
    await person.keyboard('{F5}');
    await vi.waitFor(() => expect(store.getState().presenting?.isStarted).toBe(true));
    await vi.waitFor(() => expect(spoken()).toContain('This browser does not let a page fill'));
  });

  it('says that a frame does not allow full screen', async () => {
    vi.spyOn(window, 'parent', 'get').mockReturnValue(Object.create(window));
    renderInHighwater(<PresentSheet open onOpenChange={() => undefined} />);
    await person.click(screen.getByRole('button', { name: /^Full screen/ }));
    expect(await screen.findByText(/has to allow it \(allow="fullscreen"\)/)).toBeInTheDocument();
  });

  it('leads to the number of an event', async () => {
    const store = runningStore();
    crash(store);
    renderInHighwater(<PresentSheet open onOpenChange={() => undefined} />, store);
    await person.type(screen.getByLabelText('Number of an event'), '1{Enter}');
    expect(await screen.findByText('Event 1.')).toBeInTheDocument();
  });
});

type Instance = ReturnType<typeof runningStore>;

async function show(store = runningStore()): Promise<Instance> {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  render(<App store={store} />);
  await vi.waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  return store;
}

function crash(store: Instance): void {
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
    store.getState().stepForward();
    store.getState().stepForward();
  });
}

function spoken(): string {
  return screen
    .getAllByRole('status')
    .map((each) => each.textContent)
    .join(' ');
}
