import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { standaloneSvg } from './saveSvg';
import { SpaceTime } from './SpaceTime';

const person = userEvent.setup();

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_200);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
});

it('says in words what it shows', () => {
  const store = shown();
  expect(diagram()).toHaveAccessibleName(/^Space-time diagram of orders-0: 0 messages/);
  act(() => play(store));
  expect(diagram()).toHaveAccessibleName(/: [1-9]\d* messages between 0\.7\d\d s and/);
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
    store.getState().advance(1);
  });
  expect(diagram()).toHaveAccessibleName(/; broker 1 crashed$/);
  act(() => playOut(store));
  expect(diagram()).toHaveAccessibleName(/; 8\.\d s quiet: \d+ fetches, \d+ heartbeats/);
});

it('says all of a quiet stretch to whoever points at it', () => {
  const store = shown();
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
    playOut(store);
  });
  const blocks = [...diagram().querySelectorAll('rect[rx="6"]')];
  const x = Number(blocks.at(-1)?.getAttribute('x')) + 96 + 8;
  fireEvent.mouseMove(diagram(), { clientX: x, clientY: 290 });
  expect(diagram().title).toMatch(/^\d+\.\d s quiet: \d+ /);
});

it('goes from message to message with the arrow keys and opens one with Enter', async () => {
  const store = shown();
  act(() => play(store));
  diagram().focus();
  await person.keyboard('{ArrowRight}');
  await heard(
    /^Produce \w+, from producer 1 to broker 1, sent at 0\.\d{3} s, arrived at 0\.\d{3} s$/,
  );
  await person.keyboard('{ArrowRight}');
  await heard(/^Offset 4.* from broker 1 to broker \d/);
  await person.keyboard('{Enter}');
  const { selected, panel } = store.getState();
  expect(selected).toMatchObject({ type: 'message' });
  expect(panel).toBe('wire');
});

it('picks the message that is pressed, and shows the moment that is pressed on the clock', () => {
  const store = shown();
  act(() => play(store));
  const path = diagram().querySelector('g[data-flight] path')?.getAttribute('d') ?? '';
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = path.match(/[\d.]+/g)?.map(Number) ?? [];
  press(96 + (x1 + x2) / 2, (y1 + y2) / 2);
  expect(store.getState().selected).toMatchObject({ type: 'message' });
  const before = store.getState().playhead;
  press(96 + 60, 295);
  expect(store.getState().playhead).toBeLessThan(before);
  expect(store.getState().playhead).toBeGreaterThan(0);
});

it('shows other partitions and routine traffic when asked', async () => {
  const store = shown();
  act(() => play(store));
  const few = diagram().querySelectorAll('g[data-flight]').length;
  await person.click(screen.getByRole('button', { name: 'All messages', pressed: false }));
  expect(diagram().querySelectorAll('g[data-flight]').length).toBeGreaterThan(few);
  await person.click(screen.getByRole('button', { name: 'All partitions', pressed: false }));
  expect(diagram()).toHaveAccessibleName(/^Space-time diagram of all partitions/);
  expect(screen.getByText('all partitions, epochs: orders-0')).toBeVisible();
});

it('zooms, pans, and comes back to the playhead', async () => {
  const store = shown();
  act(() => play(store));
  const clocks = () => diagram().textContent;
  const before = clocks();
  await person.click(screen.getByRole('button', { name: 'Zoom in' }));
  expect(clocks()).not.toBe(before);
  diagram().focus();
  await person.keyboard('-');
  expect(clocks()).toBe(before);
  await person.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(clocks()).not.toBe(before);
  await person.click(screen.getByRole('button', { name: 'Playhead' }));
  expect(clocks()).toBe(before);
});

it('is saved as a picture that stands by itself', () => {
  const store = shown();
  act(() => play(store));
  const svg = diagram().querySelector('svg');
  if (!svg) throw new Error('There is no picture.');
  const { svg: text } = standaloneSvg(
    svg,
    {
      title: 'Space-time',
      description: 'One & all <messages>',
      legend: null,
      now: { x: 300, clock: '1.667 s', veilEnd: 800, isLast: false },
    },
    { colour: () => 'rgb(1, 2, 3)', sans: 'Inter', mono: 'Menlo' },
  );
  expect(text).not.toMatch(/var\(|class=/);
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  expect(parsed.querySelector('desc')?.textContent).toBe('One & all <messages>');
  expect(parsed.documentElement.textContent).toMatch(/Broker 2.*1\.667 s/);
  const fonts = [...parsed.querySelectorAll('[font-family]')];
  expect(fonts.map((each) => each.getAttribute('font-family'))).toEqual(['Inter', 'Menlo']);
  // What comes after the playhead lies under a veil, up to the end of the picture.
  expect(parsed.querySelector('[fill-opacity="0.6"]')?.getAttribute('width')).toBe('500');
  const leader = [...parsed.querySelectorAll('text')].find((each) =>
    each.textContent?.includes('leader, epoch'),
  );
  // Lines that cross the words keep clear of them, in a picture too.
  expect(leader?.closest('[paint-order="stroke"]')?.getAttribute('stroke')).toBe('rgb(1, 2, 3)');
  for (const element of parsed.querySelectorAll('[font-size]'))
    expect(Number(element.getAttribute('font-size'))).toBeGreaterThanOrEqual(12);
});

function shown() {
  return renderInHighwater(<SpaceTime />);
}

function heard(words: RegExp) {
  return waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(words));
}

function diagram(): HTMLElement {
  return screen.getByRole('application');
}

function press(x: number, y: number): void {
  const at = { clientX: x, clientY: y, button: 0, pointerId: 1 };
  fireEvent.pointerDown(diagram(), at);
  fireEvent.pointerUp(diagram(), at);
}

function play(store: ReturnType<typeof renderInHighwater>): void {
  const { act: order } = store.getState();
  order({
    type: 'produce',
    producer: 'producer-1',
    partition: 'orders-0',
    key: null,
    value: 'x',
  });
  playOut(store);
}

function playOut(store: ReturnType<typeof renderInHighwater>): void {
  for (let turn = 0; turn < 100 && store.getState().playing; turn += 1)
    store.getState().advance(0.25);
}
