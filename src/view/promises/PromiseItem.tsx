import { useHighwater } from '../../store/HighwaterContext';
import { causesOf } from '../../timeline/causes';
import type { Cause } from '../../timeline/permits';
import type { Happening } from '../../timeline/mark';
import type { NamedPromise } from '../../timeline/promiseBreaks';
import { feedClockText } from '../transport/clockText';

interface PromiseItemProps {
  readonly promise: NamedPromise;
  /** The event by which it was broken. */
  readonly broken: Happening | null;
}

/** A promise with *held* or *broken at event n*, and then the chain of its causes. */
export function PromiseItem({ promise, broken }: PromiseItemProps) {
  const seek = useHighwater((state) => state.seek);
  const { name, because, permittedBy } = promise;
  return (
    <li className="promiseItem" data-broken={broken !== null}>
      <p className="promiseName">
        {name}:{' '}
        {broken ? (
          <button type="button" className="promiseState" onClick={() => seek(broken.story)}>
            ✗ broken at event {broken.number}
          </button>
        ) : (
          <span className="promiseState">✓ held</span>
        )}
      </p>
      {broken && <Causes broken={broken} />}
      <p className="promiseWhy">{because}</p>
      {permittedBy && <p className="promiseWhy">What can break it: {permittedBy}.</p>}
    </li>
  );
}

const KINDS: { readonly [Kind in Cause['kind']]: string } = {
  event: '',
  deed: 'Somebody did this.',
  setting: 'A setting.',
};

/** Each sentence leads to its moment. */
function Causes({ broken }: { readonly broken: Happening }) {
  const recording = useHighwater((state) => state.recording);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const seek = useHighwater((state) => state.seek);
  const known = chains.get(broken);
  const chain = known ?? causesOf(recording, broken);
  if (!known) chains.set(broken, chain);
  return (
    <ol className="causeList" aria-label="Why">
      {chain.map(({ says, kind, happening }) => (
        <li key={says} data-kind={kind}>
          <button
            type="button"
            className="cause"
            aria-current={happening?.index === frameIndex ? 'step' : undefined}
            onClick={() => seek(happening?.story ?? 0)}
          >
            <span className="feedTime">{happening ? feedClockText(happening.tick) : 'start'}</span>
            <span>
              {says} {KINDS[kind] && <span className="causeKind">{KINDS[kind]} </span>}
              {happening && <span className="feedNumber">#{happening.number}</span>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What lies behind an event never changes. */
const chains = new WeakMap<Happening, readonly Cause[]>();
