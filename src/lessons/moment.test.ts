import { expect, it } from 'vitest';
import { queryFor } from './moment';

it('is found again by its query', () => {
  const asked = new URLSearchParams(queryFor({ lesson: 'a & b', step: 2 }));
  expect(Object.fromEntries(asked)).toEqual({ lesson: 'a & b', step: '2' });
  expect(queryFor({ scene: 'copies' })).toBe('?scene=copies');
});

it('needs no step for the beginning of a lesson, and no query for none', () => {
  expect(queryFor({ lesson: 'failover', step: 1 })).toBe('?lesson=failover');
  expect(queryFor(null)).toBe('');
});

it('leaves what else a query says as it was written', () => {
  const query = '?ui=stage&settings=brokers:5,acks:1&scene=leaders&step=4';
  expect(queryFor({ scene: 'copies', step: 2 }, query)).toBe(
    '?scene=copies&step=2&ui=stage&settings=brokers:5,acks:1',
  );
  expect(queryFor(null, query, ['settings'])).toBe('?ui=stage');
});
