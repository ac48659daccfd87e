import { ChevronLeft, ChevronRight, Rows3 } from 'lucide-react';
import type { ChangeEvent } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import type { HighwaterState } from '../../store/state';
import type { EventKind } from '../../store/leafing';
import { useSay } from '../voice/Voiced';
import { jump, momentOfKind } from './jump';
import { useIsSmall } from './useIsSmall';

const WORDS: { readonly [kind in EventKind]: string } = {
  any: 'event',
  crash: 'crash',
  election: 'election',
  inSyncChange: 'in-sync change',
  acknowledged: 'acknowledged write',
  brokenPromise: 'broken promise',
};

/** The jumps where there is room for them in sight; where there is none, keys lead to the same. */
export function JumpsBeside() {
  const reached = useHighwater(reachedHere);
  useSay(reached?.what ?? '', false, reached);
  return useIsSmall() ? null : <Jumps />;
}

/** From one event of a kind to the next. */
export function Jumps() {
  const kind = useHighwater((state) => state.leafing.kind);
  const showsAll = useHighwater((state) => state.leafing.showsAll);
  const leaf = useHighwater((state) => state.leaf);
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    if (isKind(target.value)) leaf({ kind: target.value, missed: null });
  };
  return (
    <fieldset className="jumps" aria-label="Leaf through the run">
      <select
        className="jumpKind"
        aria-label="Kind of event"
        title="Kind of event to jump to"
        value={kind}
        onChange={choose}
      >
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {each === 'any' ? 'any event' : WORDS[each]}
          </option>
        ))}
      </select>
      <JumpButton by={-1} />
      <JumpButton by={1} />
      <button
        type="button"
        className="jumpButton"
        aria-pressed={showsAll}
        aria-label="Leader epochs of all partitions"
        title="Leader epochs of all partitions"
        onClick={() => leaf({ showsAll: !showsAll })}
      >
        <Rows3 size={17} aria-hidden />
      </button>
      <Missed />
    </fieldset>
  );
}

const isKind = (name: string): name is EventKind => name in WORDS;

const KINDS = Object.keys(WORDS).filter(isKind);

/** Where there is no more it can be pressed all the same: it then says so. */
function JumpButton({ by }: { readonly by: 1 | -1 }) {
  const store = useHighwaterStore();
  const kind = useHighwater((state) => state.leafing.kind);
  // While the story plays, looking for it sixty times a second would be in vain.
  const isOff = useHighwater((state) => !state.playing && !momentOfKind(state, by));
  const Icon = by > 0 ? ChevronRight : ChevronLeft;
  const name = `${by > 0 ? 'Next' : 'Previous'} ${WORDS[kind]}`;
  return (
    <button
      type="button"
      className="jumpButton"
      // One button steps from event to event already.
      aria-label={kind === 'any' ? `${name} played` : name}
      aria-disabled={isOff}
      title={`${name} (${by > 0 ? '.' : ','})`}
      onClick={() => jump(store.getState(), by)}
    >
      <Icon size={19} aria-hidden />
    </button>
  );
}

function Missed() {
  const words = useHighwater(missedWords);
  const reached = useHighwater(reachedHere);
  useSay(words);
  return <p className="missed">{words || reached?.what}</p>;
}

function reachedHere({ leafing: { reached }, playhead }: HighwaterState) {
  return reached?.playhead === playhead ? reached : null;
}

function missedWords({ leafing: { kind, missed }, playhead }: HighwaterState): string {
  if (missed?.playhead !== playhead) return '';
  return missed.by > 0
    ? `No ${WORDS[kind]} later in what has been played.`
    : `No ${WORDS[kind]} before this moment.`;
}
