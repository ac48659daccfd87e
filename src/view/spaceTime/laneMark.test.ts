import { expect, it } from 'vitest';
import type { Event } from '../../sim/event';
import { laneMarkOf, nodeOf } from './laneMark';

const message = {
  flightId: 7,
  from: 'broker-2',
  to: 'broker-1',
  message: 'fetchRequest',
} as const;

it.each<Event>([
  { type: 'messageHeld', ...message },
  { type: 'messageLost', ...message, sentAt: 1, background: false, because: 'dropped' },
])('marks what is done to a message on the lane of its sender: $type', (event) => {
  expect(laneMarkOf(event)?.node).toBe('broker-2');
});

it.each<Event>([
  { type: 'messageReleased', ...message },
  { type: 'messageDuplicated', ...message },
  { type: 'messageHastened', ...message },
])('knows the sender of a message as whom it is about: $type', (event) => {
  expect(nodeOf(event)).toBe('broker-2');
});
