import { expect, it } from 'vitest';
import type { Event } from '../sim/event';
import type { Happening } from './mark';
import { promiseBreaks } from './promiseBreaks';
import { type Recording, recordingOf, stillRecording } from './recording';
import { openingStill } from './openingScenario';

const partition = 'orders-0';

it('a leader epoch in which two brokers lead breaks a promise; one that leads on does not', () => {
  const leads = (broker: number): Event => ({
    type: 'becameLeader',
    broker,
    partition,
    leaderEpoch: 4,
    epochStartOffset: 0,
    highWatermark: 0,
    partitionEpoch: 4,
    inSync: [1, 2],
    ledBefore: false,
  });
  expect(broken(leads(1), leads(1))).toEqual([]);
  expect(broken(leads(1), leads(2))).toEqual(['A partition has one leader in each epoch at 2']);
});

it('a record after a later one of its producer is out of order; a second copy of it is not', () => {
  const made = (recordId: number): Event => ({
    type: 'recordProduced',
    producer: 'producer-1',
    recordId,
    partition,
    key: null,
    value: '',
  });
  const [first, second] = [made(1), made(2)];
  const order = 'A producer’s records stay in order within a partition at 4';
  expect(broken(first, second, appended(0, 2), appended(1, 1))).toEqual([order]);
  expect(broken(first, second, appended(0, 1), appended(1, 2), appended(2, 1))).toEqual([]);
  // What was cut off meanwhile counts no more.
  expect(broken(first, second, appended(0, 2), appended(0, 1))).toEqual([]);
});

it('a consumer that is sent back behind what it has read has had something taken away', () => {
  const reset = (from: number, to: number): Event => ({
    type: 'positionReset',
    consumer: 'consumer-1',
    partition,
    from,
    to,
    policy: 'latest',
  });
  expect(broken(reset(-1, 3), reset(2, 5))).toEqual([]);
  expect(broken(reset(6, 4))).toEqual(['What a consumer has read is never taken back at 1']);
});

it('only the first break of a promise counts, and a run that grows is looked at once', () => {
  const twice: Event = {
    type: 'duplicateAppended',
    broker: 1,
    producer: 'producer-1',
    partition,
    baseOffset: 1,
    lastOffset: 1,
    recordIds: [1],
    values: ['a'],
  };
  const recording = recordingWith([]);
  expect(promiseBreaks(recording)).toEqual([]);
  for (const number of [1, 2]) recording.line.run.happenings.push(happening(twice, number));
  expect(promiseBreaks(recording).map((one) => one.happening.number)).toEqual([1]);
});

function appended(baseOffset: number, recordId: number): Event {
  const at = { broker: 1, partition, leaderEpoch: 0, baseOffset, lastOffset: baseOffset } as const;
  return { type: 'recordsAppended', ...at, recordIds: [recordId], values: ['a'] };
}

function broken(...events: readonly Event[]): readonly string[] {
  const breaks = promiseBreaks(recordingWith(events));
  return breaks.map(({ promise, happening: { number } }) => `${promise.name} at ${number}`);
}

function recordingWith(events: readonly Event[]): Recording {
  const { run } = stillRecording(openingStill()).line;
  return recordingOf({ ...run, happenings: events.map((event, at) => happening(event, at + 1)) });
}

function happening(event: Event, number: number): Happening {
  return { number, event, index: number, story: number, tick: number };
}
