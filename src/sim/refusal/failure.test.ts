import { describe, expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import type { Cluster } from '../../../test/cluster';
import { fenced, happened } from '../../../test/conditions';
import type { FailureCommand } from '../command/failure';
import { refusal } from '../refusal';
import { nextDueAt, step } from '../step';
import type { World } from '../world';

const broker = 3;
const COMMANDS: readonly FailureCommand[] = [
  { type: 'crashBroker', broker },
  { type: 'startBroker', broker },
  { type: 'shutDownBroker', broker },
  { type: 'cutPower', broker },
  { type: 'loseInstance', broker },
  { type: 'replaceDisks', broker },
  { type: 'slowDisk', broker, msPerRecord: 0 },
  { type: 'slowDisk', broker, msPerRecord: 500 },
  { type: 'slowDisk', broker, msPerRecord: -1 },
  { type: 'failLogDirectory', broker, directory: 'd1' },
  { type: 'failLogDirectory', broker, directory: 'd9' },
];

const begin = (): Cluster => startCluster({ seed: 1, logDirectories: 2 }).settle();
const down = (): Cluster => begin().crash(broker).until(fenced(broker));

const moments: readonly { readonly says: string; readonly cluster: () => Cluster }[] = [
  { says: 'runs', cluster: begin },
  { says: 'is down', cluster: down },
  { says: 'stops', cluster: () => begin().shutDown(broker) },
  {
    says: 'has stopped in order',
    cluster: () => begin().shutDown(broker).until(happened('brokerStopped')),
  },
  { says: 'has no power', cluster: () => begin().cutPower(broker).until(fenced(broker)) },
  { says: 'has lost its instance', cluster: () => begin().loseInstance(broker) },
  { says: 'has new disks', cluster: () => down().replaceDisks(broker) },
  { says: 'has a slow disk', cluster: () => begin().slowDisk(broker, 500) },
  { says: 'has lost one disk', cluster: () => begin().failLogDirectory(broker, 'd1') },
  {
    says: 'has lost all its disks',
    cluster: () => begin().failLogDirectory(broker, 'd1').failLogDirectory(broker, 'd2'),
  },
];

describe.each(moments)('of a broker that $says', ({ cluster }) => {
  it('exactly those commands are refused that would change nothing', () => {
    const world = quiet(cluster());
    for (const command of COMMANDS) {
      const after = step(world, [{ at: world.now + 1, command }]).world;
      const changes =
        JSON.stringify(after.brokers[broker]) !== JSON.stringify(world.brokers[broker]);
      expect({ command, isRefused: refusal(world, command) !== null }).toEqual({
        command,
        isRefused: !changes,
      });
    }
  });
});

// A moment after which nothing happens for a while unless somebody acts.
function quiet(cluster: Cluster): World {
  while (nextDueAt(cluster.world) <= cluster.world.now + 1) cluster.wait(1);
  return cluster.world;
}
