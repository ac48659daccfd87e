import { logEndOffset, recordAt } from '../broker/log';
import { copiesOf, inEachPartition } from './each';
import type { PlacedReplica } from './each';
import type { Invariant } from './invariant';

/** Epoch and offset together name a record, and all that is before it. */
export const logsMatch: Invariant = {
  name: 'Two logs that agree on an epoch at an offset agree on everything before it',
  because: 'a follower first cuts what its leader does not have, then copies without a gap',
  brokenIn: (world) =>
    inEachPartition(world, (id) => {
      const copies = copiesOf(world, id);
      for (const [index, one] of copies.entries()) {
        for (const other of copies.slice(index + 1)) {
          const offset = mismatch(one, other);
          if (offset !== null) {
            return `brokers ${one.broker} and ${other.broker} differ at offset ${offset}.`;
          }
        }
      }
      return null;
    }),
};

function mismatch(one: PlacedReplica, other: PlacedReplica): number | null {
  const [a, b] = [one.replica.log, other.replica.log];
  let mustMatch = false;
  for (let offset = Math.min(logEndOffset(a), logEndOffset(b)) - 1; offset >= 0; offset--) {
    const first = recordAt(a, offset);
    const second = recordAt(b, offset);
    if (first === null || second === null || first === second) return null;
    const isSame = first.leaderEpoch === second.leaderEpoch && first.id === second.id;
    if (first.leaderEpoch === second.leaderEpoch || mustMatch) {
      if (!isSame) return offset;
      mustMatch = true;
    }
  }
  return null;
}

/** A replica never claims more than it has. */
export const highWatermarkIsInLog: Invariant = {
  name: 'A high watermark lies within its log',
  because: 'what comes from elsewhere is clamped to the own log',
  brokenIn: (world) =>
    inEachPartition(world, (id) => {
      const wrong = copiesOf(world, id).find(({ replica: { highWatermark, log } }) => {
        return highWatermark > logEndOffset(log) || highWatermark < log.startOffset;
      });
      return wrong === undefined
        ? null
        : `broker ${wrong.broker} has ${wrong.replica.highWatermark} beyond its log.`;
    }),
};

/** Later offsets come from later terms. */
export const epochsRise: Invariant = {
  name: 'Along a log the leader epochs never fall',
  because: 'a new leader appends after all that it has, under a higher epoch',
  brokenIn: (world) =>
    inEachPartition(world, (id) => {
      for (const { broker, replica } of copiesOf(world, id)) {
        const { records } = replica.log;
        const at = records.findIndex(
          (record, index) => record.leaderEpoch < (records[index - 1]?.leaderEpoch ?? -1),
        );
        if (at !== -1) return `broker ${broker} has an older epoch at offset ${at}.`;
      }
      return null;
    }),
};
