import { useMemo } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { forksIn } from './forksIn';

/** Where the branch that is shown left another, and where others leave it. */
export function Forks({ scale }: { readonly scale: number }) {
  const forks = useForks();
  return (
    <div aria-hidden>
      {forks.map(({ id, story }) => (
        <span key={id} className="fork" style={{ left: story * scale }} />
      ))}
    </div>
  );
}

export function useForks() {
  const store = useHighwaterStore();
  const shown = useHighwater((state) => state.recording.line.branch);
  const count = useHighwater((state) => state.recording.lines.length);
  return useMemo(
    () => (count > 1 ? forksIn(store.getState().recording, shown) : []),
    [store, shown, count],
  );
}
