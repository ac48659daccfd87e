import { backoffMs } from '../chance';
import { KAFKA } from '../config';
import { UNKNOWN, brokerNode, partitionIdsIn } from '../ids';
import type { PartitionId } from '../ids';
import type { ListOffsetsResponse, OffsetsForLeaderEpochResponse } from '../message/offsets';
import { rowOf, withRow, withoutRow } from '../table';
import { changesToCommit } from './commits';
import { changeConsumer, refresh, takeCorrelationId } from './consumerTurn';
import { knownLeader } from './metadata';
import { place } from './place';
import type { PositionWait } from './state';
import type { ConsumerTurn } from './turn';
import { completeValidation } from './validation';
import { awaitReset, endWait, fail, setWait } from './waits';

/** Asks leaders what must be known before the partitions that wait are fetched. */
export function askForPositions(turn: ConsumerTurn): void {
  const { now } = turn.wire;
  for (const partition of partitionIdsIn(turn.consumer.waits)) {
    const before = rowOf(turn.consumer.waits, partition);
    if (before.dueAt !== null && before.dueAt > now) continue;
    if (before.for === 'time') {
      endWait(turn, partition);
      place(turn, partition);
    }
    const wait = turn.consumer.waits[partition];
    if (wait !== undefined && wait.for !== 'time') ask(turn, partition, wait, wait.for);
  }
}

function ask(
  turn: ConsumerTurn,
  partition: PartitionId,
  wait: PositionWait,
  what: 'reset' | 'validation',
): void {
  // Nobody has answered in time, so the leader may be another one.
  if (wait.correlationId !== null) refresh(turn);
  const leader = knownLeader(turn.consumer.metadata, partition);
  if (leader === null) {
    if (wait.dueAt !== null)
      setWait(turn, partition, { ...wait, correlationId: null, dueAt: null });
    return;
  }
  const correlationId = takeCorrelationId(turn);
  const { attempts } = wait;
  const dueAt = turn.wire.now + KAFKA.requestTimeoutMs;
  setWait(turn, partition, { for: what, correlationId, attempts: attempts + 1, dueAt });
  const { id: from, autoOffsetReset, isolationLevel, positionEpochs } = turn.consumer;
  const asked = { correlationId, partition, currentLeaderEpoch: leader.leaderEpoch };
  const timestamp = autoOffsetReset === 'earliest' ? 'earliest' : 'latest';
  turn.wire.outbox.push({
    from,
    to: brokerNode(leader.leader),
    background: attempts > 0,
    message:
      what === 'reset'
        ? { type: 'listOffsetsRequest', ...asked, timestamp, isolationLevel }
        : {
            type: 'offsetsForLeaderEpochRequest',
            ...asked,
            leaderEpoch: positionEpochs[partition] ?? UNKNOWN,
          },
  });
}

/** A leader has said where its log begins and ends: the consumer goes on at one of the two. */
export function takeOffsets(turn: ConsumerTurn, response: ListOffsetsResponse): void {
  const { partition, correlationId, error, logStartOffset, logEndOffset } = response;
  if (!isAwaited(turn, partition, correlationId)) return;
  if (error !== 'NONE') {
    askAgainLater(turn, partition);
    return;
  }
  const { id: consumer, autoOffsetReset, positions, positionEpochs } = turn.consumer;
  const policy = autoOffsetReset === 'earliest' ? 'earliest' : 'latest';
  const from = positions[partition] ?? UNKNOWN;
  const to = policy === 'earliest' ? logStartOffset : logEndOffset;
  changeConsumer(turn, {
    positions: withRow(positions, partition, to),
    // No record was read before it, so there is no epoch to compare by (OffsetFetcherUtils).
    positionEpochs: withoutRow(positionEpochs, partition),
  });
  if (to !== from) {
    turn.wire.events.push({ type: 'positionReset', consumer, partition, from, to, policy });
  }
  changesToCommit(turn);
  endWait(turn, partition);
  place(turn, partition);
}

/** A leader has said where the epoch of the position ended (OffsetsForLeaderEpoch, KIP-320). */
export function takeEpochEnd(turn: ConsumerTurn, response: OffsetsForLeaderEpochResponse): void {
  const { partition, correlationId, error, leaderEpoch: epoch, endOffset } = response;
  if (!isAwaited(turn, partition, correlationId)) return;
  if (error !== 'NONE') {
    askAgainLater(turn, partition);
    return;
  }
  const { positions, autoOffsetReset } = turn.consumer;
  const position = rowOf(positions, partition);
  const verdict = completeValidation(position, { epoch, endOffset }, autoOffsetReset);
  endWait(turn, partition);
  switch (verdict.type) {
    case 'goOn':
      break;
    case 'stepBack':
      tellTruncation(turn, partition, verdict.to);
      stepBack(turn, partition, verdict);
      break;
    case 'reset':
      tellTruncation(turn, partition, null);
      awaitReset(turn, partition, 'LogTruncationException');
      return;
    case 'fail':
      fail(turn, partition, 'LogTruncationException');
      return;
    default:
      return verdict satisfies never;
  }
  place(turn, partition);
}

/** The connection to a leader broke that was to answer. Whether it was such a question. */
export function losePositionAnswer(turn: ConsumerTurn, correlationId: number): void {
  const { waits } = turn.consumer;
  const partition = partitionIdsIn(waits).find((id) => waits[id]?.correlationId === correlationId);
  if (partition !== undefined) askAgainLater(turn, partition);
}

function stepBack(
  turn: ConsumerTurn,
  partition: PartitionId,
  { to, epoch }: { readonly to: number; readonly epoch: number },
): void {
  const { positions, positionEpochs } = turn.consumer;
  changeConsumer(turn, {
    positions: withRow(positions, partition, to),
    positionEpochs: withRow(positionEpochs, partition, epoch),
  });
  changesToCommit(turn);
}

function tellTruncation(turn: ConsumerTurn, partition: PartitionId, to: number | null): void {
  const { id: consumer, positions, positionEpochs } = turn.consumer;
  const from = rowOf(positions, partition);
  const offsetEpoch = positionEpochs[partition] ?? UNKNOWN;
  turn.wire.events.push({ type: 'truncationDetected', consumer, partition, from, to, offsetEpoch });
}

function isAwaited(turn: ConsumerTurn, partition: PartitionId, correlationId: number): boolean {
  return turn.consumer.waits[partition]?.correlationId === correlationId;
}

// All errors of these answers are retriable; the leader may be another one by then.
function askAgainLater(turn: ConsumerTurn, partition: PartitionId): void {
  const wait = rowOf(turn.consumer.waits, partition);
  const { id } = turn.consumer;
  const { seed, now } = turn.wire;
  const { retryBackoffMs, retryBackoffMaxMs } = KAFKA;
  const identity = `${id}:${wait.for}:${wait.correlationId ?? 0}`;
  const attempt = wait.attempts - 1;
  const pauseMs = backoffMs(seed, identity, attempt, retryBackoffMs, retryBackoffMaxMs, 20);
  setWait(turn, partition, { ...wait, correlationId: null, dueAt: now + pauseMs });
  refresh(turn);
}
