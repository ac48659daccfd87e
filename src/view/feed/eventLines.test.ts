import { expect, it } from 'vitest';
import { runningStore } from '../../../test/runningStore';
import { explain } from '../../sim/explain';
import { weightOf } from '../../sim/weight';
import type { Happening } from '../../timeline/mark';
import { createLister, type EventFilter, type EventLine, TOLD, unfolded } from './eventLines';

const wordsOf = (event: Happening['event']) => explain(event).what.toLowerCase();
const EVERYTHING: EventFilter = { ...TOLD, weight: 'background' };

it('goes on with a history that grows, and comes out as from the beginning', () => {
  const history = crashed();
  for (const filter of [TOLD, EVERYTHING, { ...EVERYTHING, broker: 2 }]) {
    const list = createLister(wordsOf);
    const steps = [3, 17, 18, 60, 20, history.length];
    for (const count of steps) {
      const part = history.slice(0, count);
      expect(numbers(list(part, filter))).toEqual(numbers(createLister(wordsOf)(part, filter)));
    }
  }
});

it('is the very same list until a line is added', () => {
  const history = crashed();
  const list = createLister(wordsOf);
  const told = history.findIndex(({ event }) => weightOf(event) === 'told');
  const quiet = history.findIndex(({ event }, at) => at > told && weightOf(event) === 'background');
  const lines = list(history.slice(0, quiet), TOLD);
  expect(list(history.slice(0, quiet + 1), TOLD)).toBe(lines);
});

it('lists everything once, and routine events in stretches', () => {
  const history = crashed();
  const lines = createLister(wordsOf)(history, EVERYTHING);
  expect(numbers(lines).flat()).toEqual(history.map(({ number }) => number));
  for (const { id, happenings } of lines) {
    const isRoutine = happenings.every(({ event }) => weightOf(event) === 'background');
    expect(id < 0).toBe(isRoutine);
  }
});

it('shows the events of an unfolded stretch below it, one to a line', () => {
  const lines = createLister(wordsOf)(crashed(), EVERYTHING);
  const stretch = lines.find(({ id, happenings }) => id < 0 && happenings.length > 1);
  if (!stretch) throw new Error('Nothing was routine.');
  const more = unfolded(lines, new Set([stretch.id]));
  expect(more).toHaveLength(lines.length + stretch.happenings.length);
  expect(more[lines.indexOf(stretch) + 1]?.happenings).toEqual([stretch.happenings[0]]);
});

it('finds words in any case of letters', () => {
  const found = createLister(wordsOf)(crashed(), { ...TOLD, search: ' FENCED broker 1 ' });
  expect(found.map(({ happenings }) => happenings[0].event.type)).toEqual(['brokerFenced']);
});

function crashed(): readonly Happening[] {
  const store = runningStore();
  store.getState().act({ type: 'crashBroker', broker: 1 });
  while (store.getState().playing) store.getState().advance(1);
  return store.getState().recording.line.run.happenings;
}

function numbers(lines: readonly EventLine[]): readonly (readonly number[])[] {
  return lines.map(({ happenings }) => happenings.map(({ number }) => number));
}
