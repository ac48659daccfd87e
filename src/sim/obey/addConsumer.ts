import { newConsumer } from '../client/newConsumer';
import type { Draft } from '../draft';
import { brokerIdsIn, consumerId } from '../ids';
import { withRow } from '../table';

/**
 * Another consumer application starts, in a group of its own. Nothing is committed there, so it
 * begins where `auto.offset.reset` says.
 */
export function addConsumer(draft: Draft, rack: string | null): void {
  const { base, wire } = draft;
  let n = 1;
  while (base.consumers[consumerId(n)] !== undefined || draft.consumers.has(consumerId(n))) n++;
  const id = consumerId(n);
  const brokers = brokerIdsIn(base.brokers);
  const consumer = newConsumer(base.settings, n, rack, brokers, {}, wire.now);
  draft.consumers.set(id, { wire, consumer });
  if (rack !== null) {
    const racks = withRow(draft.network.racks, id, rack);
    draft.network = { ...draft.network, racks };
  }
  wire.events.push({ type: 'clientAdded', client: id, rack });
}
