import { memo, useState } from 'react';
import { useHighwater } from '../../../store/HighwaterContext';
import { Later } from '../../later/Later';
import type { TrafficProps } from './Traffic';
import styles from './messages.module.css';

const loadTraffic = async () => (await import('./Traffic')).Traffic;

/** All that is under way, above the boxes. For the keys there is the list of what is in flight. */
export const MessageLayer = memo(function MessageLayer(props: TrafficProps) {
  const { width, height } = props.layout;
  const [isMissed, setMissed] = useState(false);
  // A page that nobody has touched has no traffic to draw.
  const isAwake = useHighwater((state) => state.engine !== null);
  if (!isAwake || isMissed) return null;
  return (
    <Later
      what="What draws the messages"
      load={loadTraffic}
      onLeave={() => setMissed(true)}
      letsDrawingFail
    >
      {(Traffic) => (
        <div className={styles.layer} style={{ width, height }}>
          <Traffic {...props} />
        </div>
      )}
    </Later>
  );
});
