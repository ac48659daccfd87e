import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useHighwater } from '../../store/HighwaterContext';
import { isAtSettledEnd } from '../../store/selectors';
import { usePartRole } from '../surroundings';
import { WholePageLink } from './WholePageLink';

/** Back and next, and nothing else. */
export function StepsBar() {
  const atStart = useHighwater((state) => state.playhead <= 0);
  const done = useHighwater(isAtSettledEnd);
  const back = useHighwater((state) => state.stepBack);
  const next = useHighwater((state) => state.stepForward);
  return (
    <section role={usePartRole()} className="transport stepsBar" aria-label="Playback">
      {/* They keep the focus when there is nothing more, for the keys of whoever just pressed. */}
      <button type="button" className="button" aria-disabled={atStart} onClick={back}>
        <ArrowLeft size={18} aria-hidden />
        Back
      </button>
      <button type="button" className="button primary" aria-disabled={done} onClick={next}>
        Next
        <ArrowRight size={18} aria-hidden />
      </button>
      <WholePageLink />
    </section>
  );
}
