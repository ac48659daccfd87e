import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { HighwaterProvider } from '../../store/HighwaterContext';
import { DEFAULT_SETTINGS } from '../../sim/config';
import { scenarioFor } from '../../timeline/openingScenario';
import { loadScene } from '../../lessons/loadScene';
import { runningStore } from '../../../test/runningStore';
import { Stage } from './Stage';

const produce = {
  type: 'produce',
  producer: 'producer-1',
  partition: 'orders-0',
  key: null,
  value: 'x',
} as const;
const crash = { type: 'crashBroker', broker: 1 } as const;

describe('the stage of the opening scene', () => {
  it('names every broker with all that stands on it', () => {
    stage();
    const broker = screen.getByRole('region', { name: /^Broker 1, online\./ });
    expect(broker).toHaveAccessibleName(
      /orders-0 leader, 4 records, high watermark 4, epoch \d+\. orders-1 follower, in sync/,
    );
    expect(screen.getAllByRole('region', { name: /^Broker/ })).toHaveLength(3);
  });

  it('opens a menu from the header of a broker', () => {
    stage();
    const header = screen.getByRole('button', { name: 'Broker 2, online: menu' });
    expect(header).toHaveAttribute('aria-haspopup', 'menu');
  });

  it('produces, and turns the steady load on, by buttons of the producer', async () => {
    const { onProduce, onToggleLoad } = stage();
    await userEvent.click(screen.getByRole('button', { name: 'Produce' }));
    await userEvent.click(screen.getByRole('button', { name: 'Steady load' }));
    expect(onProduce).toHaveBeenCalledOnce();
    expect(onToggleLoad).toHaveBeenCalledOnce();
  });

  it('selects a partition by a click on any of its replicas', async () => {
    const { store } = stage();
    const row = screen.getByRole('button', { name: /^orders-2 follower.*on broker 1$/ });
    expect(row).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(row);
    expect(store.getState().selectedPartition).toBe('orders-2');
    expect(row).toHaveAttribute('aria-pressed', 'true');
  });

  it('picks a record by a click on its cell, and rings it on every replica that has it', () => {
    const { store } = stage();
    clickCell(screen.getByRole('button', { name: /^orders-2 leader/ }), '1');
    expect(store.getState().selected).toEqual({
      type: 'record',
      partition: 'orders-2',
      recordId: 6,
    });
    expect(store.getState().panel).toBe('records');
    const ringed = [...document.querySelectorAll('[data-picked="true"]')];
    expect(ringed.map((cell) => cell.textContent)).toEqual(['1', '1', '1']);
  });

  it('says what was promised and what became of it', () => {
    stage();
    const producer = screen.getByRole('region', { name: 'Producer' });
    expect(producer).toHaveTextContent('11 acknowledged · 11 safe · 0 lost');
  });
});

describe('a crash', () => {
  it('is seen at once, while the controller still counts on the broker', () => {
    const { store } = stage();
    act(() => void store.getState().act(crash));
    act(() => store.getState().stepForward());
    const broker = screen.getByRole('region', { name: /^Broker 1, crashed\./ });
    expect(within(broker).getByText('crashed')).toBeInTheDocument();
    expect(within(broker).getByText('still leader')).toBeInTheDocument();
  });

  it('is followed by an election, which the controller tells', () => {
    const { store } = stage();
    act(() => void store.getState().act(crash));
    act(() => playOut(store));
    expect(
      screen.getByRole('region', { name: /Broker 2, online\. orders-0 leader/ }),
    ).toBeVisible();
    expect(screen.getByText('crashed · fenced')).toBeInTheDocument();
  });
});

describe('a picture that stands still', () => {
  it('shows the high watermark where it is now, and marks the way that it came', () => {
    const { store, container } = stage();
    act(() => void store.getState().act(produce));
    act(() => playOut(store));
    act(() => store.getState().toStart());
    while (!container.querySelector('[class*="trail"]')) act(() => store.getState().stepForward());
    const trail = container.querySelector('[class*="trail"]');
    expect(trail).toHaveStyle({ opacity: '0.55' });
    expect(trail?.nextElementSibling).toHaveStyle({ transform: 'translateX(0px)' });
    act(() => store.getState().play());
    const flag = container.querySelector('[class*="trail"] + [class*="flag"]');
    expect(flag).not.toHaveStyle({ transform: 'translateX(0px)' });
  });

  it('knows no epoch before a broker that starts again has been told', () => {
    const { store } = stage();
    for (const command of [crash, { type: 'startBroker', broker: 1 } as const]) {
      act(() => void store.getState().act(command));
      act(() => store.getState().stepForward());
    }
    const broker = screen.getByRole('region', { name: /^Broker 1, starting\./ });
    expect(broker).toHaveAccessibleName(/orders-0 .*epoch unknown/);
    expect(within(broker).getAllByText(/epoch –$/)).toHaveLength(3);
  });
});

describe('racks', () => {
  it('are named below their brokers and on the cards of the clients', () => {
    const racks = { 1: 'a', 2: 'a', 3: 'b' };
    const settings = { ...DEFAULT_SETTINGS, racks, clientRacks: { 'consumer-1': 'b' } };
    stage(runningStore(scenarioFor(settings, 1)));
    expect(screen.getAllByTitle(/^broker\.rack=/).map(({ textContent }) => textContent)).toEqual([
      'rack a',
      'rack b',
    ]);
    expect(screen.getByRole('region', { name: /^Broker 2, online, rack a/ })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Consumer, rack b' })).toHaveTextContent('rack b');
  });
});

describe('the picture', () => {
  it('of a moment is the same however one comes to it', async () => {
    await import('./messages/Traffic');
    const { store } = stage();
    act(() => void store.getState().act(produce));
    act(() => playOut(store));
    const moments = [0.4, 1.1, 1.9, 2.6];
    const forward = moments.map((story) => pictureAt(store, story));
    const back = moments.toReversed().map((story) => pictureAt(store, story));
    expect(back.toReversed()).toEqual(forward);
    expect(new Set(forward).size).toBe(moments.length);
  });

  it('names what moves, and keeps it out of the way of the keys', async () => {
    const { store, container } = stage();
    act(() => void store.getState().act(produce));
    act(() => playOut(store));
    act(() => store.getState().seek(0.4));
    const moving = await waitFor(() => {
      const found = container.querySelectorAll('[data-kind="produce"]');
      expect(found.length).toBeGreaterThan(0);
      return found;
    });
    for (const each of moving) expect(each.closest('[aria-hidden="true"]')).toBeNull();
    const name = /^Produce .*, from producer 1 to broker 1$/;
    expect(screen.getByRole('button', { name })).toHaveAttribute('tabindex', '-1');
  });
});

describe('the stage of a scene', () => {
  it('shows nobody whom the scene is not about, and no message of theirs', async () => {
    const store = runningStore();
    const { container } = stage(store);
    expect(screen.getByRole('button', { name: 'Produce' })).toBeInTheDocument();
    const scene = await loadScene('fetch');
    act(() => store.getState().openScene(scene));
    expect(screen.queryByRole('button', { name: 'Produce' })).toBeNull();
    const seen = new Set<string>();
    for (let nth = 0; nth < 60; nth += 1) {
      act(() => {
        store.getState().play();
        store.getState().advance(0.1);
        store.getState().pause();
      });
      for (const each of container.querySelectorAll('[data-kind][aria-label]'))
        seen.add(each.getAttribute('aria-label') ?? '');
    }
    expect([...seen].join()).toMatch(/from broker 2 to broker 1/i);
    expect([...seen].join()).not.toMatch(/producer|consumer|controller/i);
  });
});

function stage(store = runningStore()) {
  const [onProduce, onToggleLoad] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const { container } = render(stageOf(store, onProduce, onToggleLoad));
  return { store, container, onProduce, onToggleLoad };
}

/** The cell lies under the button of its row, so the click is told by its place. */
function clickCell(row: HTMLElement, offset: string) {
  const cells = [...(row.parentElement?.querySelectorAll('[data-picked]') ?? [])];
  const cell = cells.find(({ textContent }) => textContent === offset);
  const picture = document.querySelector<HTMLElement>('[style*="--cell-y"]');
  const strip = cell?.parentElement;
  if (!strip || !picture) throw new Error(`Offset ${offset} has no cell there.`);
  const place = [...strip.children].indexOf(cell);
  const laid = (name: string) => parseFloat(picture.style.getPropertyValue(name));
  const x = parseFloat(strip.style.left) + place * (laid('--cell-width') + laid('--cell-gap'));
  fireEvent.click(row, { detail: 1, clientX: x + 8, clientY: laid('--cell-y') + 8 });
}

type Store = ReturnType<typeof runningStore>;

function stageOf(store: Store, onProduce = () => {}, onToggleLoad = () => {}) {
  return (
    <HighwaterProvider store={store}>
      <Stage
        width={1214}
        height={592}
        reducedMotion={false}
        onProduce={onProduce}
        onToggleLoad={onToggleLoad}
        renderBrokerMenu={(_broker, trigger) => trigger}
        renderPartitionMenu={(_partition, trigger) => trigger}
        renderClientMenu={(_client, trigger) => trigger}
      />
    </HighwaterProvider>
  );
}

function playOut(store: Store) {
  for (let count = 0; store.getState().playing && count < 5_000; count += 1)
    store.getState().advance(1 / 30);
}

/** Drawn anew, as by somebody who was nowhere else before. */
function pictureAt(store: Store, story: number): string {
  act(() => store.getState().seek(story));
  const { container, unmount } = render(stageOf(store));
  const picture = container.innerHTML;
  unmount();
  return picture;
}
