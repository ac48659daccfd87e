import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Command } from '../../src/sim/command';
import { openingScenario } from '../../src/timeline/openingScenario';
import { act, extend, record } from '../../src/timeline/recorder';
import { lastStory, type Recording, toldMoments } from '../../src/timeline/recording';
import { MARK_SPACING, marksOf, marksOnAxis } from '../../src/view/history/marksOnAxis';
import { axisEnd } from '../../src/view/transport/axisEnd';
import { effort } from './effort';

const EFFORT = effort(40, 1_000);
/** As history.css has it. */
const MARK_WIDTH = 12;
const opening = record(openingScenario());

const broker = fc.integer({ min: 1, max: 3 });
const command = fc.oneof(
  fc.constant<Command>({
    type: 'produce',
    producer: 'producer-1',
    partition: null,
    key: null,
    value: 'x',
  }),
  broker.map((id): Command => ({ type: 'crashBroker', broker: id })),
  broker.map((id): Command => ({ type: 'startBroker', broker: id })),
  broker.map((id): Command => ({ type: 'pauseBroker', broker: id, forMs: 3_000 })),
  fc.constant<Command>({ type: 'changeAcks', producer: 'producer-1', acks: 1 }),
  fc.constant<Command>({ type: 'startLoad', producer: 'producer-1', recordsPerSecond: 200 }),
);
const deed = fc.tuple(command, fc.double({ min: 0.01, max: 4, noNaN: true }));
const run = fc.array(deed, { minLength: 2, maxLength: 8 }).map((deeds) => {
  const done = (before: Recording, [each, seconds]: readonly [Command, number]) =>
    extend(act(before, lastStory(before), each), lastStory(before) + seconds);
  return deeds.reduce(done, opening);
});
/** Of the axis, from the least screen to the largest. */
const width = fc.integer({ min: 150, max: 1_300 });

it('marks on the axis stand in the order of time, near their moments, none over another', () => {
  fc.assert(
    fc.property(run, width, (recording, width) => {
      const scale = width / axisEnd(lastStory(recording));
      const told = toldMoments(recording);
      const marks = marksOnAxis(told, scale);
      for (const [at, mark] of marks.entries()) {
        const pushedBy = mark.x - mark.story * scale;
        expect(pushedBy).toBeGreaterThanOrEqual(0);
        expect(pushedBy).toBeLessThanOrEqual(2 * MARK_SPACING);
        expect(mark.moments.map(({ story }) => story)).toContain(mark.story);
        const next = marks[at + 1];
        if (!next) continue;
        expect(next.x - mark.x).toBeGreaterThanOrEqual(MARK_WIDTH);
        expect(next.story).toBeGreaterThanOrEqual(mark.story);
        expect(next.moments[0]?.index).toBeGreaterThanOrEqual(mark.moments.at(-1)?.index ?? 0);
      }
      // None is left out: what has no mark of its own is named by another.
      const named = new Set(marks.flatMap(({ moments }) => moments));
      expect(told.filter((moment) => marksOf(moment, []).length > 0 && !named.has(moment))).toEqual(
        [],
      );
    }),
    EFFORT,
  );
});
