import { useHighwaterStore } from '../../store/HighwaterContext';
import type { ToldMoment } from '../../timeline/mark';
import { showInPanel } from '../panel/showInPanel';
import { mainEvent } from './sentenceOf';

/** After a refused write or the loss of a leader: leads to what failed, and what is waited for. */
export function WhyButton({ moment }: { readonly moment: ToldMoment | null }) {
  const store = useHighwaterStore();
  const event = moment && mainEvent(moment.events);
  if (event?.type !== 'produceRefused' && event?.type !== 'partitionWentOffline') return null;
  const { partition } = event;
  const show = () => showInPanel(store.getState(), { type: 'partition', partition }, 'inspect');
  return (
    <button type="button" className="captionButton" onClick={show}>
      Why?
    </button>
  );
}
