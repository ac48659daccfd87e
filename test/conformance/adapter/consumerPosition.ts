import { lastStableOffset } from '../../../src/sim/broker/lastStableOffset';
import { append, EMPTY_LOG, logEndOffset } from '../../../src/sim/broker/log';
import type { LogRecord } from '../../../src/sim/broker/log';
import { deliverToConsumer, runConsumerTimers } from '../../../src/sim/client/consumer';
import { consumerDueAt } from '../../../src/sim/client/deadlines';
import { newConsumer } from '../../../src/sim/client/newConsumer';
import type { ConsumerTurn } from '../../../src/sim/client/turn';
import { completeValidation } from '../../../src/sim/client/validation';
import type { AutoOffsetReset } from '../../../src/sim/config';
import { brokerOf } from '../../../src/sim/ids';
import type { NodeId } from '../../../src/sim/ids';
import type { KafkaError } from '../../../src/sim/kafkaError';
import type { FetchRequest, Message } from '../../../src/sim/message';
import type { Outgoing } from '../../../src/sim/network';
import { adapter } from './adapter';
import * as rig from './rig';

interface ValidationGiven {
  readonly resetPolicy: string;
  readonly position: { readonly offset: number; readonly offsetEpoch: number };
}

interface EpochAnswer {
  readonly leaderEpoch: number;
  readonly endOffset: number;
}

export const completeValidationAdapter = adapter<ValidationGiven, EpochAnswer>(
  ({ resetPolicy, position }, { leaderEpoch: epoch, endOffset }) => {
    const policy = policyOf(resetPolicy);
    const verdict = completeValidation(position.offset, { epoch, endOffset }, policy);
    const done = { truncation: null, awaitingValidation: false };
    switch (verdict.type) {
      case 'goOn':
        return { ...done, position };
      case 'stepBack':
        return { ...done, position: { offset: verdict.to, offsetEpoch: verdict.epoch } };
      case 'reset':
        return { ...done, resetNeeded: true };
      case 'fail': {
        const { divergence } = verdict;
        const truncation =
          divergence === null
            ? { divergentOffset: null }
            : { divergentOffset: divergence.endOffset, divergentEpoch: divergence.epoch };
        return { truncation, awaitingValidation: true, position };
      }
      default:
        return verdict satisfies never;
    }
  },
);

function policyOf(policy: string): AutoOffsetReset {
  const name = policy.toLowerCase();
  return name === 'none' || name === 'earliest' ? name : 'latest';
}

interface ReadReplicaGiven {
  readonly leader: number;
  readonly knownNodes: readonly number[];
}

type ReadReplicaStep =
  | { readonly do: 'fetchResponse'; readonly error: KafkaError; readonly preferred?: number }
  | { readonly do: 'disconnect' };

/** A consumer that has asked for metadata, been told of a leader, and fetches from it. */
interface Reading {
  readonly turn: ConsumerTurn;
  now: number;
  fetch: { readonly to: NodeId; readonly message: FetchRequest };
  hasReset: boolean;
}

export const consumerReadReplicaAdapter = adapter<ReadReplicaGiven, readonly ReadReplicaStep[]>(
  ({ leader, knownNodes }, steps) => {
    const reading = readingFrom(leader, knownNodes);
    return steps.map((step) => {
      answer(reading, step);
      const to = brokerOf(reading.fetch.to);
      const nextFetchTo = to === leader ? 'leader' : to;
      return { nextFetchTo, offsetReset: reading.hasReset };
    });
  },
);

function readingFrom(leader: number, brokers: readonly number[]): Reading {
  const settings = { autoOffsetReset: 'latest', isolationLevel: 'read_uncommitted' } as const;
  const committed = { [rig.PARTITION]: 0 };
  const consumer = newConsumer(settings, 1, 'rack', brokers, committed, rig.NOW - 1);
  const turn: ConsumerTurn = { wire: rig.wireAt(rig.NOW), consumer };
  runConsumerTimers(turn);
  const [asked] = turn.wire.outbox.splice(0);
  if (asked?.message.type !== 'metadataRequest') throw new Error('It asks for no metadata.');
  const { correlationId } = asked.message;
  const leaders = { [rig.PARTITION]: { leader, leaderEpoch: 0 } };
  deliver(turn, asked.to, { type: 'metadataResponse', correlationId, brokers, leaders });
  return { turn, hasReset: false, ...nextFetch(turn, rig.NOW) };
}

function answer(reading: Reading, step: ReadReplicaStep): void {
  const { turn, fetch } = reading;
  const { correlationId } = fetch.message;
  if (step.do === 'disconnect') {
    const closed = { type: 'connectionClosed', request: 'fetchRequest', correlationId } as const;
    deliver(turn, fetch.to, { ...closed, closedBy: 'server' });
  } else deliver(turn, fetch.to, fetched(correlationId, step.error, step.preferred ?? null));
  reading.hasReset = turn.wire.outbox.some(isReset);
  const { now, fetch: next } = nextFetch(turn, reading.now);
  Object.assign(reading, { now, fetch: next });
}

function fetched(correlationId: number, error: KafkaError, preferred: number | null): Message {
  const nothing = { divergingEpoch: null, records: [], highWatermark: 0, logStartOffset: 0 };
  const one = {
    partition: rig.PARTITION,
    error,
    ...nothing,
    preferredReadReplica: preferred,
    currentLeader: null,
  };
  const session = [rig.PARTITION];
  return { type: 'fetchResponse', correlationId, error: 'NONE', partitions: [one], session };
}

// It may have to wait a little, for a broken connection is not tried again at once.
function nextFetch(turn: ConsumerTurn, since: number): Pick<Reading, 'now' | 'fetch'> {
  let now = since;
  for (let tries = 0; tries < 20; tries++) {
    const said = turn.wire.outbox.splice(0).findLast(isFetch);
    if (said !== undefined) return { now, fetch: { to: said.to, message: said.message } };
    now = Math.max(now + 1, consumerDueAt(turn.consumer) ?? now);
    Object.assign(turn, { wire: rig.wireAt(now) });
    runConsumerTimers(turn);
  }
  throw new Error('It fetches no more.');
}

function isFetch(said: Outgoing): said is Outgoing & { readonly message: FetchRequest } {
  return said.message.type === 'fetchRequest';
}

function isReset({ message }: Outgoing): boolean {
  return message.type === 'listOffsetsRequest';
}

function deliver(turn: ConsumerTurn, from: NodeId, message: Message): void {
  const flight = { id: 1, from, to: turn.consumer.id, message, background: true };
  deliverToConsumer(turn, { ...flight, sentAt: rig.NOW, arrivesAt: rig.NOW + 1 });
}

type LogStep =
  | { readonly do: 'txnAppend'; readonly pid: number; readonly count: number }
  | { readonly do: 'append'; readonly count: number }
  | { readonly do: 'endTxn'; readonly pid: number; readonly type: 'COMMIT' | 'ABORT' }
  | { readonly do: 'hwToLeo' };

export const lastStableOffsetAdapter = adapter<unknown, readonly LogStep[]>((_given, steps) => {
  let log = EMPTY_LOG;
  let hw = 0;
  return steps.map((step) => {
    log = append(log, appendedBy(step, logEndOffset(log)));
    if (step.do === 'hwToLeo') hw = logEndOffset(log);
    return { leo: logEndOffset(log), hw, lso: lastStableOffset(log, hw) };
  });
});

function appendedBy(step: LogStep, from: number): readonly LogRecord[] {
  switch (step.do) {
    case 'append':
      return recordsFrom(from, step.count, {});
    case 'txnAppend':
      return recordsFrom(from, step.count, { producerId: step.pid, transaction: 'data' });
    case 'endTxn':
      return recordsFrom(from, 1, { producerId: step.pid, transaction: step.type });
    case 'hwToLeo':
      return [];
    default:
      return step satisfies never;
  }
}

function recordsFrom(
  from: number,
  count: number,
  fields: Partial<LogRecord>,
): readonly LogRecord[] {
  return Array.from({ length: count }, (_, at) => ({ ...rig.recordOf(from + at, 0), ...fields }));
}
