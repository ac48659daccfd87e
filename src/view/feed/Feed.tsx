import { useMemo, useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { toldMoments } from '../../timeline/recording';
import { lastToldBefore } from '../../store/selectors';
import { mainEvent } from '../caption/sentenceOf';
import { detailedMoments } from './detailedMoments';
import { FeedRow } from './FeedRow';
import { feedEntries } from './feedEntries';
import { ModelList } from './ModelList';
import './feed.css';

/** What has been told up to the playhead, newest last. */
export function Feed() {
  const [shown, setShown] = useState<'told' | 'details' | 'model'>('told');
  const toggle = (view: 'details' | 'model') => setShown(shown === view ? 'told' : view);
  return (
    <section className="feed" aria-labelledby="feedTitle">
      <div className="feedHead">
        <h2 id="feedTitle" className="panelTitle">
          What just happened
        </h2>
        <div className="feedToggles">
          <button
            type="button"
            className="feedToggle"
            aria-pressed={shown === 'details'}
            title="Every event of the last half minute, but for routine traffic"
            onClick={() => toggle('details')}
          >
            Details
          </button>
          <button
            type="button"
            className="feedToggle"
            aria-pressed={shown === 'model'}
            title="What is simpler here than in Kafka"
            onClick={() => toggle('model')}
          >
            Model
          </button>
        </div>
      </div>
      {shown === 'told' && <ToldList />}
      {shown === 'details' && <DetailedList />}
      {shown === 'model' && <ModelList />}
    </section>
  );
}

function ToldList() {
  const moments = useHighwater((state) => toldMoments(state.recording));
  const last = useHighwater(lastToldBefore);
  const entries = useMemo(() => feedEntries(moments, last), [moments, last]);
  return <Rows entries={entries} />;
}

function DetailedList() {
  const recording = useHighwater((state) => state.recording);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const moments = useMemo(() => detailedMoments(recording, frameIndex), [recording, frameIndex]);
  const entries = useMemo(() => feedEntries(moments, moments.at(-1) ?? null), [moments]);
  return <Rows entries={entries} />;
}

function Rows({ entries }: { readonly entries: ReturnType<typeof feedEntries> }) {
  const engine = useHighwater((state) => state.engine);
  const last = useHighwater(lastToldBefore);
  const main = last ? mainEvent(last.events) : undefined;
  if (!engine || entries.length === 0) {
    return (
      <p className="feedEmpty">Nothing yet. What you cause will be told here, line by line.</p>
    );
  }
  return (
    <div className="feedScroll">
      <ol className="feedList">
        {entries.map((entry) => (
          <FeedRow
            key={entry.id}
            engine={engine}
            entry={entry}
            isNow={main !== undefined && entry.events.includes(main)}
          />
        ))}
      </ol>
    </div>
  );
}
