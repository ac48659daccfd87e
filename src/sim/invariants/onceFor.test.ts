import { expect, it } from 'vitest';
import { onceFor } from './onceFor';

it('computes once for each pair, also when the result is nothing', () => {
  const asked: string[] = [];
  const compare = onceFor((one: { name: string }, other: { name: string }) => {
    asked.push(one.name + other.name);
    return one.name === other.name ? one.name : null;
  });
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  expect([compare(a, b), compare(a, b), compare(a, a), compare(b, a)]).toEqual([
    null,
    null,
    'a',
    null,
  ]);
  expect(asked).toEqual(['ab', 'aa', 'ba']);
});
