import { type ComponentType, lazy, memo, Suspense } from 'react';
import { useHighwater } from '../../../store/HighwaterContext';
import type { TrafficProps } from './Traffic';
import styles from './messages.module.css';

// A page that nobody has touched has no traffic to draw. What fails to load leaves the rest alone.
const Traffic = lazy(async () => {
  const { Traffic: Loaded }: { readonly Traffic: ComponentType<TrafficProps> } =
    await import('./Traffic').catch(() => ({ Traffic: NoTraffic }));
  return { default: Loaded };
});

const NoTraffic = (_props: TrafficProps) => null;

/** All that is under way, above the boxes. Those who listen are told by the event list. */
export const MessageLayer = memo(function MessageLayer(props: TrafficProps) {
  const { width, height } = props.layout;
  const isAwake = useHighwater((state) => state.engine !== null);
  return (
    <div aria-hidden className={styles.layer} style={{ width, height }}>
      {isAwake && (
        <Suspense>
          <Traffic {...props} />
        </Suspense>
      )}
    </div>
  );
});
