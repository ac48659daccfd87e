import { read } from '../../../src/sim/broker/sessions';
import type { FetchSession, Replica } from '../../../src/sim/broker/state';
import { accessError } from '../../../src/sim/broker/validateFetch';
import type { BrokerTurn } from '../../../src/sim/broker/turn';
import { brokerNode } from '../../../src/sim/ids';
import type { PartitionId } from '../../../src/sim/ids';
import type { FetchedPartition } from '../../../src/sim/message';
import { adapter } from './adapter';
import { FOLLOWER, LEADER, leading } from './pair';
import * as rig from './rig';

interface ReadGiven {
  readonly leo: number;
  readonly hw: number;
  readonly lso: number;
  readonly logStart: number;
}

interface Read {
  readonly fetchOffset: number;
  readonly isolation: 'HIGH_WATERMARK' | 'LOG_END' | 'TXN_COMMITTED';
}

export const readIsolationAdapter = adapter<ReadGiven, readonly Read[]>((given, reads) =>
  reads.map(({ fetchOffset, isolation }) => {
    const reader = isolation === 'LOG_END' ? FOLLOWER : -1;
    const isolationLevel = isolation === 'TXN_COMMITTED' ? 'read_committed' : 'read_uncommitted';
    const replica = leading(undecidedFrom(given), 0);
    const { error, records } = readFrom(replica, reader, fetchOffset, { isolationLevel });
    return { error, records: records.map(({ offset }) => offset) };
  }),
);

// A last stable offset below the high watermark is the first record of a transaction under way.
function undecidedFrom({ leo, hw, lso, logStart }: ReadGiven): Replica {
  const epochs = Array.from({ length: leo - logStart }, () => 0);
  const held = rig.replicaWith(epochs, { highWatermark: hw }, logStart);
  if (lso >= hw) return held;
  const records = held.log.records.map((record) =>
    record.offset === lso ? { ...record, producerId: 1, transaction: 'data' as const } : record,
  );
  return { ...held, log: { ...held.log, records } };
}

interface FollowerGiven {
  readonly role: 'follower' | 'leader';
  readonly leaderEpoch: number;
}

interface ClientFetch {
  readonly clientMetadata: boolean;
  readonly leaderEpoch?: number;
}

export const consumerFetchAtFollowerAdapter = adapter<FollowerGiven, readonly ClientFetch[]>(
  ({ role, leaderEpoch }, fetches) =>
    fetches.map((fetch) => ({
      error: accessError({
        reader: fetch.clientMetadata ? 'consumer' : 'oldConsumer',
        requestedEpoch: fetch.leaderEpoch ?? -1,
        role,
        leaderEpoch,
        isAssigned: false,
      }),
    })),
);

function readFrom(
  replica: Replica,
  reader: number,
  fetchOffset: number,
  fields: Partial<FetchSession>,
): FetchedPartition {
  const brokers = [rig.registration(LEADER, 101), rig.registration(FOLLOWER, 102)];
  const partition = rig.partitionWith({ replicas: [LEADER, FOLLOWER] });
  const image = rig.imageOf(brokers, { [rig.PARTITION]: partition }, 1);
  const turn = rig.turnAt(rig.NOW, rig.brokerWith(LEADER, image, [replica]));
  return readAt(turn, rig.PARTITION, reader, fetchOffset, fields);
}

/** One read by a follower, or by a consumer (-1), that names no epoch. */
export function readAt(
  turn: BrokerTurn,
  partition: PartitionId,
  reader: number,
  fetchOffset: number,
  fields: Partial<FetchSession> = {},
): FetchedPartition {
  const position = {
    fetchOffset,
    currentLeaderEpoch: -1,
    lastFetchedEpoch: -1,
    logStartOffset: 0,
    answeredHighWatermark: -1,
  };
  const session: FetchSession = {
    node: reader === -1 ? 'consumer-1' : brokerNode(reader),
    replica: reader,
    clientRack: null,
    isolationLevel: 'read_uncommitted',
    epoch: 1,
    positions: { [partition]: position },
    partitions: [partition],
    ready: [partition],
    lastFetchAt: turn.wire.now,
    brokerEpoch: -1,
    parked: null,
    ...fields,
  };
  return read(turn, session, partition);
}
