import { useState } from 'react';
import type { WireCommand } from '../../sim/command/wire';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { passageOf } from '../../timeline/passageOf';
import { focusTheFigure } from '../focusFigure';
import { useRefusal } from '../useRefusal';
import { useSay } from '../voice/Voiced';
import { Fields } from './Fields';
import { schemaOf, statusOf, titleOf, wayOf } from './wireWords';

const DEEDS: readonly (readonly [WireCommand['type'], string])[] = [
  ['holdMessage', 'Hold'],
  ['releaseMessage', 'Let go'],
  ['dropMessage', 'Drop'],
  ['duplicateMessage', 'Deliver twice'],
  ['deliverMessage', 'Deliver now'],
];

/** One message: where it is, what can be done to it, and all its fields. */
export function PickedMessage({ flightId }: { readonly flightId: number }) {
  const recording = useHighwater((state) => state.recording);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const world = useHighwater(worldOf);
  const passage = passageOf(recording, frameIndex, flightId);
  const flight = passage?.flight;
  return (
    <section className="wirePicked" aria-labelledby="wirePicked">
      <h3 id="wirePicked">{flight ? schemaOf(flight) : `Message ${flightId}`}</h3>
      {flight && (
        <p>
          {titleOf(flight)}, {wayOf(flight)}
        </p>
      )}
      <p className="wireStatus">{statusOf(passage, world)}</p>
      {passage?.fate === 'inFlight' && <DeedButtons flight={flightId} />}
      {flight && <Fields of={flight.message} />}
    </section>
  );
}

function DeedButtons({ flight }: { readonly flight: number }) {
  const [because, setBecause] = useState('');
  useSay(because);
  return (
    <>
      <div className="wireDeeds">
        {DEEDS.map(([type, word]) => (
          <DeedButton key={type} command={{ type, flight }} word={word} onRefused={setBecause} />
        ))}
      </div>
      <p className="wireStatus">{because}</p>
    </>
  );
}

interface DeedButtonProps {
  readonly command: WireCommand;
  readonly word: string;
  /** Told why it would change nothing; empty when it has. */
  readonly onRefused: (because: string) => void;
}

/** One that would change nothing stays reachable, so that its reason can be read. */
function DeedButton({ command, word, onRefused }: DeedButtonProps) {
  const store = useHighwaterStore();
  const refusal = useRefusal(command);
  return (
    <button
      type="button"
      className="button"
      aria-disabled={refusal !== null}
      title={refusal?.because}
      onClick={({ detail }) => {
        onRefused(store.getState().act(command)?.because ?? '');
        // After a pointer's click the keys are the figure's. Only a pointer counts its clicks.
        if (detail > 0) focusTheFigure();
      }}
    >
      {word}
    </button>
  );
}
