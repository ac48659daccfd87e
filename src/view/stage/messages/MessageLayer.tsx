import { type ComponentType, memo, useState } from 'react';
import { useHighwater } from '../../../store/HighwaterContext';
import { Later } from '../../later/Later';
import type { TrafficProps } from './Traffic';
import styles from './messages.module.css';

/** What draws the messages, once it has come: what is drawn for paper cannot wait for it. */
let Drawn: ComponentType<TrafficProps> | null = null;

async function loadTraffic() {
  const { Traffic } = await import('./Traffic');
  Drawn = Traffic;
  return Traffic;
}

/** All that is under way, above the boxes. For the keys there is the list of what is in flight. */
export const MessageLayer = memo(function MessageLayer(props: TrafficProps) {
  const { width, height } = props.layout;
  const [isMissed, setMissed] = useState(false);
  const [Known] = useState(() => Drawn);
  // A page that nobody has touched has no traffic to draw.
  const isAwake = useHighwater((state) => state.engine !== null);
  if (!isAwake || isMissed) return null;
  const draw = (Traffic: ComponentType<TrafficProps>) => (
    <div className={styles.layer} style={{ width, height }}>
      <Traffic {...props} />
    </div>
  );
  if (Known) return draw(Known);
  return (
    <Later
      what="What draws the messages"
      load={loadTraffic}
      onLeave={() => setMissed(true)}
      letsDrawingFail
    >
      {draw}
    </Later>
  );
});
