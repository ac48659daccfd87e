import { expect, it } from 'vitest';
import { clockText, paceText, shortClockText } from './clockText';

it('shows the clock of the cluster to the millisecond', () => {
  expect(clockText(24_013)).toBe('24.013 s');
  expect(clockText(24_013.9)).toBe('24.013 s');
  expect(shortClockText(24_013)).toBe('24.0 s');
});

it('says how much of Kafka one second on the page is', () => {
  expect(paceText(2)).toBe('1 s here = 2 ms in Kafka');
  expect(paceText(0.251)).toBe('1 s here = 0.25 ms in Kafka');
  expect(paceText(3_210)).toBe('1 s here = 3.2 s in Kafka');
  expect(paceText(0)).toBe('clock stands still');
});
