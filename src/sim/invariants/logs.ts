import { logEndOffset, recordAt } from '../broker/log';
import type { Log } from '../broker/log';
import type { Offset } from '../ids';
import { copiesOf, inEachPartition } from './each';
import type { Invariant } from './invariant';
import { onceFor } from './onceFor';

/** Epoch and offset together name a record, and all that is before it. */
export const logsMatch: Invariant = {
  name: 'Two logs that agree on an epoch at an offset agree on everything before it',
  because: 'a follower first cuts what its leader does not have, then copies without a gap',
  brokenIn: (world) =>
    inEachPartition(world, (id) => {
      const copies = copiesOf(world, id);
      for (const [index, one] of copies.entries()) {
        for (const other of copies.slice(index + 1)) {
          const offset = mismatch(one.replica.log, other.replica.log);
          if (offset !== null) {
            return `brokers ${one.broker} and ${other.broker} differ at offset ${offset}.`;
          }
        }
      }
      return null;
    }),
};

// Long logs are looked through often, hence a plain loop: from their common end downwards.
const mismatch = onceFor((one: Log, other: Log): Offset | null => {
  const start = Math.max(one.startOffset, other.startOffset);
  const end = Math.min(logEndOffset(one), logEndOffset(other));
  let mustMatch = false;
  for (let offset = end - 1; offset >= start; offset--) {
    const [first, second] = [recordAt(one, offset), recordAt(other, offset)];
    if (first === second) {
      mustMatch = true;
      continue;
    }
    const isOneEpoch = first?.leaderEpoch === second?.leaderEpoch;
    if (isOneEpoch && first?.id === second?.id) mustMatch = true;
    else if (isOneEpoch || mustMatch) return offset;
  }
  return null;
});

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
        const offset = firstFall(replica.log);
        if (offset !== null) return `broker ${broker} has an older epoch at offset ${offset}.`;
      }
      return null;
    }),
};

const falls = new WeakMap<Log, { readonly offset: Offset | null }>();

// The first offset with an older epoch than the one before.
function firstFall(log: Log): Offset | null {
  const found = falls.get(log) ?? { offset: fallIn(log) };
  falls.set(log, found);
  return found.offset;
}

function fallIn({ records }: Log): Offset | null {
  let epoch = 0;
  for (const { leaderEpoch, offset } of records) {
    if (leaderEpoch < epoch) return offset;
    epoch = leaderEpoch;
  }
  return null;
}
