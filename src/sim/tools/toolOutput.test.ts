import { expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import { everyCommand, everyCommandEndsAt } from '../../../test/everyCommand';
import { createWorld } from '../createWorld';
import { nextDueAt, step } from '../step';
import type { World } from '../world';
import { consumerGroupsOutput } from './consumerGroups';
import { operatorFigures } from './figures';
import { logDirsOutput } from './logDirs';
import { offsetsOutput } from './offsets';
import { topicsOutput } from './topics';

const OUTPUTS = [topicsOutput, offsetsOutput, logDirsOutput, consumerGroupsOutput];

it('every tool prints something at every moment of a run in which everything is done', () => {
  const { settings, seed, commands } = everyCommand;
  let world = createWorld(settings, seed);
  while (nextDueAt(world) <= everyCommandEndsAt) {
    const { now } = world;
    world = step(
      world,
      commands.filter(({ at }) => at > now),
    ).world;
    for (const { output } of OUTPUTS.map((outputOf) => outputOf(world))) {
      if (output === '' || /undefined|NaN|null,null/.test(output)) fail(world, output);
    }
    for (const { told } of operatorFigures(world, [])) {
      if (told.some(({ value }) => value !== null && !(value >= 0))) fail(world, 'a figure');
    }
  }
  expect(world.now).toBeGreaterThan(60_000);
});

it('no tool prints anything of the cluster once no broker answers', () => {
  const cluster = startCluster().crash(1).settle().crash(2).settle();
  const last = OUTPUTS.map((outputOf) => outputOf(cluster.world));
  expect(last.every(({ command }) => command.includes('broker-3:9092'))).toBe(true);
  expect(last.some(({ output }) => output.includes('node assignment'))).toBe(false);

  for (const { world } of [cluster.fork().crash(3), cluster.fork().crash(3).settle()]) {
    const words = 'Timed out waiting for a node assignment. Call: ';
    const exception = 'org.apache.kafka.common.errors.TimeoutException: ';
    expect(OUTPUTS.map((outputOf) => outputOf(world).output)).toEqual([
      // A topic command prints the message of the cause, which does not name its class.
      `Error while executing topic command : ${words}listTopics`,
      `Error occurred: ${exception}${words}listTopics`,
      `${exception}${words}…`,
      `Error: Executing consumer group command failed due to ${exception}${words}…`,
    ]);
  }
});

function fail({ now }: World, what: string): never {
  throw new Error(`At ${now} ms: ${what}`);
}
