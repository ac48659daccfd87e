import { expect, it } from 'vitest';
import { checkAsked, isHostMessage } from './hostMessage';
import { LINK_MAX } from './link/linkLimits';

const target = 'highwater';

it.each([
  { target, type: 'load', lesson: 'failover', step: 2 },
  { target, type: 'load', scene: 'copies' },
  { target, type: 'load', run: `1.${'aZ_-0'.repeat(3_000)}` },
  { target, type: 'seek', seconds: 2.5 },
  { target, type: 'step', by: -1 },
  { target, type: 'theme', theme: 'dark' },
])('takes a message of the right shape: $type', (message) => {
  expect(isHostMessage(message)).toBe(true);
});

it.each([
  [null],
  ['step'],
  [[{ target, type: 'step', by: 1 }]],
  [{ type: 'step', by: 1 }],
  [{ target: 'other', type: 'step', by: 1 }],
  [{ target, type: 'step', by: 2 }],
  [{ target, type: 'step', by: 1, more: true }],
  [{ target, type: 'seek', seconds: '2' }],
  [{ target, type: 'seek', seconds: NaN }],
  [{ target, type: 'seek', seconds: -1 }],
  [{ target, type: 'seek', seconds: 1e9 }],
  [{ target, type: 'theme', theme: 'pink' }],
  [{ target, type: 'load', lesson: '<b>' }],
  [{ target, type: 'load', step: 1.5 }],
  [{ target, type: 'load', run: '1.<b>' }],
  [{ target, type: 'load', run: `1.${'a'.repeat(LINK_MAX + 1)}` }],
  [{ target, type: 'toString' }],
])('takes nothing else: %j', (message) => {
  expect(isHostMessage(message)).toBe(false);
});

it.each([
  ['seek', { seconds: 'x' }, /^seek: seconds: expected 0 to 600$/],
  ['seek', { seconds: 1e9 }, /^seek: seconds: expected 0 to 600$/],
  ['step', { by: 5 }, /^step: by: expected one of 1, -1, got 5$/],
  ['load', { scene: 7 }, /^load: scene: expected a name like "failover", got 7$/],
  ['load', { speed: 1 }, /^load: speed: there is no such field$/],
] as const)('throws where a method is asked for what has another shape: %s %j', (...given) => {
  const [type, asked, message] = given;
  expect(() => checkAsked(type, asked)).toThrow(TypeError);
  expect(() => checkAsked(type, asked)).toThrow(message);
});

it('lets a method do what a message may ask', () => {
  expect(() => checkAsked('load', { scene: 'copies', step: 2 })).not.toThrow();
  expect(() => checkAsked('seek', { seconds: 2.5 })).not.toThrow();
  expect(() => checkAsked('step', { by: -1 })).not.toThrow();
});
