import { useCallback, useEffect, useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { Later } from '../later/Later';
import { usePartRole } from '../surroundings';
import { NotShown } from '../later/NotShown';
import type { History, LoadHistory } from './loadHistory';
import { Clock } from './Clock';
import { Scrubber } from './Scrubber';
import { SpeedSelect } from './SpeedSelect';
import { TransportButtons } from './TransportButtons';
import './transport.css';

interface TransportProps {
  /** Fetches what draws the history; null where there is to be none. */
  readonly loadHistory: LoadHistory | null;
}

export function Transport({ loadHistory }: TransportProps) {
  const { history, isMissing, retry, leave } = useHistory(loadHistory);
  const isPart = useHighwater((state) => state.wholePage !== null);
  return (
    <section role={usePartRole()} className="transport" aria-label="Playback">
      <TransportButtons />
      <div className="transportSelects">
        <SpeedSelect />
        {history && <history.Branches />}
      </div>
      <Scrubber Axis={history?.Axis} />
      <div className="jumpsBeside">{history && <history.JumpsBeside />}</div>
      <Clock />
      {isPart && (
        <Later what="The link to the full page" load={loadLink} onLeave={() => undefined}>
          {(WholePageLink) => <WholePageLink />}
        </Later>
      )}
      {isMissing && <NotShown what="The history" onRetry={retry} onClose={leave} />}
    </section>
  );
}

const loadLink = async () => (await import('../given/WholePageLink')).WholePageLink;

/** A page at rest has no history: what draws it comes with the engine. */
function useHistory(loadHistory: LoadHistory | null) {
  const isAwake = useHighwater((state) => state.engine !== null);
  const [history, setHistory] = useState<History | null>(null);
  const [isMissing, setMissing] = useState(false);
  const load = useCallback(() => {
    loadHistory?.().then(setHistory, () => setMissing(true));
  }, [loadHistory]);
  useEffect(() => {
    if (isAwake) load();
  }, [isAwake, load]);
  const leave = () => setMissing(false);
  const retry = () => {
    leave();
    load();
  };
  return { history, isMissing, retry, leave };
}
