import { expect, it } from 'vitest';
import { stageRequest } from '../fixture/stageRequest';
import { layoutStage } from '../layout/layoutStage';
import { boxOf } from './DeletedReplicas';

const size = { width: 1214, height: 592, brokers: 3, partitions: 3 };

it('a deleted replica fades at the height of the partition, in its own broker', () => {
  const layout = layoutStage(stageRequest({ ...size, copies: 2 }));
  const [without] = Object.values(layout.brokers).filter((each) => each && !each.rows['orders-0']);
  const [with_] = Object.values(layout.brokers).filter((each) => each?.rows['orders-0']);
  const box = boxOf(layout, without?.id ?? 0, 'orders-0');
  expect(box?.y).toBe(with_?.rows['orders-0']?.y);
  expect((box?.x ?? 0) > (without?.x ?? 0)).toBe(true);
});

it('nothing fades over a replica that is there', () => {
  const layout = layoutStage(stageRequest(size));
  expect(boxOf(layout, 1, 'orders-0')).toBeNull();
});
