import { describe, expect, it } from 'vitest';
import { producerAlone } from '../../../test/producerAlone';
import { produce } from './producer';
import type { ProducerTurn } from './turn';

const TOPIC = { name: 'orders', partitions: 3 };

function produceMany(turn: ProducerTurn, count: number): readonly string[] {
  const told = turn.wire.events.length;
  for (let n = 0; n < count; n++) produce(turn, TOPIC, { partition: null, key: null, value: 'v' });
  const produced = turn.wire.events.slice(told);
  return produced.flatMap((event) => (event.type === 'recordProduced' ? [event.partition] : []));
}

describe('records without a key', () => {
  it('stay in one partition until a batch is full, and then go to another draw', () => {
    const { turn } = producerAlone();
    const partitions = produceMany(turn, 1_000);
    for (let from = 0; from < 1_000; from += 100) {
      expect(new Set(partitions.slice(from, from + 100)).size).toBe(1);
    }
    expect(new Set(partitions).size).toBe(3);
  });

  it('stay for up to two batches where none is ever full', () => {
    const producer = producerAlone();
    const partitions = Array.from({ length: 400 }, () => {
      const chosen = produceMany(producer.turn, 1);
      const sent = producer.wait(5);
      for (const request of sent) producer.answer(request, 'NONE');
      return chosen[0];
    });
    expect(new Set(partitions.slice(0, 200)).size).toBe(1);
    expect(producer.turn.producer.stickyDraws).toBe(2);
  });
});

describe('a batch', () => {
  it('lingers for others to join it', () => {
    const producer = producerAlone();
    produceMany(producer.turn, 2);
    expect(producer.wait(4)).toEqual([]);
    expect(producer.wait(1)).toMatchObject([{ records: [{ id: 1 }, { id: 2 }] }]);
  });

  it('goes at once when it is full', () => {
    const producer = producerAlone();
    produceMany(producer.turn, 100);
    expect(producer.wait(0)[0]?.records).toHaveLength(100);
  });
});
