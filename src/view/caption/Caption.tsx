import { useHighwater } from '../../store/HighwaterContext';
import { lastToldBefore } from '../../store/selectors';
import type { Notice } from '../useDeeds';
import { explanationOf, OPENING } from './sentenceOf';
import { useCalmly } from './useCalmly';
import './caption.css';

/** More characters than two lines have room for. */
const LONG = 190;

interface CaptionProps {
  /** Said instead of the story: why a command was refused at the frame that is shown. */
  readonly notice: Notice | null;
}

/** One line that says what just happened and why. */
export function Caption({ notice }: CaptionProps) {
  const engine = useHighwater((state) => state.engine);
  const moment = useHighwater(lastToldBefore);
  const isPlaying = useHighwater((state) => state.playing);
  const isRefused = useHighwater((state) => state.frameIndex === notice?.frameIndex);
  const told = explanationOf(engine, moment);
  const what = isRefused && notice ? notice.because : (told?.what ?? OPENING);
  const why = isRefused || !told ? '' : told.why;
  const spoken = useCalmly(`${what} ${why}`.trim(), isPlaying);
  return (
    <section className="caption" aria-label="Caption">
      <p
        className="captionText"
        data-long={what.length + why.length > LONG}
        data-notice={isRefused}
      >
        {what} {why && <span className="captionWhy">{why}</span>}
      </p>
      <output className="visuallyHidden">{spoken}</output>
    </section>
  );
}
