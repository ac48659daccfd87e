import { expect, it } from 'vitest';
import { menuPlace } from './menuPlace';

const screen = { width: 1000, height: 800 };
const menu = { width: 330, height: 400 };

it('opens below what it belongs to, at its left edge', () => {
  const place = menuPlace({ left: 100, top: 60, bottom: 100 }, menu, screen);
  expect(place).toEqual({ left: 100, top: 106, bottom: null, maxHeight: 686 });
});

it('opens above where there is no room below', () => {
  const place = menuPlace({ left: 100, top: 600, bottom: 640 }, menu, screen);
  expect(place).toEqual({ left: 100, top: null, bottom: 206, maxHeight: 586 });
});

it('takes the larger side when it fits on neither, and is no higher than that', () => {
  const tall = { width: 330, height: 900 };
  const low = menuPlace({ left: 100, top: 500, bottom: 540 }, tall, screen);
  expect(low).toMatchObject({ top: null, maxHeight: 486 });
  const high = menuPlace({ left: 100, top: 300, bottom: 340 }, tall, screen);
  expect(high).toMatchObject({ bottom: null, maxHeight: 446 });
});

it('stays away from both sides of the screen', () => {
  const at = { top: 60, bottom: 100 };
  expect(menuPlace({ ...at, left: 900 }, menu, screen).left).toBe(662);
  expect(menuPlace({ ...at, left: -40 }, menu, screen).left).toBe(8);
});
