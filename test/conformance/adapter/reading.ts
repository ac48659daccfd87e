import { read } from '../../../src/sim/broker/sessions';
import type { FetchSession, Replica } from '../../../src/sim/broker/state';
import { accessError } from '../../../src/sim/broker/validateFetch';
import type { BrokerTurn } from '../../../src/sim/broker/turn';
import { brokerNode } from '../../../src/sim/ids';
import type { PartitionId } from '../../../src/sim/ids';
import type { FetchedPartition } from '../../../src/sim/message';
import { SKIPPED_OPS } from '../skipped';
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

export const readIsolationAdapter = adapter<ReadGiven, readonly Read[]>(
  (given, reads) =>
    reads.map(({ fetchOffset, isolation }) => {
      const epochs = Array.from({ length: given.leo - given.logStart }, () => 0);
      const held = rig.replicaWith(epochs, { highWatermark: given.hw }, given.logStart);
      const reader = isolation === 'LOG_END' ? FOLLOWER : -1;
      const { error, records } = readFrom(leading(held, 0), reader, fetchOffset);
      return { error, records: records.map(({ offset }) => offset) };
    }),
  {},
  (given, reads) => {
    const isBounded = given.lso !== given.hw;
    const asks = reads.some(({ isolation }) => isolation === 'TXN_COMMITTED');
    return isBounded && asks ? (SKIPPED_OPS['lastStableOffset'] ?? null) : null;
  },
);

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

function readFrom(replica: Replica, reader: number, fetchOffset: number): FetchedPartition {
  const brokers = [rig.registration(LEADER, 101), rig.registration(FOLLOWER, 102)];
  const partition = rig.partitionWith({ replicas: [LEADER, FOLLOWER] });
  const image = rig.imageOf(brokers, { [rig.PARTITION]: partition }, 1);
  const turn = rig.turnAt(rig.NOW, rig.brokerWith(LEADER, image, [replica]));
  return readAt(turn, rig.PARTITION, reader, fetchOffset);
}

/** One read by a follower, or by a consumer (-1), that names no epoch. */
export function readAt(
  turn: BrokerTurn,
  partition: PartitionId,
  reader: number,
  fetchOffset: number,
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
    epoch: 1,
    positions: { [partition]: position },
    partitions: [partition],
    ready: [partition],
    lastFetchAt: turn.wire.now,
    brokerEpoch: -1,
    parked: null,
  };
  return read(turn, session, partition);
}
