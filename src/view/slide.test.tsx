import { expect, it, vi } from 'vitest';
import { slide } from './slide';

it('shows an animation that stands still at the place that is asked for', () => {
  const way = { pause: vi.fn<() => void>(), currentTime: 0 };
  const element = document.createElement('div');
  const animate = vi.fn<(...how: readonly unknown[]) => typeof way>(() => way);
  Object.assign(element, { animate });
  slide(element, 12.5);
  expect(way.currentTime).toBe(12.5);
  slide(element, 700);
  expect(way.currentTime).toBe(700);
  expect(animate).toHaveBeenCalledOnce();
  expect(animate.mock.calls[0]).toMatchObject([
    { transform: ['none', 'translateX(10000px)'] },
    { duration: 10_000 },
  ]);
  expect(way.pause).toHaveBeenCalledOnce();
});
