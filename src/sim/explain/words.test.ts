import { describe, expect, it } from 'vitest';
import { brokers, count, list, nodeName, offsets, records, seconds } from './words';
import { sentence, set, times } from './words';

describe('words for numbers', () => {
  it('say one offset or a range of them, both ends included', () => {
    expect([offsets(5, 5), offsets(5, 9)]).toEqual(['offset 5', 'offsets 5 to 9']);
  });

  it('say one record or a run of them, and when there is none', () => {
    const runs = [[], [4], [4, 5], [4, 5, 6]].map(said);
    expect(runs).toEqual(['no record', 'record “d”', 'records “d”, “e”', 'records “d” to “f”']);
  });

  it('do not make a run of records that have others between them', () => {
    expect(said([1, 4, 9])).toBe('records “a”, “d”, “i”');
    expect(said([1, 4, 5, 7, 8, 12])).toBe('6 records (“a”, “d”, “e” … “l”)');
  });

  it('call a record by what it says, never by a number that looks like an offset', () => {
    expect(records({ recordIds: [12], values: ['hello'] })).toBe('record “hello”');
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

/** Records whose values are the letters of their numbers. */
function said(recordIds: readonly number[]): string {
  return records({ recordIds, values: recordIds.map((id) => ' abcdefghijklm'.charAt(id)) });
}

describe('words for nodes', () => {
  it('name a broker by its number and the others by their kind', () => {
    const nodes = ['controller', 'broker-2', 'producer-1', 'consumer-1'] as const;
    const names = ['the controller', 'broker 2', 'the producer', 'the consumer'];
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
