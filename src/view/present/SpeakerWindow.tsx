import type { SpeakerView, SpeakerWish } from './speakerTalk';
import './speaker.css';

interface SpeakerWindowProps {
  /** Null until the window with the picture has been heard. */
  readonly view: SpeakerView | null;
  /** That window is closed, or is being loaded again. */
  readonly isGone: boolean;
  /** Windows cannot speak to each other here. */
  readonly isDeaf: boolean;
  /** Since the show began, by the clock on the wall: `12:34`. */
  readonly elapsed: string;
  readonly onWish: (wish: SpeakerWish) => void;
  readonly onReset: () => void;
}

/** What the speaker sees and the audience does not: notes, what comes next, and the clock. */
export function SpeakerWindow(props: SpeakerWindowProps) {
  const { view, elapsed, onWish, onReset } = props;
  return (
    <main className="speaker" aria-label="Speaker's window">
      <h1 className="speakerTitle">Highwater: the speaker's window</h1>
      <Trouble {...props} />
      <header className="speakerClocks">
        <p>
          <span>Since the start</span>
          <strong role="timer" aria-label="Time since the start">
            {elapsed}
          </strong>
          <button type="button" className="button" onClick={onReset}>
            Start again
          </button>
        </p>
        {view && (
          <p>
            <span>Cluster</span>
            <strong>{view.clock}</strong>
            <span>{view.isPlaying ? 'playing' : 'paused'}</span>
          </p>
        )}
      </header>
      {view && <Shown view={view} />}
      <nav className="speakerButtons" aria-label="Playback">
        <button type="button" className="button" onClick={() => onWish('back')}>
          Back <kbd>←</kbd>
        </button>
        <button type="button" className="button primary" onClick={() => onWish('next')}>
          Next <kbd>→</kbd>
        </button>
        <button type="button" className="button" onClick={() => onWish('play')}>
          {view?.isPlaying ? 'Pause' : 'Play'}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={view?.isBlank === true}
          onClick={() => onWish('blank')}
        >
          Black screen <kbd>B</kbd>
        </button>
      </nav>
    </main>
  );
}

function Trouble({ view, isGone, isDeaf }: SpeakerWindowProps) {
  const says = isDeaf
    ? 'This browser has no way to keep two windows together.'
    : isGone
      ? 'The window with the picture is closed, or is being loaded. This one waits for it.'
      : 'Waiting for the window with the picture. Open this one from its sheet “Present”.';
  if (view && !isGone) return null;
  return (
    <p className="speakerTrouble" role="alert">
      {says}
    </p>
  );
}

function Shown({ view }: { readonly view: SpeakerView }) {
  const { place, caption, notes, next, isBlank } = view;
  return (
    <>
      {isBlank && <p className="speakerTrouble">The screen is black: only you see this.</p>}
      <section aria-label="Shown now">
        <h2>
          Now <span>{place}</span>
        </h2>
        <p className="speakerCaption">{caption}</p>
      </section>
      <section aria-label="Next">
        <h2>Next</h2>
        <p className="speakerNext">{next ?? 'Not known yet: it is up to what you do.'}</p>
      </section>
      <section className="speakerNotes" aria-label="Notes">
        <h2>Notes</h2>
        {notes.length === 0 ? (
          <p>There are none for this moment.</p>
        ) : (
          <dl>
            {notes.map(({ head, text }) => (
              <div key={head}>
                <dt>{head}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    </>
  );
}
