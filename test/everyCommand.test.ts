import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Command } from '../src/sim/command';
import { createWorld } from '../src/sim/createWorld';
import { refusal } from '../src/sim/refusal';
import { nextDueAt, step } from '../src/sim/step';
import type { World } from '../src/sim/world';
import { commandsAfter } from '../src/timeline/commands';
import { extend, record } from '../src/timeline/recorder';
import { frame, frameCount, lastStory } from '../src/timeline/recording';
import type { Recording } from '../src/timeline/recording';
import { everyCommand, everyCommandEndsAt } from './everyCommand';
import { frozenPlain } from './frozenPlain';

// The compiler asks for each, and knows no other.
const COMMANDS: { readonly [Type in Command['type']]: true } = {
  produce: true,
  changeAcks: true,
  changeIdempotence: true,
  startLoad: true,
  stopLoad: true,
  addProducer: true,
  addConsumer: true,
  restartConsumer: true,
  changeAutoOffsetReset: true,
  crashBroker: true,
  startBroker: true,
  shutDownBroker: true,
  cutPower: true,
  loseInstance: true,
  replaceDisks: true,
  pauseBroker: true,
  slowDisk: true,
  failLogDirectory: true,
  cutLink: true,
  healLink: true,
  healAllLinks: true,
  holdMessage: true,
  releaseMessage: true,
  dropMessage: true,
  duplicateMessage: true,
  deliverMessage: true,
  changeMinInsyncReplicas: true,
  changeUncleanLeaderElection: true,
  electLeader: true,
  reassignPartitions: true,
  addBroker: true,
  unregisterBroker: true,
  createTopic: true,
};

const { settings, seed, commands } = everyCommand;
const worlds = run(createWorld(settings, seed));

describe('a run in which everything is done that can be done', () => {
  it('comes by every command, and none of them is refused', () => {
    const done = new Set(commands.map(({ command }) => command.type));
    expect([...done].toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
    const refused = commands.flatMap(({ at, command }) => {
      const before = worlds.findLast(({ now }) => now < at);
      const why = before === undefined ? null : refusal(before, command);
      return why === null ? [] : [{ command, why }];
    });
    expect(refused).toEqual([]);
  });

  it('is the same to the byte when it is run again', () => {
    expect(fingerprintOf(run(createWorld(settings, seed)))).toBe(fingerprintOf(worlds));
  });

  it('goes on to the same world from any of its worlds that went through JSON', () => {
    for (let part = 1; part < 4; part++) {
      const at = Math.floor((worlds.length * part) / 4);
      const others = run(JSON.parse(JSON.stringify(worlds[at])));
      expect(fingerprintOf(others)).toBe(fingerprintOf(worlds.slice(at)));
    }
  });

  it('shows the same worlds when they have been let go and are computed again', () => {
    const recording = recorded();
    const shown = Array.from({ length: frameCount(recording) }, (_, at) => frame(recording, at));
    const again = extend(record(structuredClone(everyCommand)), lastStory(recording), {
      throughRest: true,
    });
    for (const { index, world } of shown.filter((each) => each.index % 97 === 0).toReversed()) {
      expect(fingerprintOf([frame(again, index).world])).toBe(fingerprintOf([world]));
    }
  });
});

/** Every world from one on, frozen, until a while after the last command. */
function run(from: World): readonly World[] {
  const seen = [frozenPlain(from)];
  let world = from;
  while (nextDueAt(world) <= everyCommandEndsAt) {
    world = frozenPlain(step(world, commandsAfter(commands, world.now)).world);
    seen.push(world);
  }
  return seen;
}

function recorded(): Recording {
  let recording = record(everyCommand);
  while (frame(recording, frameCount(recording) - 1).world.now < everyCommandEndsAt) {
    recording = extend(recording, lastStory(recording) + 1, { throughRest: true });
  }
  return recording;
}

/** Of the last world, and of some on the way: each follows from the one before it. */
function fingerprintOf(seen: readonly World[]): string {
  const hash = createHash('sha256');
  const some = seen.filter((_, index) => (seen.length - 1 - index) % 199 === 0);
  for (const world of some) hash.update(JSON.stringify(world));
  return hash.digest('hex');
}
