import type { Event, InSyncEvent } from '../event';
import type { PartitionId, Table } from '../ids';
import { withRow, withoutRow } from '../table';

/** What a leader proposes for an in-sync set. */
export type Proposal = Extract<InSyncEvent, { type: 'inSyncChangeProposed' }>;

/** What became of an in-sync set. */
export type InSyncChange = Extract<InSyncEvent, { type: 'inSyncReplicasChanged' }>;

/** Proposals that the controller has not answered yet, as the events so far tell. */
export type OpenProposals = Table<PartitionId, Proposal>;

/** The open proposals after one event more. */
export function openAfter(open: OpenProposals, event: Event): OpenProposals {
  switch (event.type) {
    case 'inSyncChangeProposed':
      return withRow(open, event.partition, event);
    case 'inSyncChangeRefused':
    case 'inSyncReplicasChanged':
      return withoutRow(open, event.partition);
    default:
      return open;
  }
}

/**
 * The proposal that a change of an in-sync set answers; null when it is the controller's own: it
 * fenced somebody, or elected a leader. Only the former count for `IsrShrinksPerSec` and
 * `IsrExpandsPerSec` (Partition.handleAlterPartitionUpdate).
 */
export function proposalOf(open: OpenProposals, change: InSyncChange): Proposal | null {
  const proposal = open[change.partition];
  return proposal !== undefined && isCarriedOut(proposal, change) ? proposal : null;
}

// A reassignment may end with the same change, so that others leave the set, too.
function isCarriedOut(
  { broker, change, replicas, to }: Proposal,
  { leader, to: now }: InSyncChange,
): boolean {
  const grows = change === 'expand';
  return (
    leader === broker &&
    now.every((one) => to.includes(one)) &&
    replicas.every((one) => now.includes(one) === grows)
  );
}
