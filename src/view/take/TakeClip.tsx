import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { clusterTimeAt, lastStory } from '../../timeline/recording';
import { saveFile } from '../saveFile';
import { clockText } from '../transport/clockText';
import { Choice } from './Choice';
import { makeClip } from './clip/makeClip';
import { playheadsOf, SECONDS_MAX, type Stretch, tidied, usualStretch } from './clip/stretch';
import { homeOf } from './pictureLooks';
import { useTaking } from './useTaking';

// A GIF counts in hundredths of a second, so these are exact.
const RATES = [10, 20, 25].map((value) => ({ value, says: `${value} a second` }));
const SIZES = [
  { value: 960, says: '960 × 540' },
  { value: 1280, says: '1280 × 720' },
];

/** A stretch of the run as a moving picture. */
export function TakeClip() {
  const store = useHighwaterStore();
  const section = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(960);
  const [perSecond, setPerSecond] = useState(20);
  const { stretch, ends } = useStretch();
  const { says, share, take, leave } = useTaking();
  useEffect(() => leave, [leave]);
  const count = playheadsOf(stretch, perSecond).length;
  const save = async (onward: (share: number) => void) => {
    const looks = { width, height: (width * 9) / 16, colours: 'page' } as const;
    const request = { stretch, perSecond, looks };
    const gif = await makeClip(homeOf(section.current), store.getState(), request, onward);
    saveFile('highwater.gif', gif, 'image/gif');
    return 'Saved as highwater.gif. Drop it on this page to open the run again.';
  };
  return (
    <section ref={section} className="settingsGroup" aria-labelledby="takeClip">
      <h3 id="takeClip">Clip of a stretch</h3>
      {ends}
      <Choice label="Pictures" value={perSecond} choices={RATES} onChange={setPerSecond} />
      <Choice label="Size" value={width} choices={SIZES} onChange={setWidth} />
      <div className="groupActions">
        <button
          type="button"
          className="button"
          disabled={share !== null}
          onClick={() => take(save)}
        >
          Save GIF
        </button>
        {share !== null && (
          <button type="button" className="button" onClick={leave}>
            Cancel
          </button>
        )}
      </div>
      {share === null ? (
        <p className="takeSays">{says || (count === 1 ? 'One picture.' : `${count} pictures.`)}</p>
      ) : (
        <progress className="takeProgress" value={share} aria-label="Drawing the clip" />
      )}
    </section>
  );
}

/** From where to where: the usual stretch until the person has set an end. */
function useStretch(): { readonly stretch: Stretch; readonly ends: ReactNode } {
  const store = useHighwaterStore();
  const recording = useHighwater((state) => state.recording);
  const from = useHighwater((state) => usualStretch(state).from);
  const to = useHighwater((state) => usualStretch(state).to);
  const [chosen, setChosen] = useState<Partial<Stretch>>({});
  const stretch = tidied({ from, to, ...chosen }, lastStory(recording));
  const end = (side: keyof Stretch, name: string) => (
    <div className="takeRow">
      <span>
        {name} {clockText(clusterTimeAt(recording, stretch[side]))}
      </span>
      <button
        type="button"
        className="button"
        aria-label={`${name} the moment that is shown`}
        onClick={() => setChosen({ ...stretch, [side]: store.getState().playhead })}
      >
        {side === 'from' ? 'Begin here' : 'End here'}
      </button>
    </div>
  );
  const isCut = Math.abs(stretch.to - stretch.from - SECONDS_MAX) < 1e-9;
  const ends = (
    <>
      {end('from', 'From')}
      {end('to', 'To')}
      {isCut && <p className="takeSays">A clip has at most {SECONDS_MAX} seconds of story.</p>}
    </>
  );
  return { stretch, ends };
}
