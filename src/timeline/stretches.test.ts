import { describe, expect, it } from 'vitest';
import { act, extend, record } from './recorder';
import { openingScenario } from './openingScenario';
import { frame, frameCount, lastStory, toldMoments } from './recording';
import { stretchesOf } from './stretches';

describe('stretches of a story', () => {
  const crashed = act(record(openingScenario()), 0, { type: 'crashBroker', broker: 1 });
  const recording = extend(crashed, 14);
  const stretches = stretchesOf(recording);

  it('follow one another from the beginning to the end', () => {
    expect(stretches[0]?.from).toBe(0);
    expect(stretches.at(-1)?.to).toBe(lastStory(recording));
    expect(stretches.slice(1).map(({ from }) => from)).toEqual(
      stretches.slice(0, -1).map(({ to }) => to),
    );
    for (const stretch of stretches) {
      expect(stretch.to).toBeGreaterThan(stretch.from);
      expect(frame(recording, stretch.fromIndex).world.now).toBe(stretch.fromTick);
      expect(frame(recording, stretch.toIndex).world.now).toBe(stretch.toTick);
    }
  });

  it('are quiet where no message of note is on its way', () => {
    const isBusy = (index: number) =>
      frame(recording, index).world.flights.some(({ background }) => !background);
    for (const { isQuiet, fromIndex, toIndex } of stretches)
      for (let index = fromIndex; index < toIndex; index += 1) expect(isBusy(index)).toBe(!isQuiet);
  });

  it('make one of the nine seconds until the session of a crashed broker expires', () => {
    const longest = Math.max(...stretches.map(({ fromTick, toTick }) => toTick - fromTick));
    expect(longest).toBeGreaterThan(7_000);
    expect(stretches.find((each) => each.toTick - each.fromTick === longest)?.isQuiet).toBe(true);
  });

  it('have nothing that is told inside a quiet one', () => {
    expect(toldMoments(recording).length).toBeGreaterThan(2);
    for (const { story } of toldMoments(recording))
      for (const { isQuiet, from, to } of stretches)
        expect(isQuiet && story > from && story < to).toBe(false);
  });

  it('are the same however often one looked while the story grew', () => {
    let grown = act(record(openingScenario()), 0, { type: 'crashBroker', broker: 1 });
    for (let story = 0; story <= 14; story += 0.4) {
      grown = extend(grown, story);
      stretchesOf(grown);
    }
    grown = extend(grown, 14);
    expect(stretchesOf(grown)).toEqual(stretches);
    expect(stretchesOf(grown)).toEqual(stretchesOf(grown));
    const earlier = extend(
      act(record(openingScenario()), 0, { type: 'crashBroker', broker: 1 }),
      5,
    );
    const late = extend(earlier, 14);
    stretchesOf(late);
    expect(stretchesOf(earlier).at(-1)?.to).toBe(lastStory(earlier));
  });

  it('are none while nothing is recorded', () => {
    expect(frameCount(record(openingScenario()))).toBe(1);
    expect(stretchesOf(record(openingScenario()))).toEqual([]);
  });
});
