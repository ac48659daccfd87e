import { expect, it } from 'vitest';
import { typedTo, walkedTo } from './menuKeys';

it('walks round and round with the arrows', () => {
  expect(walkedTo('ArrowDown', 0, 3)).toBe(1);
  expect(walkedTo('ArrowDown', 2, 3)).toBe(0);
  expect(walkedTo('ArrowUp', 0, 3)).toBe(2);
  expect(walkedTo('ArrowLeft', 0, 3)).toBeUndefined();
});

it('begins at the first or the last when none has the focus', () => {
  expect(walkedTo('ArrowDown', -1, 3)).toBe(0);
  expect(walkedTo('ArrowUp', -1, 3)).toBe(2);
});

it('goes to both ends', () => {
  expect([walkedTo('Home', 1, 3), walkedTo('End', 1, 3)]).toEqual([0, 2]);
});

const names = ['Crash', 'Shut down', 'Cut power', 'Pause', 'Cut off'];

it('finds what begins with the letters that were typed', () => {
  expect(typedTo('p', names, -1)).toBe(3);
  expect(typedTo('cut o', names, 2)).toBe(4);
  expect(typedTo('cut', names, 2)).toBe(2);
  expect(typedTo('x', names, 0)).toBeUndefined();
});

it('goes from one to the next with one letter again and again', () => {
  expect(typedTo('c', names, -1)).toBe(0);
  expect(typedTo('cc', names, 0)).toBe(2);
  expect(typedTo('ccc', names, 2)).toBe(4);
  expect(typedTo('cccc', names, 4)).toBe(0);
});
