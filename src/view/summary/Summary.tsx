import { useEffect } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { hidesOf, lastToldBefore, worldOf } from '../../store/selectors';
import { usePartRole, useSurroundings } from '../surroundings';
import { keepFocus } from './keepFocus';
import { summaryOf } from './summaryOf';

/**
 * The scene in words, to be read by ear: what it says is true of the moment shown. Who reads so
 * is not put anywhere else when what has the focus vanishes.
 */
export function Summary() {
  const store = useHighwaterStore();
  // Nobody reads sixty times a second: while the story plays it is written when something is told.
  useHighwater((state) => (state.playing ? lastToldBefore(state) : worldOf(state)));
  const hides = useHighwater(hidesOf);
  const { home } = useSurroundings();
  useEffect(() => keepFocus(home), [home]);
  return (
    <section role={usePartRole()} className="visuallyHidden" aria-label="Summary of the scene">
      <h2>Summary of the scene</h2>
      {summaryOf(worldOf(store.getState()), hides).map(({ title, lines }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
