import { describe, expect, it } from 'vitest';
import type { Acks } from './config';
import { DEFAULT_SETTINGS } from './config';
import { createWorld } from './createWorld';
import { refusal } from './refusal';
import { step } from './step';

const producer = 'producer-1';
const world = createWorld(DEFAULT_SETTINGS, 1);
const crash = { type: 'crashBroker', broker: 2 } as const;
const crashed = step(world, [{ at: 1, command: crash }]).world;

function produce(value: string, partition: `orders-${number}` | null = null): unknown {
  return refusal(world, { type: 'produce', producer, partition, key: null, value });
}
function changeAcks(acks: Acks): unknown {
  return refusal(world, { type: 'changeAcks', producer, acks });
}
function load(recordsPerSecond: number): unknown {
  return refusal(world, { type: 'startLoad', producer, recordsPerSecond });
}
const soAlready = { error: null, because: 'It is so already.' };

describe('a command is let pass', () => {
  it('when it would change something', () => {
    expect(produce('a', 'orders-2')).toBeNull();
    expect(refusal(world, crash)).toBeNull();
    expect(refusal(crashed, { type: 'startBroker', broker: 2 })).toBeNull();
    expect(refusal(world, { type: 'changeMinInsyncReplicas', value: 3 })).toBeNull();
    expect([changeAcks(1), load(1), load(1_000)]).toEqual([null, null, null]);
  });

  it('when the minimum is more than there are replicas, as Kafka does', () => {
    expect(refusal(world, { type: 'changeMinInsyncReplicas', value: 9 })).toBeNull();
  });
});

describe('a command is refused', () => {
  it('when a broker is down already, or up already', () => {
    expect(refusal(crashed, crash)?.because).toBe('Broker 2 is already down.');
    const start = { type: 'startBroker', broker: 1 } as const;
    expect(refusal(world, start)?.because).toBe('Broker 1 is already running.');
  });

  it('when it speaks of a broker that there is not', () => {
    const error = 'BROKER_ID_NOT_REGISTERED';
    expect(refusal(world, { type: 'crashBroker', broker: 7 })).toMatchObject({ error });
    expect(refusal(world, { type: 'startBroker', broker: 7 })).toMatchObject({ error });
  });

  it('when a record is for no partition, or too long to be shown', () => {
    expect(produce('a', 'orders-7')).toMatchObject({ error: 'UNKNOWN_TOPIC_OR_PARTITION' });
    expect(produce('a'.repeat(100))).toBeNull();
    expect(produce('a'.repeat(101))).toMatchObject({ error: null });
  });

  it('when it sets what is set already', () => {
    expect(refusal(world, { type: 'changeMinInsyncReplicas', value: 2 })).toEqual(soAlready);
    expect(refusal(world, { type: 'changeUncleanLeaderElection', value: false })).toEqual(
      soAlready,
    );
    expect(refusal(world, { type: 'stopLoad', producer })).toEqual(soAlready);
    expect(changeAcks('all')).toEqual(soAlready);
  });

  it('when a link is cut already, or not cut, or has only one end', () => {
    const [from, to] = ['broker-1', 'controller'] as const;
    const oneWay = { type: 'cutLink', from, to, bothWays: false } as const;
    const cut = step(world, [{ at: 1, command: oneWay }]).world;
    expect([refusal(world, oneWay), refusal(cut, { ...oneWay, bothWays: true })]).toEqual([
      null,
      null,
    ]);
    expect(refusal(cut, oneWay)?.because).toBe('It is cut already.');
    expect(refusal(world, { ...oneWay, type: 'healLink' })?.because).toBe('It is not cut.');
    expect(refusal(cut, { ...oneWay, type: 'healLink', bothWays: true })).toBeNull();
    const back = { type: 'healLink', from: to, to: from, bothWays: false } as const;
    expect(refusal(cut, back)?.because).toBe('It is not cut.');
    expect(refusal(world, { type: 'healAllLinks' })?.because).toBe('No link is cut.');
    expect(refusal(cut, { type: 'healAllLinks' })).toBeNull();
    expect(refusal(world, { ...oneWay, to: from })?.because).toBe('A link has two ends.');
    expect(refusal(world, { ...oneWay, to: 'consumer-9' })?.because).toBe(
      'There is no consumer-9.',
    );
    const error = 'BROKER_ID_NOT_REGISTERED';
    expect(refusal(world, { ...oneWay, from: 'broker-9' })).toMatchObject({ error });
  });

  it('when a broker that is to pause is down, stands still already, or for too long', () => {
    const pause = { type: 'pauseBroker', broker: 2, forMs: 100 } as const;
    const paused = step(world, [{ at: 1, command: pause }]).world;
    expect(refusal(world, { ...pause, forMs: 60_000 })).toBeNull();
    expect(refusal(paused, pause)?.because).toBe('Broker 2 stands still already.');
    expect(refusal(crashed, pause)?.because).toBe('Broker 2 is not running.');
    const lengths = [99, 60_001, 100.5].map((forMs) => refusal(world, { ...pause, forMs }));
    expect(lengths).not.toContain(null);
    const error = 'BROKER_ID_NOT_REGISTERED';
    expect(refusal(world, { ...pause, broker: 9 })).toMatchObject({ error });
  });

  it('when a number is outside its range', () => {
    const invalid = { error: 'INVALID_CONFIG' };
    expect(refusal(world, { type: 'changeMinInsyncReplicas', value: 0 })).toMatchObject(invalid);
    expect(refusal(world, { type: 'changeMinInsyncReplicas', value: 1.5 })).toMatchObject(invalid);
    expect([load(0), load(1_001), load(Number.NaN)]).not.toContain(null);
  });

  it('when a producer is to be idempotent that is, or there is no room for another', () => {
    const idempotence = { type: 'changeIdempotence', producer, value: true } as const;
    expect(refusal(world, idempotence)).toEqual(soAlready);
    expect(refusal(world, { ...idempotence, value: false })).toBeNull();
    const add = { type: 'addProducer', rack: null } as const;
    expect(refusal(world, add)).toBeNull();
    const full = createWorld({ ...DEFAULT_SETTINGS, producers: 3 }, 1);
    expect(refusal(full, add)?.because).toBe('There is room for 3 producers.');
  });

  it('when a record is for a topic that there is not', () => {
    const one = { type: 'produce', producer, partition: null, key: null, value: 'a' } as const;
    expect(refusal(world, { ...one, topic: 'orders' })).toBeNull();
    const error = 'UNKNOWN_TOPIC_OR_PARTITION';
    expect(refusal(world, { ...one, topic: 'other' })).toMatchObject({ error });
  });

  it('when nobody is there to obey', () => {
    const because = 'There is no producer-9.';
    const other = { producer: 'producer-9' } as const;
    expect(refusal(world, { type: 'changeAcks', ...other, acks: 1 })?.because).toBe(because);
  });
});
