import { describe, expect, it } from 'vitest';
import type { Command } from '../../sim/command';
import { DEFAULT_SETTINGS } from '../../sim/config';
import { openingScenario, scenarioFor } from '../../timeline/openingScenario';
import { passagesIn } from '../../timeline/passages';
import { act, extend, record } from '../../timeline/recorder';
import { lastStory, type Recording } from '../../timeline/recording';
import type { Scenario } from '../../timeline/scenario';
import { stretchesOf } from '../../timeline/stretches';
import type { Pause } from './picture';
import { quietCounts, quietWords } from './quietWords';

const produce: Command = {
  type: 'produce',
  producer: 'producer-1',
  partition: 'orders-0',
  key: null,
  value: 'x',
};
const nine = scenarioFor({ ...DEFAULT_SETTINGS, brokers: 9, partitions: 12 }, 7);
const refused = after(openingScenario(), [
  { type: 'crashBroker', broker: 2 },
  { type: 'crashBroker', broker: 3 },
  produce,
]);

describe.each([
  ['whose writes are refused', refused],
  ['of nine brokers', after(nine, [{ type: 'crashBroker', broker: 1 }, produce])],
])('in a story %s', (_, recording) => {
  it.each(quietIn(recording))('the words count all that is sent from $fromTick on', (pause) => {
    const { fromTick, toTick } = pause;
    const sent = passagesIn(recording, pause.fromIndex, pause.toIndex)
      .filter(({ flight }) => flight.sentAt >= fromTick && flight.sentAt < toTick)
      .map(({ flight }) => flight.message.type)
      .filter((type) => type.endsWith('Request'));
    const countOf = (start: string) => sent.filter((type) => type.startsWith(start)).length;
    const counts = [
      countOf('produce'),
      countOf('fetch'),
      countOf('brokerHeartbeat'),
      countOf('metadata'),
    ];
    const others = sent.length - counts.reduce((one, other) => one + other);
    expect(quietCounts(recording, pause)).toEqual([...counts, others]);
  });
});

it('says of a stretch in which a producer tries again and again that it does', () => {
  const words = quietIn(refused).map((pause) => quietWords(quietCounts(refused, pause)));
  expect(words).toContain('64 produce requests, 121 fetches, 31 heartbeats');
});

it('counts more of a stretch as it grows, and keeps no count of when it was shorter', () => {
  const whole = quietIn(refused).find((pause) => pause.toIndex - pause.fromIndex > 500);
  if (!whole) throw new Error('There is no long quiet stretch.');
  const part = { ...whole, toIndex: whole.fromIndex + 100 };
  const short = quietCounts(refused, part);
  expect(quietCounts(refused, part)).toBe(short);
  const full = quietCounts(refused, whole);
  expect(quietWords(full)).not.toBe(quietWords(short));
  expect(quietCounts(refused, whole)).toBe(full);
  // Equal, but counted once more.
  expect(quietCounts(refused, part)).not.toBe(short);
  expect(quietCounts(refused, part)).toEqual(short);
});

function after(scenario: Scenario, commands: readonly Command[]): Recording {
  let recording = record(scenario);
  for (const command of commands) {
    recording = act(recording, lastStory(recording), command);
    recording = extend(recording, lastStory(recording) + 40);
  }
  return recording;
}

function quietIn(recording: Recording): readonly Pause[] {
  return stretchesOf(recording)
    .filter(({ isQuiet }) => isQuiet)
    .map((stretch) => ({ ...stretch, x: 0, width: 0 }));
}
