import { expect, it } from 'vitest';
import { type Moment, momentIn, queryFor } from './moment';

it.each<Moment>([
  { scene: 'copies' },
  { lesson: 'failover', step: 3 },
  { lesson: 'a & b', step: 2 },
])('is found again by its query', (moment) => {
  expect(momentIn(queryFor(moment))).toEqual(moment);
});

it('needs no step for the beginning of a lesson, and no query for none', () => {
  expect(queryFor({ lesson: 'failover', step: 1 })).toBe('?lesson=failover');
  expect(momentIn('?lesson=failover')).toEqual({ lesson: 'failover' });
  expect(queryFor(null)).toBe('');
  expect(momentIn('?theme=dark')).toBeNull();
});

it('leaves what else a query says as it was written', () => {
  const query = '?ui=stage&settings=brokers:5,acks:1&scene=leaders&step=4';
  expect(queryFor({ scene: 'copies', step: 2 }, query)).toBe(
    '?scene=copies&step=2&ui=stage&settings=brokers:5,acks:1',
  );
  expect(queryFor(null, query, ['settings'])).toBe('?ui=stage');
});
