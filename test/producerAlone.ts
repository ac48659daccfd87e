import { newProducer } from '../src/sim/client/newProducer';
import { deliverToProducer, produce, runProducerTimers } from '../src/sim/client/producer';
import type { ProducerTurn } from '../src/sim/client/turn';
import type { ProducerBatch } from '../src/sim/client/state';
import { DEFAULT_SETTINGS } from '../src/sim/config';
import type { Settings } from '../src/sim/config';
import type { PartitionId } from '../src/sim/ids';
import type { KafkaError } from '../src/sim/kafkaError';
import type { KnownLeader, Message, ProduceRequest } from '../src/sim/message';

/** A producer without a cluster: what it sends is looked at, what it hears is made up. */
export interface ProducerAlone {
  readonly turn: ProducerTurn;
  /** A record in a batch of its own; it is sent if it may be. Returns its request, if it was. */
  send(partition?: PartitionId): ProduceRequest | null;
  /** Lets the time go on, and returns what is sent then. */
  wait(ms: number): readonly ProduceRequest[];
  /** The leader's answer to a request. Returns what is sent because of it. */
  answer(
    request: ProduceRequest | null,
    error: KafkaError,
    currentLeader?: KnownLeader | null,
  ): readonly ProduceRequest[];
  batches(): readonly ProducerBatch[];
}

const TOPIC = { name: 'orders', partitions: 3 };

/** A producer that knows broker 1 as the leader of every partition, in leader epoch 0. */
export function producerAlone(settings: Partial<Settings> = {}): ProducerAlone {
  const id = 'producer-1' as const;
  const client = { id, rack: null, bootstrap: [1, 2, 3], now: 0 };
  const producer = newProducer({ ...DEFAULT_SETTINGS, ...settings }, client, () => 7);
  const led = { leader: 1, leaderEpoch: 0 };
  const leaders = { 'orders-0': led, 'orders-1': led, 'orders-2': led };
  const wire = { now: 0, seed: 1, outbox: [], events: [] };
  let nextRecordId = 1;
  const turn: ProducerTurn = {
    wire,
    takeRecordId: () => nextRecordId++,
    takeProducerId: () => 8,
    partitionsToRewrite: new Set(),
    producer: {
      ...producer,
      metadata: { ...producer.metadata, leaders, dueAt: 1_000_000 },
    },
  };
  const run = (ms: number): readonly ProduceRequest[] => {
    wire.now += ms;
    const said = turn.wire.outbox.length;
    runProducerTimers(turn, TOPIC);
    return turn.wire.outbox.slice(said).flatMap(({ message }) => produceIn(message));
  };
  return {
    turn,
    send: (partition = 'orders-0') => {
      produce(turn, TOPIC, { partition, key: null, value: 'v' });
      return run(5).at(-1) ?? null;
    },
    wait: run,
    answer: (request, error, currentLeader = null) => {
      if (request === null) throw new Error('It was not sent.');
      const { correlationId, partition } = request;
      const baseOffset = error === 'NONE' ? 0 : -1;
      const answer = { correlationId, partition, error, baseOffset, currentLeader };
      const message = { type: 'produceResponse', ...answer } as const;
      const way = { from: 'broker-1', to: id, id: 1, sentAt: 0, arrivesAt: 1 } as const;
      deliverToProducer(turn, { ...way, message, background: false });
      return run(1);
    },
    batches: () => turn.producer.batches,
  };
}

function produceIn(message: Message): readonly ProduceRequest[] {
  return message.type === 'produceRequest' ? [message] : [];
}
