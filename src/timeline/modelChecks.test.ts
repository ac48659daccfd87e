import { expect, it } from 'vitest';
import { recordedStory } from '../../test/recordedStory';
import { step } from '../sim/step';
import { rowOf } from '../sim/table';
import type { World } from '../sim/world';
import { checkedUntil, checkNextFrame, modelChecks } from './modelChecks';
import { frameCount } from './recording';

it('finds nothing broken in a long run, though most of its frames have been let go', () => {
  const { recording } = recordedStory()
    .does({ type: 'startLoad', producer: 'producer-1', recordsPerSecond: 20 })
    .waits(2_000)
    .does({ type: 'crashBroker', broker: 1 })
    .waits(20_000);
  const last = frameCount(recording) - 1;
  expect(last).toBeGreaterThan(1_500);
  expect(checkNextFrame(recording, 0)).toBe(true);
  expect(checkNextFrame(recording, 0)).toBe(false);
  while (checkNextFrame(recording, last));
  expect(checkedUntil(recording)).toBe(last);
  const checks = modelChecks(recording, last);
  expect(checks.length).toBeGreaterThan(15);
  expect(checks.filter(({ broken }) => broken !== null)).toEqual([]);
});

it('names the frame in which an invariant was first broken, from there on, and goes on', () => {
  const { recording } = recordedStory()
    .does({ type: 'produce', producer: 'producer-1', partition: 'orders-0', key: null, value: 'a' })
    .until('recordsAcknowledged');
  const { line } = recording;
  const last = frameCount(recording) - 1;
  let steps = 0;
  const wrong: typeof step = (world, commands) => {
    steps += 1;
    const right = step(world, commands);
    return steps < last - 1 ? right : { ...right, world: withWatermark(right.world, 99) };
  };
  const planted = { ...recording, line: { ...line, run: { ...line.run, step: wrong } } };
  while (checkNextFrame(planted, last));
  const foundUntil = (until: number) =>
    modelChecks(planted, until).find(({ name }) => name.startsWith('A high watermark lies'));
  expect(foundUntil(last - 2)?.broken).toBeNull();
  expect(foundUntil(last)?.broken).toMatchObject({
    index: last - 1,
    says: expect.stringContaining('99'),
  });
});

function withWatermark(world: World, highWatermark: number): World {
  const broker = rowOf(world.brokers, 2);
  const replica = { ...rowOf(broker.replicas, 'orders-0'), highWatermark };
  const changed = { ...broker, replicas: { ...broker.replicas, 'orders-0': replica } };
  return { ...world, brokers: { ...world.brokers, 2: changed } };
}
