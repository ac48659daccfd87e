import type { Event, InSyncEvent } from '../event';
import type { PartitionId } from '../ids';

type Of<Type extends InSyncEvent['type']> = Extract<InSyncEvent, { type: Type }>;

/** A change of an in-sync set that a leader had proposed. */
export interface AgreedProposal {
  readonly proposal: Of<'inSyncChangeProposed'>;
  readonly change: Of<'inSyncReplicasChanged'>;
}

/**
 * Which changes of in-sync sets were answers to a leader, by the event that tells of the change.
 * The others are the controller's own: it fenced somebody, or elected a leader. Only the former
 * count for `IsrShrinksPerSec` and `IsrExpandsPerSec` (Partition.handleAlterPartitionUpdate).
 */
export function agreedProposals(events: readonly Event[]): ReadonlyMap<Event, AgreedProposal> {
  const open = new Map<PartitionId, Of<'inSyncChangeProposed'>>();
  const agreed = new Map<Event, AgreedProposal>();
  for (const event of events) {
    if (event.type === 'inSyncChangeProposed') open.set(event.partition, event);
    if (event.type === 'inSyncChangeRefused') open.delete(event.partition);
    if (event.type !== 'inSyncReplicasChanged') continue;
    const proposal = open.get(event.partition);
    open.delete(event.partition);
    if (proposal && isCarriedOut(proposal, event)) agreed.set(event, { proposal, change: event });
  }
  return agreed;
}

// A reassignment may end with the same change, so that others leave the set, too.
function isCarriedOut(
  { broker, change, replicas, to }: Of<'inSyncChangeProposed'>,
  { leader, to: now }: Of<'inSyncReplicasChanged'>,
): boolean {
  const grows = change === 'expand';
  return (
    leader === broker &&
    now.every((one) => to.includes(one)) &&
    replicas.every((one) => now.includes(one) === grows)
  );
}
