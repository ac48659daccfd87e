import { useHighwater } from '../../store/HighwaterContext';

/** All that is simpler here than in Kafka, whether or not an event has shown it yet. */
export function ModelList() {
  const engine = useHighwater((state) => state.engine);
  if (!engine) return <p className="feedEmpty">What is simplified here is still loading.</p>;
  return (
    <div className="feedScroll">
      <dl className="modelList">
        {Object.entries(engine.simplifications).map(([id, sentence]) => (
          <div key={id} className="modelRow">
            <dt>{id}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
