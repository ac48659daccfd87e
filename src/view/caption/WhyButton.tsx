import type { Event } from '../../sim/event';
import type { PartitionId } from '../../sim/ids';
import { useHighwaterStore } from '../../store/HighwaterContext';
import type { ToldMoment } from '../../timeline/mark';
import { showInPanel } from '../panel/showInPanel';
import { mainEvent } from './sentenceOf';

/** After a refused write or the loss of a leader: leads to what failed, and who is waited for. */
export function WhyButton({ moment }: { readonly moment: ToldMoment | null }) {
  const store = useHighwaterStore();
  const event = moment && mainEvent(moment.events);
  const partition = event && partitionToExplain(event);
  if (!partition) return null;
  const show = () => showInPanel(store.getState(), { type: 'partition', partition }, 'inspect');
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
