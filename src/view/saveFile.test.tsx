import { afterEach, expect, it, vi } from 'vitest';
import { saveFile } from './saveFile';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('keeps what it hands over until a person can have said yes to it, and no longer', () => {
  vi.useFakeTimers();
  const given = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one');
  const taken = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  const pressed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  saveFile('run.txt', 'a run', 'text/plain');
  expect([given.mock.calls.length, pressed.mock.calls.length]).toEqual([1, 1]);
  vi.advanceTimersByTime(30_000);
  expect(taken).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(taken).toHaveBeenCalledExactlyOnceWith('blob:one');
});
