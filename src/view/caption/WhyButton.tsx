import type { Event } from '../../sim/event';
import type { PartitionId } from '../../sim/ids';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { showInPanel } from '../panel/showInPanel';

interface WhyButtonProps {
  readonly event: Event | null | undefined;
  /** Story second at which it happened: there it is explained. Left out: now. */
  readonly story?: number;
}

/** After a refused write or the loss of a leader: leads to what failed, and who is waited for. */
export function WhyButton({ event, story }: WhyButtonProps) {
  const store = useHighwaterStore();
  const hasPanels = useHighwater((state) => state.ui === 'full');
  const partition = event && partitionToExplain(event);
  if (!partition || !hasPanels) return null;
  const show = () => {
    const state = store.getState();
    if (story !== undefined) state.seek(story);
    showInPanel(state, { type: 'partition', partition }, 'inspect');
  };
  return (
    <button type="button" className="captionButton" onClick={show}>
      Why?
    </button>
  );
}

function partitionToExplain(event: Event): PartitionId | null {
  const isExplained =
    event.type === 'produceRefused' ||
    event.type === 'produceRetried' ||
    event.type === 'deliveryFailed' ||
    event.type === 'partitionWentOffline';
  return isExplained ? event.partition : null;
}
