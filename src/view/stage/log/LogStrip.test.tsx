import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openingWorld } from '../../../../test/renderPicture';
import type { Replica } from '../../../sim/broker/state';
import { type MovingValue, movingValue } from '../../../store/movingValue';
import type { ReplicaEffects } from '../effects/happenings';
import type { CellsLayout } from '../layout/rowLayout';
import { StageTimeContext } from '../StageTime';
import { LogStrip } from './LogStrip';

const CELLS: CellsLayout = {
  x: 0,
  y: 0,
  width: 20,
  height: 20,
  gap: 4,
  font: 12,
  count: 8,
  earlierWidth: 60,
  earlierWords: 'long',
  flagDrop: 8,
};
const EFFECTS: ReplicaEffects = {
  arrived: [{ from: 0, to: 2, at: 0 }],
  truncated: [],
  highWatermark: null,
  roleChangedAt: null,
};

it('leaves the cells that came before as they are while more come', () => {
  const { playhead, follows } = countedPlayhead();
  const clusterTime = movingValue(0);
  const time = { playhead, clusterTime, playing: true, reducedMotion: false };
  const strip = (records: number, arrived: ReplicaEffects['arrived']) => (
    <StageTimeContext value={time}>
      <LogStrip
        replica={replicaWith(records)}
        cells={CELLS}
        window={{ start: 0, count: 8, x: 0 }}
        effects={{ ...EFFECTS, arrived }}
      />
    </StageTimeContext>
  );
  const { rerender } = render(strip(2, EFFECTS.arrived));
  const forEach = follows() / 2;
  expect(forEach, 'each follows the playhead').toBeGreaterThan(0);
  rerender(strip(3, [...EFFECTS.arrived, { from: 2, to: 3, at: 0.1 }]));
  expect(screen.getByText('2')).toBeInTheDocument();
  expect(follows(), 'one more cell, nothing anew').toBe(3 * forEach);
});

function countedPlayhead() {
  const inner = movingValue(0);
  let count = 0;
  const playhead: MovingValue = {
    get: inner.get,
    follow: (told) => {
      count += 1;
      return inner.follow(told);
    },
  };
  return { playhead, follows: () => count };
}

function replicaWith(records: number): Replica {
  const replica = openingWorld().brokers[1]?.replicas['orders-0'];
  const [record] = replica?.log.records ?? [];
  if (!replica || !record) throw new Error('The opening scene has a record.');
  const log = {
    ...replica.log,
    startOffset: 0,
    records: Array.from({ length: records }, (_, offset) => ({ ...record, id: offset, offset })),
  };
  return { ...replica, log, highWatermark: 0 };
}
