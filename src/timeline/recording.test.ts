import { describe, expect, it } from 'vitest';
import type { Command } from '../sim/command';
import type { Event } from '../sim/event';
import { weightOf } from '../sim/weight';
import { openingScenario } from './openingScenario';
import { act, extend, extendToNextTold, record, switchBranch } from './recorder';
import {
  branchesOf,
  clusterTimeAt,
  currentBranch,
  frame,
  frameAt,
  frameCount,
  isAtRest,
  lastStory,
  type Recording,
  happeningsUntil,
  recentEvents,
  scenarioOf,
  storyAt,
  toldMoments,
} from './recording';

const produce: Command = {
  type: 'produce',
  producer: 'producer-1',
  partition: 'orders-0',
  key: null,
  value: 'x',
};
const crash: Command = { type: 'crashBroker', broker: 1 };
const opening = record(openingScenario());
const produced = untilRest(act(opening, 0, produce));

describe('a recording', () => {
  it('begins at story second 0 with a cluster at rest, and nothing told', () => {
    expect(frameAt(opening, 0)).toMatchObject({ index: 0, story: 0, events: [] });
    expect(frame(opening, 0).world.now).toBe(openingScenario().startsAt);
    expect(isAtRest(opening)).toBe(true);
    expect(toldMoments(opening)).toEqual([]);
    expect(extend(opening, 60)).toBe(opening);
  });

  it('stands still a second after the last thing that happened', () => {
    expect(isAtRest(produced)).toBe(true);
    const isNews = (event: Event) => weightOf(event) !== 'background';
    const last = framesOf(produced).findLast(({ events }) => events.some(isNews));
    const seconds = lastStory(produced) - (last?.story ?? 0);
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThan(1.5);
  });

  it('goes on through rest when it is told to', () => {
    const end = lastStory(produced);
    const idle = extend(produced, end + 3, { throughRest: true });
    expect(lastStory(idle)).toBeGreaterThanOrEqual(end + 3);
    expect(frame(idle, frameCount(produced))).toMatchObject({ index: frameCount(produced) });
  });

  it('simulates no further ahead than it is asked to', () => {
    const begun = act(opening, 0, produce);
    const ahead = extend(begun, 1);
    expect(lastStory(ahead)).toBeGreaterThanOrEqual(1);
    expect(frame(ahead, frameCount(ahead) - 2).story).toBeLessThan(1);
  });

  it('shows the last frame that begins at or before a moment', () => {
    for (let index = 1; index < frameCount(produced); index += 1) {
      const { story } = frame(produced, index);
      expect(frameAt(produced, story).index).toBe(index);
      expect(frameAt(produced, story - 1e-9).index).toBe(index - 1);
    }
    expect(frameAt(produced, -1).index).toBe(0);
    expect(frameAt(produced, Infinity).index).toBe(frameCount(produced) - 1);
  });

  it('knows cluster time and story time from each other', () => {
    for (let story = 0; story <= lastStory(produced); story += 0.1) {
      expect(storyAt(produced, clusterTimeAt(produced, story))).toBeCloseTo(story, 6);
    }
    const last = frame(produced, frameCount(produced) - 1);
    expect(clusterTimeAt(produced, Infinity)).toBe(last.world.now);
    expect(storyAt(produced, Infinity)).toBe(last.story);
    expect(clusterTimeAt(produced, -1)).toBe(frame(produced, 0).world.now);
    expect(storyAt(produced, 0)).toBe(0);
  });

  it('never moves what was recorded when more is recorded', () => {
    const begun = extend(act(opening, 0, produce), 1);
    const before = framesOf(begun);
    const count = frameCount(begun);
    const later = untilRest(begun);
    expect(frameCount(begun)).toBe(count);
    expect(framesOf(begun)).toEqual(before);
    expect(framesOf(later).slice(0, count)).toEqual(before);
    expect(() => frame(begun, count)).toThrow(RangeError);
  });

  it('shows every message that matters for about a second', () => {
    const recording = untilRest(act(produced, Infinity, crash));
    const hops = framesOf(recording)
      .flatMap(({ world }) => world.flights)
      .filter(({ background }) => !background);
    expect(hops.length).toBeGreaterThan(10);
    for (const { sentAt, arrivesAt } of hops) {
      const seconds = storyAt(recording, arrivesAt) - storyAt(recording, sentAt);
      expect(seconds).toBeGreaterThanOrEqual(0.6);
      expect(seconds).toBeLessThanOrEqual(1.5);
    }
  });

  it('comes out the same whenever the same scenario is recorded', () => {
    const again = untilRest(record(scenarioOf(produced)));
    expect(framesOf(again)).toEqual(framesOf(produced));
  });
});

describe('what was told', () => {
  it('is listed by frame, and only what is told to everybody', () => {
    const moments = toldMoments(produced);
    expect(moments[0]?.events).toMatchObject([{ type: 'recordProduced', value: 'x' }]);
    for (const { index, story, tick, events } of moments) {
      const { world, events: all, story: begins } = frame(produced, index);
      expect({ story, tick }).toEqual({ story: begins, tick: world.now });
      expect(all).toEqual(expect.arrayContaining([...events]));
    }
  });

  it('keeps its identity while nothing is told', () => {
    const idle = extend(produced, lastStory(produced) + 1, { throughRest: true });
    expect(toldMoments(idle)).toBe(toldMoments(produced));
  });

  it('is found by simulating on, up to rest', () => {
    const begun = act(opening, 0, produce);
    const first = toldMoments(begun)[0]?.story ?? 0;
    const next = toldMoments(extendToNextTold(begun, first))[1];
    expect(next).toEqual(toldMoments(produced)[1]);
    const last = toldMoments(produced).at(-1)?.story ?? 0;
    expect(framesOf(extendToNextTold(begun, last))).toEqual(framesOf(produced));
  });

  it('counts its events from the first on, up to any frame', () => {
    const until = (index: number) => happeningsUntil(produced, index);
    const all = until(frameCount(produced) - 1);
    expect(all.map(({ number }) => number)).toEqual(all.map((_, nth) => nth + 1));
    for (let index = 0; index < frameCount(produced); index += 1) {
      const { events } = frame(produced, index);
      expect(
        until(index)
          .slice(until(index - 1).length)
          .map(({ event }) => event),
      ).toEqual(events);
    }
  });

  it('stays recent for a window of story seconds', () => {
    const [first, second] = toldMoments(produced);
    if (!first || !second) throw new Error('Producing a record is told in more than one moment.');
    const window = 0.999 * (second.story - first.story);
    const { index, story, tick } = first;
    expect(recentEvents(produced, first.story, 0.5)).toContainEqual(
      expect.objectContaining({ event: first.events[0], index, story, tick }),
    );
    expect(recentEvents(produced, first.story - 1e-9, 0.5)).toEqual([]);
    const stories = recentEvents(produced, second.story, window).map(({ story }) => story);
    expect(stories).not.toContain(first.story);
    expect(stories).toContain(second.story);
  });
});

describe('a command', () => {
  it('is obeyed in the first whole tick after the moment shown', () => {
    const story = lastStory(produced) / 2;
    const crashed = act(produced, story, crash);
    const at = Math.floor(clusterTimeAt(produced, story)) + 1;
    expect(scenarioOf(crashed).commands.at(-1)).toEqual({ at, command: crash });
    expect(frame(crashed, frameCount(crashed) - 1)).toMatchObject({ world: { now: at } });
    expect(toldMoments(crashed).at(-1)?.events).toMatchObject([{ type: 'brokerCrashed' }]);
  });

  it('given at the end stays in its branch', () => {
    const crashed = act(produced, lastStory(produced), crash);
    expect(branchesOf(crashed)).toHaveLength(1);
    expect(framesOf(crashed).slice(0, -1)).toEqual(framesOf(produced));
  });

  it('given in the past opens a branch and keeps the old one', () => {
    const story = lastStory(produced) / 2;
    const { index, world } = frameAt(produced, story);
    const crashed = act(produced, story, crash);
    expect(currentBranch(crashed)).toMatchObject({ id: 2, parent: 1 });
    const { name, forkedAt } = currentBranch(crashed);
    expect(forkedAt).toBeGreaterThan(world.now);
    expect(name).toBe(`branch 2: crash broker 1 at ${(forkedAt / 1_000).toFixed(3)} s`);
    expect(framesOf(crashed).slice(0, -1)).toEqual(framesOf(produced).slice(0, index + 1));
    const back = switchBranch(untilRest(crashed), 1);
    expect(framesOf(back)).toEqual(framesOf(produced));
    expect(branchesOf(back)).toHaveLength(2);
    expect(() => switchBranch(back, 3)).toThrow('There is no branch 3.');
  });

  it('given again at the same tick in another branch meets the same chance', () => {
    const again = untilRest(act(produced, 0, produce));
    expect(currentBranch(again).id).toBe(2);
    expect(framesOf(again)).toEqual(framesOf(produced));
  });

  it('replaces what was computed ahead but never shown', () => {
    const ahead = extend(act(opening, 0, produce), 1);
    const crashed = act(ahead, 0.5, crash, 0.5);
    expect(branchesOf(crashed)).toHaveLength(1);
    expect(act(ahead, 0.5, crash, 1.5).lines).toHaveLength(2);
  });

  it('joins another that was given at the same moment and has not been seen yet', () => {
    const both = act(act(opening, 0, produce), 0, crash, 0);
    const [first, second] = scenarioOf(both).commands.slice(-2);
    expect([first?.command, second?.command]).toEqual([produce, crash]);
    expect(second?.at).toBe(first?.at);
    expect(branchesOf(both)).toHaveLength(1);
  });

  it('does not erase what the scenario had planned for later', () => {
    const planned = record(scenarioOf(produced));
    expect(isAtRest(planned)).toBe(false);
    const late = { at: frame(planned, 0).world.now + 100, command: produce };
    const ordered = record({ ...openingScenario(), commands: [late] });
    const crashed = act(ordered, 0, crash, 0);
    expect(scenarioOf(crashed).commands.map(({ command }) => command)).toEqual([crash]);
    expect(scenarioOf(switchBranch(crashed, 1)).commands).toEqual([late]);
  });
});

function untilRest(recording: Recording): Recording {
  return extend(recording, Infinity);
}

function framesOf(recording: Recording) {
  return Array.from({ length: frameCount(recording) }, (_, index) => frame(recording, index));
}
