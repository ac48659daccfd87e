import { append, logEndOffset } from '../../../src/sim/broker/log';
import { handleProduce } from '../../../src/sim/broker/produce';
import { nextSequence, producerEntry } from '../../../src/sim/broker/producerState';
import { withFetched } from '../../../src/sim/broker/replicate';
import { restartedAt } from '../../../src/sim/broker/truncate';
import { replicaOf, setReplica } from '../../../src/sim/broker/turn';
import type { BrokerTurn } from '../../../src/sim/broker/turn';
import type { UnwrittenRecord } from '../../../src/sim/message';
import { SKIPPED_OPS } from '../skipped';
import { adapter } from './adapter';
import * as rig from './rig';

interface Given {
  readonly pid: number;
  readonly leo: number;
}

interface Append {
  readonly do: 'append';
  readonly epoch: number;
  readonly firstSeq: number;
  readonly count: number;
  readonly origin?: 'CLIENT' | 'REPLICATION';
  readonly transactional?: boolean;
}

type Step = Append | { readonly do: 'marker'; readonly epoch: number } | { do: 'expireProducers' };

const LEADER = 1;

export const producerStateAdapter = adapter<Given, readonly Step[]>(
  (given, steps) => {
    const turn = begin(given);
    return steps.map((step) => take(turn, given.pid, step));
  },
  {},
  (_, steps) => {
    const isOne = steps.some((step) => step.do === 'append' && step.transactional === true);
    return isOne ? (SKIPPED_OPS['lastStableOffset'] ?? null) : null;
  },
);

function begin({ leo }: Given): BrokerTurn {
  const partition = rig.partitionWith({ replicas: [LEADER] });
  const brokers = [rig.registration(LEADER, 101)];
  const image = rig.imageOf(brokers, { [rig.PARTITION]: partition }, 1);
  const epochs = Array.from({ length: leo }, () => 0);
  const replica = rig.replicaWith(epochs, {
    leader: LEADER,
    leaderEpoch: 0,
    partitionEpoch: 0,
    role: {
      type: 'leader',
      epochStartOffset: 0,
      inSync: { type: 'committed', inSync: [LEADER] },
      followers: {},
    },
  });
  return rig.turnAt(rig.NOW, rig.brokerWith(LEADER, image, [replica]));
}

function take(turn: BrokerTurn, pid: number, step: Step): object {
  const replica = replicaOf(turn, rig.PARTITION);
  const end = logEndOffset(replica.log);
  if (step.do === 'expireProducers') {
    // Nothing expires here; that its data is deleted makes a replica forget a producer as well.
    setReplica(turn, restartedAt(replica, end));
    return {};
  }
  if (step.do === 'marker') {
    // A control record has an epoch and no sequence.
    const marker = { ...rig.plainRecord(1), producerId: pid, producerEpoch: step.epoch };
    const log = append(replica.log, [{ ...marker, offset: end, leaderEpoch: 0 }]);
    setReplica(turn, { ...replica, log });
    return { result: 'APPENDED' };
  }
  const records = batchOf(pid, step);
  if (step.origin !== 'REPLICATION') return sendBatch(turn, records);
  const fetched = records.map((record, at) => ({ ...record, offset: end + at, leaderEpoch: 0 }));
  setReplica(turn, withFetched(replica, fetched, end));
  return { result: 'APPENDED', lastSeq: lastSequence(turn, pid) };
}

function batchOf(pid: number, { epoch, firstSeq, count }: Append): readonly UnwrittenRecord[] {
  let sequence = firstSeq;
  return Array.from({ length: count }, (_, at) => {
    if (at > 0) sequence = nextSequence(sequence);
    const numbers = { producerId: pid, producerEpoch: epoch, sequence, batchSequence: firstSeq };
    return { ...rig.plainRecord(at + 1), ...numbers };
  });
}

function sendBatch(turn: BrokerTurn, records: readonly UnwrittenRecord[]): object {
  const told = turn.wire.events.length;
  handleProduce(turn, rig.produceRequest(0, { records }));
  const answer = rig.takeSaid(turn)[0]?.message;
  if (answer?.type !== 'produceResponse') throw new Error('It has not answered.');
  if (answer.error !== 'NONE') return { result: answer.error };
  const isTwin = turn.wire.events.slice(told).some(({ type }) => type === 'duplicateFound');
  return {
    result: isTwin ? 'DUPLICATE' : 'APPENDED',
    firstOffset: answer.baseOffset,
    lastOffset: answer.baseOffset + records.length - 1,
    lastSeq: lastSequence(turn, records[0]?.producerId ?? -1),
  };
}

function lastSequence(turn: BrokerTurn, pid: number): number | undefined {
  const { log } = replicaOf(turn, rig.PARTITION);
  return producerEntry(log, pid)?.batches.at(-1)?.lastSequence;
}
