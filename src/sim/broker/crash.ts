import type { CrashCause } from '../decisionEvent';
import { brokerNode, partitionIdsIn } from '../ids';
import type { PartitionId } from '../ids';
import { connectionClosedOn, isRequest } from '../message';
import { namesOf } from '../recordNames';
import { rowOf, rowsOf, withRow } from '../table';
import { logEndOffset } from './log';
import { flushedOffset, onDiskUpTo } from './pageCache';
import type { BrokerState } from './state';
import { truncated } from './truncate';
import { changeBroker, mapReplicas, send, setReplica, tell } from './turn';
import type { BrokerTurn } from './turn';

/** What a process knows of others and waits for when it has just begun, or has died. */
export const NOTHING_IN_MEMORY = {
  fetchers: {},
  sessions: {},
  delayedProduces: [],
  alterPartition: { queued: [], inFlight: null, retryAt: null },
  metadataFetchDueAt: null,
  pausedUntil: null,
  inbox: [],
} satisfies Partial<BrokerState>;

const NOTHING_DUE = {
  heartbeatDueAt: null,
  registrationDueAt: null,
  inSyncCheckDueAt: null,
  checkpointDueAt: null,
  shutdown: null,
  directoryFailureDueAt: null,
} satisfies Partial<BrokerState>;

/** What a machine has that nobody has used yet: empty disks, as fast as they should be. */
const NEW_DISKS = {
  replicas: {},
  offlineDirectories: [],
  cleanShutdownEpoch: -1,
  writeMsPerRecord: 0,
} satisfies Partial<BrokerState>;

/** `kill -9`: what was in memory is gone; logs stay, for the page cache is the machine's. */
export function crash(turn: BrokerTurn, because: CrashCause): void {
  const leads = leadCount(turn);
  closeConnections(turn);
  endProcess(turn);
  tell(turn, { type: 'brokerCrashed', broker: turn.broker.id, leads, because });
}

/** The machine is without power: nobody says goodbye, and the page cache is gone with the rest. */
export function losePower(turn: BrokerTurn): void {
  const leads = leadCount(turn);
  endProcess(turn);
  changeBroker(turn, { machine: 'off' });
  tell(turn, { type: 'powerLost', broker: turn.broker.id, leads });
  for (const partition of partitionIdsIn(turn.broker.replicas)) loseUnflushed(turn, partition);
}

/** The instance is gone for good, and its disks with it. */
export function loseInstance(turn: BrokerTurn): void {
  const leads = leadCount(turn);
  endProcess(turn);
  loseAllLogs(turn);
  changeBroker(turn, { machine: 'gone' });
  tell(turn, { type: 'instanceLost', broker: turn.broker.id, leads });
}

/** All logs of a broker are gone; what it has instead are empty disks. */
export function loseAllLogs(turn: BrokerTurn): void {
  for (const { partition, log } of rowsOf(turn.broker.replicas)) {
    if (log.records.length > 0) countLoss(turn, partition);
  }
  changeBroker(turn, NEW_DISKS);
}

/** The process is no more. What it has on its disks stays as it is. */
export function endProcess(turn: BrokerTurn): void {
  changeBroker(turn, {
    lifecycle: 'NOT_RUNNING',
    replicas: mapReplicas(turn.broker, (replica) => ({
      ...replica,
      role: { type: 'waiting' },
    })),
    ...NOTHING_IN_MEMORY,
    ...NOTHING_DUE,
  });
}

/** How many partitions a broker believes to lead. */
export function leadCount({ broker }: BrokerTurn): number {
  return rowsOf(broker.replicas).filter(({ role }) => role.type === 'leader').length;
}

function loseUnflushed(turn: BrokerTurn, partition: PartitionId): void {
  const replica = rowOf(turn.broker.replicas, partition);
  const from = logEndOffset(replica.log);
  const to = flushedOffset(replica, turn.wire.now);
  if (to === from) return;
  const lost = namesOf(replica.log.records.filter(({ offset }) => offset >= to));
  setReplica(turn, { ...truncated(replica, to), onDisk: onDiskUpTo(to) });
  countLoss(turn, partition);
  const broker = turn.broker.id;
  tell(turn, { type: 'unflushedRecordsLost', broker, partition, from, to, ...lost });
}

function countLoss(turn: BrokerTurn, partition: PartitionId): void {
  const { dataLosses } = turn.broker;
  const count = (dataLosses[partition] ?? 0) + 1;
  changeBroker(turn, { dataLosses: withRow(dataLosses, partition, count) });
}

/** The machine lives, so it closes the dead process's connections, and the others notice. */
export function closeConnections(turn: BrokerTurn): void {
  const { broker } = turn;
  const closed = { type: 'connectionClosed', request: 'fetchRequest' } as const;
  for (const { node, parked } of rowsOf(broker.sessions)) {
    if (parked === null) continue;
    const { correlationId } = parked;
    send(turn, node, { ...closed, correlationId, closedBy: 'server' }, true);
  }
  for (const { producer, correlationId } of broker.delayedProduces) {
    const message = { ...closed, request: 'produceRequest', correlationId } as const;
    send(turn, producer, { ...message, closedBy: 'server' }, true);
  }
  // What it had not read yet, for it stood still.
  for (const { from, message } of broker.inbox) {
    if (isRequest(message)) send(turn, from, connectionClosedOn(message), true);
  }
  for (const { leader, inFlight } of rowsOf(broker.fetchers)) {
    if (inFlight === null) continue;
    const { correlationId } = inFlight;
    send(turn, brokerNode(leader), { ...closed, correlationId, closedBy: 'client' }, true);
  }
  send(
    turn,
    'controller',
    { ...closed, request: 'metadataFetchRequest', correlationId: 0, closedBy: 'client' },
    true,
  );
}
