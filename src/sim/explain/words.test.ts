import { describe, expect, it } from 'vitest';
import { brokers, count, list, nodeName, offsets, records, seconds } from './words';
import { sentence, set, span, times } from './words';

describe('words for numbers', () => {
  it('say one offset or a range of them, both ends included', () => {
    expect([offsets(5, 5), offsets(5, 9)]).toEqual(['offset 5', 'offsets 5 to 9']);
  });

  it('call records by what they say, never by numbers that look like offsets', () => {
    expect(records({ values: ['hello'] })).toBe('record “hello”');
    expect(records({ values: ['a', 'd', 'i'] })).toBe('records “a”, “d”, “i”');
    expect(records({ values: ['a', 'd', 'e', 'g', 'h', 'l'] })).toBe('6 records (“a” … “l”)');
  });

  it('break off what is too long for a sentence, and no character in its middle', () => {
    expect(records({ values: ['sixteen letters.'] })).toBe('record “sixteen letters.”');
    expect(records({ values: ['a record of its own'] })).toBe('record “a record of its…”');
    expect(records({ values: ['😀'.repeat(17)] })).toBe(`record “${'😀'.repeat(15)}…”`);
  });

  it('say a span as shortly as it can be said', () => {
    expect([span(200), span(60_000)]).toEqual(['200 ms', '60 s']);
  });

  it('have a plural for everything but one', () => {
    const counts = [0, 1, 2].map((n) => count(n, 'record'));
    expect(counts).toEqual(['0 records', '1 record', '2 records']);
  });

  it('say once and twice, and count from three', () => {
    expect([1, 2, 3].map(times)).toEqual(['once', 'twice', '3 times']);
  });

  it('give milliseconds as seconds with one decimal', () => {
    expect(seconds(10_125)).toBe('10.1 s');
  });
});

describe('words for nodes', () => {
  it('name the one controller by its kind and all others by their number, too', () => {
    const nodes = ['controller', 'broker-2', 'producer-1', 'consumer-1'] as const;
    const names = ['the controller', 'broker 2', 'producer 1', 'consumer 1'];
    expect(nodes.map(nodeName)).toEqual(names);
  });

  it('list brokers, and print a set as Kafka does', () => {
    expect([brokers([2]), brokers([2, 3])]).toEqual(['broker 2', 'brokers 2, 3']);
    expect([set([]), set([2, 3]), list([])]).toEqual(['[]', '[2, 3]', 'nobody']);
  });

  it('begin a sentence with a capital letter', () => {
    expect(sentence('the controller fenced it.')).toBe('The controller fenced it.');
  });
});
