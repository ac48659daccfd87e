import { useId, useState } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { Sheet } from '../sheet/Sheet';
import { goToNumber } from './jumpToEvent';
import { openSpeaker } from './speakerHost';
import { blank, pressFullScreen, resize, startPresenting } from './presenting';

interface PresentSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What a person in front of an audience needs. */
export function PresentSheet({ open, onOpenChange }: PresentSheetProps) {
  const store = useHighwaterStore();
  const present = useHighwater((state) => state.present);
  const says = useHighwater((state) => state.presenting?.says);
  const start = () => {
    onOpenChange(false);
    void startPresenting(store);
  };
  return (
    <Sheet title="Present" open={open} onOpenChange={onOpenChange}>
      <div className="presentSheet">
        <button type="button" className="button primary" onClick={start}>
          Start presenting
        </button>
        <p className="presentNote">
          Full screen, in large type, with the picture, its words and the playback alone.
        </p>
        <button type="button" className="button" onClick={() => void pressFullScreen(store)}>
          Full screen <kbd>F</kbd>
        </button>
        <button
          type="button"
          className="button"
          onClick={() => present({ says: openSpeaker(store) })}
        >
          Open the speaker's window
        </button>
        <Frame />
        <Size />
        <JumpField />
        <fieldset className="presentRow">
          <legend>Blank the screen</legend>
          <button type="button" className="button" onClick={() => blank(store, 'black')}>
            Black <kbd>B</kbd>
          </button>
          <button type="button" className="button" onClick={() => blank(store, 'white')}>
            White <kbd>W</kbd>
          </button>
        </fieldset>
        <p className="presentNote">
          Spotlight: in the menu of a broker or of a partition, or <kbd>S</kbd> for what has the
          focus. Clickers work: Page Down and Page Up step, and go on in a lesson.
        </p>
        <p className="presentSays">{says}</p>
      </div>
    </Sheet>
  );
}

function Frame() {
  const presenting = useHighwater((state) => state.presenting);
  const present = useHighwater((state) => state.present);
  const { profile = 'standard', isBare = false } = presenting ?? {};
  const isProjector = profile === 'projector';
  return (
    <fieldset className="presentRow">
      <legend>For a projector</legend>
      <label>
        <input
          type="checkbox"
          checked={isProjector}
          onChange={() =>
            present({ profile: isProjector ? 'standard' : 'projector', isBare: !isProjector })
          }
        />
        Large type on a light ground
      </label>
      <label>
        <input type="checkbox" checked={isBare} onChange={() => present({ isBare: !isBare })} />
        Without header and side panel
      </label>
    </fieldset>
  );
}

function Size() {
  const store = useHighwaterStore();
  const size = useHighwater((state) => state.presenting?.size ?? 1);
  return (
    <fieldset className="presentRow">
      <legend>Size of the type: {100 * size} %</legend>
      <button type="button" className="button" onClick={() => resize(store, -1)}>
        Smaller <kbd>-</kbd>
      </button>
      <button type="button" className="button" onClick={() => resize(store, 1)}>
        Larger <kbd>+</kbd>
      </button>
      <button type="button" className="button" onClick={() => resize(store, 0)}>
        As it was <kbd>0</kbd>
      </button>
    </fieldset>
  );
}

function JumpField() {
  const store = useHighwaterStore();
  const isTaught = useHighwater((state) => state.lesson !== null);
  const [number, setNumber] = useState('');
  const id = useId();
  return (
    <form
      className="presentRow"
      onSubmit={(event) => {
        event.preventDefault();
        if (number !== '') goToNumber(store, Number(number));
      }}
    >
      <label htmlFor={id}>{isTaught ? 'Step of the lesson' : 'Number of an event'}</label>
      <input
        id={id}
        className="presentNumber"
        inputMode="numeric"
        pattern="\d{1,5}"
        title="A whole number, as in the list of events"
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <button type="submit" className="button">
        Go there
      </button>
    </form>
  );
}
