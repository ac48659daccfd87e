import { useRef, useState } from 'react';
import { withPngText } from '../../share/take/pngText';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { clusterTimeAt } from '../../timeline/recording';
import { sentenceOf } from '../caption/sentenceOf';
import { saveFile } from '../saveFile';
import { clockText } from '../transport/clockText';
import { Choice } from './Choice';
import { type Colours, openPlate } from './drawing/openPlate';
import { pngOf, raster, SHARPNESS } from './drawing/raster';
import { homeOf, runOf, sizeOf, type SizeChoice } from './pictureLooks';
import { useTaking } from './useTaking';

const SIZES: readonly { readonly value: SizeChoice; readonly says: string }[] = [
  { value: 'wide', says: '1600 × 900' },
  { value: 'page', says: 'as on the page' },
];
const COLOURS: readonly { readonly value: Colours; readonly says: string }[] = [
  { value: 'page', says: 'as on the page' },
  { value: 'light', says: 'light' },
  { value: 'dark', says: 'dark' },
];

/** The moment that is shown, as a picture that carries the run with it. */
export function TakePicture() {
  const store = useHighwaterStore();
  const section = useRef<HTMLElement>(null);
  const [size, setSize] = useState<SizeChoice>('wide');
  const [colours, setColours] = useState<Colours>('page');
  const { says, share, take } = useTaking();

  const save = async (type: 'svg' | 'png') => {
    const state = store.getState();
    const run = await runOf(state);
    const plate = await openPlate(homeOf(section.current), state, { ...sizeOf(size), colours });
    try {
      const clock = clockText(clusterTimeAt(state.recording, state.playhead));
      const title = `Highwater at ${clock}: ${sentenceOf(state)}`;
      const about = { playing: state.playing, title, run };
      const drawing = plate.drawingAt(state.playhead, about);
      if (type === 'svg') saveFile('highwater.svg', drawing.svg, 'image/svg+xml');
      else {
        const png = await pngOf(raster(drawing, SHARPNESS));
        saveFile('highwater.png', withPngText(png, run), 'image/png');
      }
      return `Saved as highwater.${type}. Drop it on this page to open the run again.`;
    } finally {
      plate.close();
    }
  };
  return (
    <section ref={section} className="settingsGroup" aria-labelledby="takePicture">
      <h3 id="takePicture">Picture of this moment</h3>
      <Choice label="Size" value={size} choices={SIZES} onChange={setSize} />
      <Choice label="Colours" value={colours} choices={COLOURS} onChange={setColours} />
      <div className="groupActions">
        <button
          type="button"
          className="button"
          disabled={share !== null}
          onClick={() => take(() => save('png'))}
        >
          Save PNG
        </button>
        <button
          type="button"
          className="button"
          disabled={share !== null}
          onClick={() => take(() => save('svg'))}
        >
          Save SVG
        </button>
      </div>
      <p className="takeSays">{says}</p>
    </section>
  );
}
