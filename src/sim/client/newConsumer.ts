import type { Settings } from '../config';
import { consumerId } from '../ids';
import type { BrokerId, Offset, PartitionId, Table, Tick } from '../ids';
import { bootstrapMetadata } from './metadata';
import type { ConsumerState } from './state';

const GROUPS = ['billing', 'shipping', 'audit'];

/**
 * A consumer process that has just begun, and asks for metadata at the next tick. It goes on at the
 * offsets that its group has committed; where there is none, `auto.offset.reset` decides.
 */
export function newConsumer(
  { autoOffsetReset, isolationLevel }: Pick<Settings, 'autoOffsetReset' | 'isolationLevel'>,
  n: number,
  rack: string | null,
  brokers: readonly BrokerId[],
  committed: Table<PartitionId, Offset>,
  now: Tick,
): ConsumerState {
  return {
    id: consumerId(n),
    rack,
    group: GROUPS[n - 1] ?? `group-${n}`,
    metadata: bootstrapMetadata(brokers, now),
    positions: committed,
    positionEpochs: {},
    positionLeaderEpochs: {},
    waits: {},
    committed,
    committedEpochs: {},
    commitDueAt: null,
    preferredReplicas: {},
    failed: {},
    autoOffsetReset,
    isolationLevel,
    consumed: 0,
    fetches: {},
    correlationId: 0,
    sent: {},
    dueAt: now + 1,
  };
}
