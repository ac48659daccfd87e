import { describe, expect, it } from 'vitest';
import { NO_DRAWS, place } from './placement';
import type { PlaceableBroker } from './placement';

function brokers(
  count: number,
  fields: { readonly [id in number]?: Partial<PlaceableBroker> } = {},
): readonly PlaceableBroker[] {
  return Array.from({ length: count }, (_, index) => {
    const id = index + 1;
    return { id, rack: null, fenced: false, ...fields[id] };
  });
}

function assignments(
  placed: readonly PlaceableBroker[],
  partitions: number,
  factor: number,
): readonly (readonly number[])[] {
  const placement = place(placed, partitions, factor);
  return placement.error === 'NONE' ? placement.assignments : [];
}

const racks = { 1: { rack: 'a' }, 2: { rack: 'a' }, 3: { rack: 'b' }, 4: { rack: 'b' } };

describe('the placement of replicas', () => {
  it('rotates the leaders from one partition to the next', () => {
    expect(assignments(brokers(3), 3, 3)).toEqual([
      [1, 2, 3],
      [2, 3, 1],
      [3, 1, 2],
    ]);
  });

  it('puts the copies of a partition on different racks', () => {
    const rackOf = (id: number): string => (id <= 2 ? 'a' : 'b');
    for (const replicas of assignments(brokers(4, racks), 4, 2)) {
      expect(new Set(replicas.map(rackOf)).size).toBe(2);
    }
  });

  it('rotates the leaders over the racks too', () => {
    expect(assignments(brokers(4, racks), 4, 2).map(([leader]) => leader)).toEqual([1, 4, 1, 4]);
  });

  it('never puts two copies of a partition on one broker', () => {
    for (const replicas of assignments(brokers(5), 12, 4)) {
      expect(new Set(replicas).size).toBe(4);
    }
  });

  it('uses a fenced broker only when needed, and never first', () => {
    const fenced = brokers(3, { 1: { fenced: true } });
    expect(assignments(fenced, 2, 2).flat()).not.toContain(1);
    const all = assignments(fenced, 2, 3).map((replicas) => replicas.at(-1));
    expect(all).toEqual([1, 1]);
  });

  it('begins further on when chance says so', () => {
    const draws = { ...NO_DRAWS, listOffset: () => 2 };
    expect(place(brokers(3), 1, 3, draws)).toEqual({ error: 'NONE', assignments: [[3, 1, 2]] });
  });
});

describe('a placement is refused', () => {
  it('with more copies than there are brokers', () => {
    expect(place(brokers(2), 1, 3)).toMatchObject({ error: 'INVALID_REPLICATION_FACTOR' });
  });

  it('with no copy or with half a copy', () => {
    expect(place(brokers(2), 1, 0)).toMatchObject({ error: 'INVALID_REPLICATION_FACTOR' });
    expect(place(brokers(2), 1, 1.5)).toMatchObject({ error: 'INVALID_REPLICATION_FACTOR' });
  });

  it('when every broker is fenced', () => {
    const fenced = brokers(1, { 1: { fenced: true } });
    expect(place(fenced, 1, 1)).toMatchObject({ because: 'Every broker is fenced.' });
  });
});
