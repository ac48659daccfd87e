import { expect, it, vi } from 'vitest';
import { slide } from './slide';

it('shows an animation that stands still at the place that is asked for', () => {
  const { element, ways } = sliding();
  slide(element, 12.5, 800);
  expect(ways[0]?.currentTime).toBe(12.5);
  slide(element, 700, 800);
  expect(ways[0]?.currentTime).toBe(700);
  expect(ways).toHaveLength(1);
  expect(ways[0]?.how).toMatchObject([
    { transform: ['none', 'translateX(800px)'] },
    { duration: 800 },
  ]);
  expect(ways[0]?.pause).toHaveBeenCalledOnce();
});

it('reaches no further than there is room', () => {
  const { element, ways } = sliding();
  slide(element, 700, 800);
  slide(element, 300, 320);
  expect(ways[0]?.cancel).toHaveBeenCalledOnce();
  expect(ways[1]).toMatchObject({ currentTime: 300, id: '320' });
  expect(ways).toHaveLength(2);
});

interface Way {
  readonly how: readonly unknown[];
  readonly id: string;
  readonly pause: () => void;
  readonly cancel: () => void;
  currentTime: number;
}

/** An element, and the animations that it is given. */
function sliding() {
  const ways: Way[] = [];
  const element = document.createElement('div');
  const animate = (...how: readonly [unknown, { readonly id: string }]) => {
    const [pause, cancel] = [vi.fn<() => void>(), vi.fn<() => void>()];
    const way: Way = { how, id: how[1].id, pause, cancel, currentTime: 0 };
    ways.push(way);
    return way;
  };
  Object.assign(element, { animate });
  return { element, ways };
}
