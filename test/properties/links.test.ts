import * as fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { linkedRun, storyOfMoment } from '../../src/share/link/linkedRun';
import { FRAMES_MAX, STEPS_MAX } from '../../src/share/link/linkLimits';
import { linkText, parseLink } from '../../src/share/link/linkText';
import { packedRun } from '../../src/share/link/packRun';
import { worldSum } from '../../src/share/link/worldSum';
import { partitionId } from '../../src/sim/ids';
import { refusal } from '../../src/sim/refusal';
import { act, extend, record } from '../../src/timeline/recorder';
import {
  clusterTimeAt,
  frame,
  frameCount,
  frameIndexAt,
  lastStory,
  type Recording,
} from '../../src/timeline/recording';
import { rerun, type Rerun } from '../../src/timeline/rerun';
import type { Scenario } from '../../src/timeline/scenario';
import { everyCommand } from '../everyCommand';
import { commandsOf, type Script } from '../script';
import { effort, isLong, searchTimeoutMs } from './effort';
import { anyScript } from './scripts';

/** Enough to reach the commands of most mutations, and soon over. */
const MUTANT_STEPS_MAX = 500;
/** Less than the story between two frames, so that frames are recorded one by one. */
const NEXT = 1e-9;
/** Story seconds by which a moment of a link may be off: a pixel takes a thousand times as long. */
const ROUNDING = 1e-6;

it(
  'whatever was done, a link opens the same run at the same moment',
  async () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(fc.asyncProperty(anyScript(6), share, goesThere), effort(30, 1_000));
  },
  searchTimeoutMs,
);

it(
  'whatever stands in a link, it is a run that can be played, or there is a reason',
  async () => {
    let opened = 0;
    const check = async (text: string) => {
      const parsed = await parseLink(text);
      const problems = 'problems' in parsed ? parsed.problems : null;
      expect(problems).not.toEqual([]);
      if ('problems' in parsed) return;
      opened += 1;
      // Throws what the simulation throws.
      played(parsed.run.scenario, Math.min(parsed.run.frames, FRAMES_MAX), MUTANT_STEPS_MAX);
    };
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), check), effort(200, 5_000));
    await fc.assert(fc.asyncProperty(damaged(sealed(goodRun())), check), effort(300, 20_000));
    await fc.assert(fc.asyncProperty(forged(goodRun()), check), effort(300, 20_000));
    // What was forged is often a run of its own.
    expect(opened).toBeGreaterThan(isLong ? 1_000 : 30);
  },
  searchTimeoutMs,
);

async function goesThere(script: Script, share: number): Promise<void> {
  const recording = recordingOf(script);
  const playhead = lastStory(recording) * share;
  const selectedPartition = partitionId(script.settings.topic, 0);
  const looks = { isSpaceTimeShown: false, panel: 'inspect', selected: null } as const;
  const shown = { recording, playhead, selectedPartition, ...looks, lesson: null };
  const sent = linkedRun(shown);
  const text = await linkText(sent);
  expect(await parseLink(text)).toEqual({ run: sent });

  const got = played(sent.scenario, sent.frames, STEPS_MAX);
  if (got === null) throw new Error('It does not come to its end.');
  expect(got.refused).toEqual([]);
  expect(frameCount(got.recording)).toBe(frameCount(recording));
  expect(worldSum(got.recording)).toBe(sent.sum);
  const story = storyOfMoment(got.recording, sent.moment);
  expect(Math.abs(story - playhead)).toBeLessThan(ROUNDING);
  const [here, there] = [recording, got.recording].map((each, nth) => {
    const at = nth === 0 ? playhead : story;
    return frame(each, frameIndexAt(each, at));
  });
  expect(there).toEqual(here);
}

/** What a person has recorded who did all this. */
function recordingOf({ settings, seed, deeds }: Script): Recording {
  let recording = record({ version: 1, settings, seed, commands: [], startsAt: 500 });
  for (const { afterMs, does } of deeds) {
    const until = clusterTimeAt(recording, lastStory(recording)) + afterMs;
    const now = () => frame(recording, frameCount(recording) - 1).world;
    while (now().now < until)
      recording = extend(recording, lastStory(recording) + NEXT, { throughRest: true });
    // On the page nothing can be done that would change nothing.
    for (const command of commandsOf(now(), does))
      if (refusal(now(), command) === null)
        recording = act(recording, lastStory(recording), command);
  }
  return recording;
}

function played(scenario: Scenario, frames: number, stepsMax: number): Rerun | null {
  const playing = rerun(scenario, frames, stepsMax);
  for (;;) {
    const { done, value } = playing.next();
    if (done) return value;
  }
}

function goodRun(): readonly unknown[] {
  const selected = { type: 'replica', broker: 2, partition: 'orders-0' } as const;
  const chosen = {
    partition: 'orders-0',
    isSpaceTimeShown: false,
    panel: 'inspect',
    selected,
    inLesson: {
      enteredAt: 800,
      taken: [801],
      isOver: false,
      picked: null,
      answer: { picked: 'a', isRight: null },
      reached: [],
    },
  } as const;
  return packedRun({ scenario: everyCommand, frames: 900, moment: 7.5, sum: 1, ...chosen });
}

function sealed(packed: unknown): string {
  return `1.${deflateRawSync(JSON.stringify(packed)).toString('base64url')}`;
}

/** Cut off, or with other characters somewhere. */
function damaged(good: string): fc.Arbitrary<string> {
  const at = fc.nat({ max: good.length });
  return fc.oneof(
    at.map((length) => good.slice(0, length)),
    fc
      .tuple(at, at, fc.string({ maxLength: 4 }))
      .map(([from, until, other]) => good.slice(0, from) + other + good.slice(until)),
    fc.nat({ max: 5 }).map((times) => good.repeat(times)),
  );
}

/** Well sealed, by somebody who writes what they like into one of its places. */
function forged(packed: readonly unknown[]): fc.Arbitrary<string> {
  const extreme = fc.constantFrom<unknown>(0, -1, 1e6, 1e9, 1e300, 0.5, null, '', 'x'.repeat(99));
  const strange = fc.oneof(fc.jsonValue({ maxDepth: 2 }), extreme, fc.nat({ max: 12 }));
  const place = fc.nat({ max: packed.length - 1 });
  return fc.tuple(place, fc.nat({ max: 200 }), strange).map(([nth, within, value]) => {
    const there = packed[nth];
    const isList = Array.isArray(there) && there.length > 0;
    return sealed(packed.with(nth, isList ? there.with(within % there.length, value) : value));
  });
}
