import { promisesOf } from '../../sim/promises';
import { useHighwater } from '../../store/HighwaterContext';
import { brokenCount, worldOf } from '../../store/selectors';

/** What the producer was promised, and what has become of it. */
export function Promises() {
  const world = useHighwater(worldOf);
  const broken = useHighwater(brokenCount);
  const showPanel = useHighwater((state) => state.showPanel);
  const { acknowledged, safe, lost, failed } = promisesOf(world);
  return (
    <p className="promises" data-broken={broken > 0} aria-label="Promises">
      <span>{acknowledged} acknowledged ·</span> <span>{safe} safe ·</span> <span>{lost} lost</span>
      {failed > 0 && <span className="promisesFailed"> · {failed} failed</span>}
      {broken > 0 && (
        <button type="button" className="promisesLink" onClick={() => showPanel('promises')}>
          {broken === 1 ? '1 promise' : `${broken} promises`} broken: why?
        </button>
      )}
    </p>
  );
}
