import { describe, expect, it } from 'vitest';
import { smallSettings } from '../../../test/script';
import type { Command, StampedCommand } from '../../sim/command';
import type { Settings } from '../../sim/config';
import { openingScenario } from '../openingScenario';
import { prologueOf } from '../prologue';
import { extend, record } from '../recorder';
import { frame, frameCount, type Recording } from '../recording';
import { lifeOfRecord } from './lifeOfRecord';
import { lossesUntil } from './losses';
import { recordsAtOffset } from './recordsAtOffset';
import type { Stage } from './stage';

const ORDERS = 'orders-0';
const produce = (value: string): Command => {
  return { type: 'produce', producer: 'producer-1', partition: ORDERS, key: null, value };
};
const START = 60;

describe('the life of one record', () => {
  it('goes from its producer to the consumer, each step with its time and place', () => {
    const told = lifeAtEnd(recordingOf({}, [{ at: 100, command: produce('a') }]), 1).map(inWords);
    expect(told.map((line) => line.replace(/^\d+ /, ''))).toEqual([
      'produced producer-1',
      'sent producer-1 broker-1',
      'received broker-1 producer-1',
      'appended broker-1',
      'fetched broker-3 broker-1',
      'fetched broker-2 broker-1',
      'counted broker-1 broker-3',
      'counted broker-1 broker-2',
      'committed broker-1',
      'read consumer-1 broker-1',
      'acknowledged producer-1 broker-1',
      'heard broker-3',
      'heard broker-2',
    ]);
  });

  it('tells only what has happened by the moment shown, and leads to each of its moments', () => {
    const recording = recordingOf({}, [{ at: 100, command: produce('a') }]);
    const whole = lifeAtEnd(recording, 1);
    for (const stage of whole) {
      const { index, tick, story } = stage;
      expect(frame(recording, index)).toMatchObject({ index, story, world: { now: tick } });
      const until = lifeOfRecord({ recording, prologue: null }, index, 1);
      expect(until).toEqual(whole.filter((one) => one.index <= index));
    }
    expect(lifeOfRecord({ recording, prologue: null }, 0, 1)).toEqual([]);
  });

  it('has one sending for each attempt, and tells which of them died on the way', () => {
    const recording = recordingOf({}, [
      { at: 100, command: { type: 'cutLink', from: 'producer-1', to: 'broker-1', bothWays: true } },
      { at: 101, command: produce('a') },
      { at: 40_000, command: { type: 'healAllLinks' } },
    ]);
    const kinds = lifeAtEnd(recording, 1).map(({ kind }) => kind);
    expect(kinds.slice(0, 4)).toEqual(['produced', 'sent', 'diedOnTheWay', 'retried']);
    expect(kinds.filter((kind) => kind === 'sent').length).toBeGreaterThan(1);
    expect(kinds.filter((kind) => kind === 'received')).toHaveLength(1);
  });

  it('waits where a process stands still', () => {
    const recording = recordingOf({}, [
      { at: 100, command: produce('a') },
      { at: 103, command: { type: 'pauseBroker', broker: 1, forMs: 200 } },
    ]);
    const kinds = lifeAtEnd(recording, 1).map(({ kind }) => kind);
    expect(kinds.slice(0, 4)).toEqual(['produced', 'sent', 'waits', 'appended']);
  });

  it('is held, let go and doubled with the request that carries it', () => {
    const sent = lifeAtEnd(recordingOf({}, [{ at: 100, command: produce('a') }]), 1)[1];
    if (sent?.flight?.message.type !== 'produceRequest') throw new Error('It was never sent.');
    const { tick, flight } = sent;
    const recording = recordingOf({}, [
      { at: 100, command: produce('a') },
      { at: tick + 1, command: { type: 'holdMessage', flight: flight.id } },
      { at: tick + 50, command: { type: 'duplicateMessage', flight: flight.id } },
      { at: tick + 90, command: { type: 'releaseMessage', flight: flight.id } },
    ]);
    const kinds = lifeAtEnd(recording, 1).map(({ kind }) => kind);
    expect(kinds.slice(0, 8)).toEqual([
      'produced',
      'sent',
      'held',
      'doubled',
      'sent',
      'letGo',
      'received',
      'received',
    ]);
    expect(kinds.indexOf('found')).toBeGreaterThan(kinds.indexOf('appended'));
    expect(kinds).not.toContain('appendedAgain');
  });

  it('ends where its copies are cut off, and the promise is broken', () => {
    const recording = lostRecord();
    const life = lifeAtEnd(recording, 2).map(inWords);
    const end = life.slice(-2).map((line) => line.replace(/^\d+ /, ''));
    expect(end).toEqual(['promiseBroken broker-2', 'truncated broker-1 broker-2']);
  });

  it('was lost by what befell who had it, and by what its settings permit', () => {
    const recording = lostRecord();
    const losses = lossesUntil({ recording, prologue: null }, frameCount(recording) - 1);
    expect([...losses.keys()]).toEqual([2]);
    expect(losses.get(2)).toMatchObject({
      broken: { by: 'acks', acks: 1, leader: 2 },
      cause: { type: 'brokerCrashed', broker: 1 },
    });
    const { index } = lifeAtEnd(recording, 2).find(({ kind }) => kind === 'promiseBroken') ?? {};
    expect(lossesUntil({ recording, prologue: null }, (index ?? 0) - 1).size).toBe(0);
  });

  it('has its copies go with a machine', () => {
    const recording = recordingOf({}, [
      { at: 100, command: produce('a') },
      { at: 900, command: { type: 'loseInstance', broker: 3 } },
    ]);
    const last = lifeAtEnd(recording, 1).at(-1);
    expect(last).toMatchObject({ kind: 'copyGone', who: 'broker-3', tick: 900 });
  });

  it('is known from before the story, when the prologue is run again', () => {
    const recording = record(openingScenario());
    const prologue = prologueOf(recording);
    expect(lifeOfRecord({ recording, prologue: null }, 0, 1)).toEqual([]);
    const life = lifeOfRecord({ recording, prologue }, 0, 1);
    expect(life.map(({ kind }) => kind)).toContain('acknowledged');
    expect(life.map(({ kind }) => kind).slice(0, 4)).toEqual([
      'produced',
      'sent',
      'received',
      'appended',
    ]);
    expect(life.every(({ story, index }) => story === null && index <= 0)).toBe(true);
  });
});

describe('an offset', () => {
  it('has had one record after another where a log was cut, told apart by leader epoch', () => {
    const recording = lostRecord();
    const run = { recording, prologue: null };
    const end = frameCount(recording) - 1;
    expect(recordsAtOffset(run, end, { partition: ORDERS, offset: 1 })).toEqual([
      { recordId: 2, leaderEpoch: 0, brokers: [] },
      { recordId: 3, leaderEpoch: 1, brokers: [1, 2, 3] },
    ]);
    expect(recordsAtOffset(run, end, { partition: ORDERS, offset: 9 })).toEqual([]);
  });
});

/** Two records with acks=1, of which the second goes with its leader; a third takes its place. */
function lostRecord(): Recording {
  const far = { racks: { 1: 'a', 2: 'b', 3: 'c' }, clientRacks: { 'producer-1': 'a' } };
  return recordingOf({ acks: 1, minInsyncReplicas: 1, ...far }, [
    { at: 3_000, command: produce('a') },
    { at: 3_010, command: produce('b') },
    { at: 3_020, command: { type: 'crashBroker', broker: 1 } },
    { at: 15_000, command: produce('c') },
    { at: 16_000, command: { type: 'startBroker', broker: 1 } },
  ]);
}

function recordingOf(settings: Partial<Settings>, commands: readonly StampedCommand[]): Recording {
  const scenario = { version: 1, settings: smallSettings(settings), seed: 1, commands } as const;
  return extend(record({ ...scenario, startsAt: START }), 10_000);
}

function lifeAtEnd(recording: Recording, id: number): readonly Stage[] {
  return lifeOfRecord({ recording, prologue: null }, frameCount(recording) - 1, id);
}

function inWords({ tick, kind, who, other }: Stage): string {
  return `${tick} ${kind} ${who}${other === null ? '' : ` ${other}`}`;
}
