import { useHighwater } from '../../store/HighwaterContext';
import { isAtSettledEnd } from '../../store/selectors';
import type { HighwaterState } from '../../store/state';
import type { Notice } from '../useDeeds';
import { branchNote } from './branchNote';
import { captionHere, OPENING } from './sentenceOf';
import { SimplificationMark } from './SimplificationMark';
import { usePartRole } from '../surroundings';
import { useSay } from '../voice/Voiced';
import { WhyButton } from './WhyButton';
import './caption.css';

/** More characters than two lines have room for, as usual and for an audience. */
const LONG = 165;
const LONG_IN_LARGE = 140;
/** In a lesson it is the lesson that says what to press. */
const NOTHING_YET = 'Nothing has happened yet.';

interface CaptionProps {
  /** Said instead of the story: why a command was refused at the frame that is shown. */
  readonly notice: Notice | null;
}

/** One line that says what just happened and why. */
export function Caption({ notice }: CaptionProps) {
  const isRefused = useHighwater((state) => state.frameIndex === notice?.frameIndex);
  const branch = useHighwater(branchNote);
  const watch = useHighwater((state) => state.watch);
  const hint = useHighwater(hintOf);
  const isTaught = useHighwater((state) => state.lesson !== null);
  const long = useHighwater((state) =>
    state.presenting?.profile === 'projector' ? LONG_IN_LARGE : LONG,
  );
  const told = useHighwater(captionHere);
  const what =
    isRefused && notice
      ? notice.because
      : (told?.what ?? watch ?? (isTaught ? NOTHING_YET : OPENING));
  const why = isRefused || branch || !told ? '' : told.why;
  const said = [what, why, branch, hint].filter(Boolean).join(' ');
  useSay(said, true);
  return (
    <section role={usePartRole()} className="caption" aria-label="Caption">
      <p className="captionText" data-long={said.length > long} data-notice={isRefused}>
        {what} {why && <span className="captionWhy">{why} </span>}
        {!isRefused && told?.simplification && (
          <>
            <SimplificationMark id={told.simplification} />{' '}
          </>
        )}
        {!isRefused && <WhyButton event={told?.event} />}
        {branch && <span className="captionNote">{branch} </span>}
        {hint && <span className="captionNote">{hint}</span>}
      </p>
    </section>
  );
}

/** Where nothing plays by itself, how to go on has to be said while there is more to come. */
function hintOf(state: HighwaterState): string {
  const standsStill = !state.playsByItself && !state.playing;
  return standsStill && !isAtSettledEnd(state) ? 'Press → for what follows.' : '';
}
