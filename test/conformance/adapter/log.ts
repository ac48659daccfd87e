import { advancedHighWatermark, clampedHighWatermark } from '../../../src/sim/broker/highWatermark';
import { isOutOfSync, newProgress, progressAfter } from '../../../src/sim/broker/inSync';
import {
  assignEpoch,
  endOffsetFor,
  truncateFromEnd,
  truncateFromStart,
} from '../../../src/sim/broker/leaderEpochs';
import type { EpochStart } from '../../../src/sim/broker/leaderEpochs';
import { append, logEndOffset } from '../../../src/sim/broker/log';
import type { LeaderRole, Replica } from '../../../src/sim/broker/state';
import { restartedAt, truncated } from '../../../src/sim/broker/truncate';
import { validateFetch } from '../../../src/sim/broker/validateFetch';
import { adapter } from './adapter';
import { NOW, recordOf, replicaWith } from './rig';

interface VectorEpoch {
  readonly epoch: number;
  readonly start: number;
}

type EpochStep =
  | ({ readonly do: 'assign' } & VectorEpoch)
  | { readonly do: 'truncateFromEnd' | 'truncateFromStart'; readonly offset: number }
  | { readonly do: 'endOffsetFor'; readonly epoch: number; readonly leo: number };

export const epochCacheAdapter = adapter<
  { readonly entries: readonly VectorEpoch[] },
  readonly EpochStep[]
>((given, steps) => {
  let epochs = given.entries.map(toEpoch);
  return steps.map((step) => {
    if (step.do === 'endOffsetFor') return endOffsetFor(epochs, step.epoch, step.leo);
    epochs = [...changedBy(step, epochs)];
    return { entries: epochs.map(fromEpoch) };
  });
});

function changedBy(
  step: Exclude<EpochStep, { do: 'endOffsetFor' }>,
  epochs: readonly EpochStart[],
): readonly EpochStart[] {
  if (step.do === 'assign') return assignEpoch(epochs, step.epoch, step.start);
  if (step.do === 'truncateFromEnd') return truncateFromEnd(epochs, step.offset);
  return truncateFromStart(epochs, step.offset);
}

function toEpoch({ epoch, start }: VectorEpoch): EpochStart {
  return { epoch, startOffset: start };
}

export function fromEpoch({ epoch, startOffset }: EpochStart): VectorEpoch {
  return { epoch, start: startOffset };
}

interface FetchedLog {
  readonly epochs: readonly VectorEpoch[];
  readonly logStart: number;
  readonly leo: number;
}

export const validateFetchAdapter = adapter<
  FetchedLog,
  { readonly lastFetchedEpoch: number; readonly fetchOffset: number }
>(({ epochs, logStart, leo }, { lastFetchedEpoch, fetchOffset }) => {
  const leaderEpochs = epochs.map(toEpoch);
  const log = { leaderEpochs, logStartOffset: logStart, logEndOffset: leo };
  const { error, divergingEpoch } = validateFetch(log, lastFetchedEpoch, fetchOffset);
  return { error, diverging: divergingEpoch };
});

export const outOfSyncAdapter = adapter<
  { readonly leaderLeo: number; readonly replicaLagTimeMaxMs: number },
  {
    readonly events: readonly { atMs: number; fetchOffset: number; leaderLeo: number }[];
    readonly checkAtMs: number;
  }
>(({ leaderLeo, replicaLagTimeMaxMs }, { events, checkAtMs }) => {
  let progress = newProgress(false, 0, -1);
  for (const { atMs, fetchOffset, leaderLeo: leaderLogEndOffset } of events) {
    const fetch = { fetchOffset, logStartOffset: 0, at: atMs, leaderLogEndOffset, brokerEpoch: -1 };
    progress = progressAfter(progress, fetch);
  }
  return { outOfSync: isOutOfSync(progress, leaderLeo, checkAtMs, replicaLagTimeMaxMs) };
});

type WatermarkStep =
  | { readonly do: 'append'; readonly count: number }
  | { readonly do: 'maybeIncrementHw' | 'updateHw'; readonly to: number }
  | { readonly do: 'truncateTo' | 'truncateFullyAndStartAt'; readonly offset: number };

export const logHighWatermarkAdapter = adapter<
  { readonly leo: number; readonly hw: number; readonly logStart: number },
  readonly WatermarkStep[]
>(({ leo, hw, logStart }, steps) => {
  const epochs = Array.from({ length: leo - logStart }, () => 0);
  let replica = replicaWith(epochs, { highWatermark: hw }, logStart);
  return steps.map((step) => {
    replica = replicaAfter(step, replica);
    const { log, highWatermark } = replica;
    return { hw: highWatermark, leo: logEndOffset(log), logStart: log.startOffset };
  });
});

function replicaAfter(step: WatermarkStep, replica: Replica): Replica {
  const { log, highWatermark } = replica;
  const end = logEndOffset(log);
  switch (step.do) {
    case 'append': {
      const records = Array.from({ length: step.count }, (_, at) => recordOf(end + at, 0));
      return { ...replica, log: append(log, records) };
    }
    case 'maybeIncrementHw':
      return { ...replica, highWatermark: raisedTo(step.to, highWatermark, end) };
    case 'updateHw':
      return { ...replica, highWatermark: clampedHighWatermark(step.to, log.startOffset, end) };
    case 'truncateTo':
      return truncated(replica, step.offset);
    case 'truncateFullyAndStartAt':
      return restartedAt(replica, step.offset);
    default:
      throw new Error(`No step is called ${JSON.stringify(step satisfies never)}.`);
  }
}

// A leader raises it to where its one follower has come.
function raisedTo(to: number, highWatermark: number, end: number): number {
  const role: LeaderRole = {
    type: 'leader',
    epochStartOffset: 0,
    inSync: { type: 'committed', inSync: [1, 2] },
    followers: { 2: { ...newProgress(true, NOW, -1), logEndOffset: to } },
  };
  return advancedHighWatermark({
    highWatermark,
    logEndOffset: end,
    role,
    effectiveMinInSync: 1,
    now: NOW,
    isEligible: () => true,
  });
}
