import { expect, it } from 'vitest';
import type { Command } from '../../sim/command';
import { partitionIdsIn } from '../../sim/ids';
import { openingScenario } from '../../timeline/openingScenario';
import { act, extend, record } from '../../timeline/recorder';
import { frame, frameCount, lastStory, type Recording } from '../../timeline/recording';
import { epochBands } from './epochBands';

const opening = record(openingScenario());

it('tells the leader epochs of a partition from the first moment to the last', () => {
  expect(epochBands(opening).get('orders-0')).toEqual([
    { leaderEpoch: 0, leader: 1, from: 0, to: Infinity },
  ]);
  const crashed = done({ type: 'crashBroker', broker: 1 });
  const bands = epochBands(crashed).get('orders-0') ?? [];
  expect(bands.map(({ leaderEpoch, leader }) => [leaderEpoch, leader])).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(bands[0]?.to).toBe(bands[1]?.from);
});

it('says of every frame what the controller had decided, whatever had changed the epoch', () => {
  const moved = { partition: 'orders-0', replicas: [2, 3] } as const;
  const story = done(
    { type: 'reassignPartitions', targets: [moved] },
    { type: 'shutDownBroker', broker: 2 },
    { type: 'crashBroker', broker: 3 },
    { type: 'startBroker', broker: 2 },
    {
      type: 'createTopic',
      topic: 'payments',
      partitions: 2,
      replicationFactor: 1,
      minInsyncReplicas: 1,
    },
    { type: 'startBroker', broker: 3 },
  );
  const bands = epochBands(story);
  expect([...bands.keys()]).toContain('payments-1');
  expect(bands.get('orders-0')?.map(({ leader }) => leader)).toContain(-1);
  for (let index = 0; index < frameCount(story); index += 1) {
    const { world, story: at } = frame(story, index);
    const { partitions } = world.controller.image;
    for (const id of partitionIdsIn(partitions)) {
      const band = bands.get(id)?.findLast(({ from }) => from <= at);
      expect({ at, id, leader: band?.leader, leaderEpoch: band?.leaderEpoch }).toEqual({
        at,
        id,
        leader: partitions[id]?.leader,
        leaderEpoch: partitions[id]?.leaderEpoch,
      });
    }
  }
});

function done(...commands: readonly Command[]): Recording {
  return commands.reduce(
    (before, command) => extend(act(before, lastStory(before), command), Infinity),
    opening,
  );
}
