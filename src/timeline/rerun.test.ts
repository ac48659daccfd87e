import { expect, it } from 'vitest';
import { everyCommand } from '../../test/everyCommand';
import { openingScenario } from './openingScenario';
import { extend, record } from './recorder';
import { frame, frameCount, lastStory } from './recording';
import { rerun } from './rerun';
import type { Scenario } from './scenario';

it('comes to the same frames as playing does, however it is taken', () => {
  const played = extend(record(everyCommand), 30);
  const again = all(everyCommand, frameCount(played))?.recording;
  const last = frameCount(played) - 1;
  expect(last).toBeGreaterThan(50);
  expect(again && frameCount(again)).toBe(last + 1);
  expect(again && frame(again, last)).toEqual(frame(played, last));
  expect(again && lastStory(again)).toBe(lastStory(played));
});

it('plays to the last command, though fewer frames are shown', () => {
  const crash = (at: number, broker: number) =>
    ({ at, command: { type: 'crashBroker', broker } }) as const;
  const scenario = { ...openingScenario(), commands: [crash(5, 1), crash(6, 1), crash(9_000, 9)] };
  const done = all(scenario, 1);
  expect(done && frameCount(done.recording)).toBe(1);
  expect(done?.refused.map(({ at }) => at)).toEqual([6, 9_000]);
  expect(done?.refused[0]?.refusal.because).toBe('Broker 1 is already down.');
});

it('gives up when there are more steps than are allowed, before the story and in it', () => {
  expect(all({ ...openingScenario(), startsAt: 80_000_000 }, 1, 500)).toBeNull();
  expect(all(openingScenario(), 50_000, 500)).toBeNull();
});

function all(scenario: Scenario, frames: number, stepsMax = 20_000) {
  const playing = rerun(scenario, frames, stepsMax);
  for (;;) {
    const { done, value } = playing.next();
    if (done) return value;
  }
}
