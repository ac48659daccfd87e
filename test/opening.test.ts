import { gzipSync } from 'node:zlib';
import { opening } from 'virtual:opening';
import { expect, it } from 'vitest';
import { openingScenario, openingStill } from '../src/timeline/openingScenario';
import { act, extend, record, wake } from '../src/timeline/recorder';
import { frame, frameAt, isAtRest, lastStory, stillRecording } from '../src/timeline/recording';

const GZIPPED_BYTES_MAX = 5_000;

it('is built into the page as the engine computes it', () => {
  expect(opening).toEqual(openingStill());
});

it('is shown as a recording that has run shows it', () => {
  const [still, recorded] = [stillRecording(opening), record(openingScenario())];
  expect(frame(still, 0)).toEqual(frame(recorded, 0));
  expect([isAtRest(still), lastStory(still)]).toEqual([isAtRest(recorded), lastStory(recorded)]);
});

it('goes on as a recording that has run goes on', () => {
  const [still, recorded] = [stillRecording(opening), record(openingScenario())].map((recording) =>
    extend(act(wake(recording), 0, { type: 'crashBroker', broker: 1 }), Infinity),
  );
  if (!still || !recorded) throw new Error('There are two recordings.');
  expect(lastStory(still)).toBe(lastStory(recorded));
  for (const story of [0, 1, lastStory(still)]) {
    expect(frameAt(still, story)).toEqual(frameAt(recorded, story));
  }
});

it('shows the same when it is woken, and what has run is awake', () => {
  const still = stillRecording(opening);
  expect(frame(wake(still), 0)).toBe(frame(still, 0));
  const recorded = record(openingScenario());
  expect(wake(recorded)).toBe(recorded);
});

it('costs the page little', () => {
  const bytes = gzipSync(JSON.stringify(opening)).length;
  console.log(`The opening weighs ${bytes} bytes, compressed.`);
  expect(bytes).toBeLessThan(GZIPPED_BYTES_MAX);
});
