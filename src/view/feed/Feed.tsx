import { useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { Later } from '../later/Later';
import './feed.css';

/** What has happened up to the playhead, newest last. Without an engine nothing has. */
export function Feed() {
  const isReady = useHighwater((state) => state.engine !== null);
  const [isLeft, setLeft] = useState(false);
  const nothing = (
    <>
      <h2 className="panelTitle feedHead">What happened</h2>
      <p className="feedEmpty">Nothing yet. What you cause will be told here, line by line.</p>
    </>
  );
  return (
    <section className="feed" aria-label="Event list">
      {!isReady || isLeft ? (
        nothing
      ) : (
        <Later
          what="The event list"
          load={async () => (await import('./EventList')).EventList}
          meanwhile={nothing}
          onLeave={() => setLeft(true)}
          letsDrawingFail
        >
          {(EventList) => <EventList />}
        </Later>
      )}
    </section>
  );
}
