import { useEffect, useReducer } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import {
  checkedUntil,
  checkNextFrame,
  type ModelCheck,
  modelChecks,
} from '../../timeline/modelChecks';
import { frame, happeningsUntil, type Recording } from '../../timeline/recording';

/** How many frames are looked at in one go, with and without a story that plays meanwhile. */
const SLICE_FRAMES = { playing: 8, paused: 64 };
/** How long the page is then left alone. */
const PAUSE_MS = 16;
/** After so many goes it is said how far they came; while the story plays, whenever it is drawn. */
const GOES_UNTOLD = 16;

/**
 * The model's own invariants. They are looked at in slices while somebody has them before their
 * eyes; a break pauses the run where it was found.
 */
export function ModelChecks() {
  const recording = useHighwater((state) => state.recording);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const seek = useHighwater((state) => state.seek);
  const playing = useHighwater((state) => state.playing);
  const [, tell] = useReducer((times: number) => times + 1, 0);
  const until = checkedUntil(recording);

  useEffect(() => {
    if (checkedUntil(recording) >= frameIndex) return undefined;
    let goes = 0;
    const slice = playing ? SLICE_FRAMES.playing : SLICE_FRAMES.paused;
    const look = () => {
      const last = Math.min(checkedUntil(recording) + slice, frameIndex);
      const before = modelChecks(recording, last);
      while (checkNextFrame(recording, last));
      const found = modelChecks(recording, last).find(
        (one, at) => one.broken && !before[at]?.broken,
      )?.broken;
      goes += 1;
      const isDone = last === frameIndex;
      if (found) seek(frame(recording, found.index).story);
      if (found || (!playing && (isDone || goes % GOES_UNTOLD === 0))) tell();
      if (!isDone) timer = setTimeout(look, PAUSE_MS);
    };
    let timer = setTimeout(look, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [recording, frameIndex, playing, seek]);

  return (
    <>
      <h3 className="promiseHead">What the model checks of itself</h3>
      <p className="promiseWhy">
        Looked at in every step up to event {eventAt(recording, Math.min(until, frameIndex))}
        {until < frameIndex && ` of ${eventAt(recording, frameIndex)}`}.
      </p>
      <ul className="promiseList" aria-label="Invariants of the model">
        {modelChecks(recording, frameIndex).map((check) => (
          <CheckItem key={check.name} check={check} recording={recording} />
        ))}
      </ul>
    </>
  );
}

interface CheckItemProps {
  readonly check: ModelCheck;
  readonly recording: Recording;
}

function CheckItem({ check, recording }: CheckItemProps) {
  const seek = useHighwater((state) => state.seek);
  const { name, because, asLongAs, broken } = check;
  return (
    <li className="promiseItem" data-broken={broken !== null}>
      <p className="promiseName">
        {name}:{' '}
        {broken ? (
          <button
            type="button"
            className="promiseState"
            onClick={() => seek(frame(recording, broken.index).story)}
          >
            ✗ broken at event {eventAt(recording, broken.index)}
          </button>
        ) : (
          <span className="promiseState">✓ held</span>
        )}
      </p>
      {broken && <p>{broken.says}</p>}
      <p className="promiseWhy">
        For {because}
        {asLongAs && `; as long as ${asLongAs}`}.
      </p>
    </li>
  );
}

function eventAt(recording: Recording, frameIndex: number): number {
  return happeningsUntil(recording, frameIndex).length;
}
