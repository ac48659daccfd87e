import { Pause } from 'lucide-react';
import { memo } from 'react';
import type { Flight } from '../../sim/message';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { MessageGlyph } from '../glyphs/MessageGlyph';
import { useLookOf } from '../lookOf';
import { nodeName } from '../nodeName';
import { spritesOf } from '../stage/messages/sprite';
import { toneOf } from '../stage/messages/tone';
import { clockText } from '../transport/clockText';
import { Fields } from './Fields';
import { Fold } from './Fold';
import { PickedMessage } from './PickedMessage';
import { type Parked, useWire } from './useWire';
import { titleOf, wayOf } from './wireWords';
import './wire.css';

/** Of many at once so many are listed. */
const LISTED_MAX = 60;

/** What is in flight at the moment shown, and one message of it with all its fields. */
export function WirePanel() {
  const selected = useHighwater((state) => state.selected);
  const { news, routine, parked } = useWire();
  return (
    <div className="wire">
      {selected?.type === 'message' && (
        <PickedMessage key={selected.flightId} flightId={selected.flightId} />
      )}
      <h2 className="panelTitle">In flight: {news.length}</h2>
      {news.length === 0 && (
        <p className="wireStatus">
          Nothing but routine now. Press Produce, then pause: each message can be read, held,
          dropped or delivered twice.
        </p>
      )}
      <Messages flights={news} />
      {routine.length > 0 && (
        <Fold
          title={`Routine: ${routine.length} (heartbeats, empty fetches and the like)`}
          render={() => <Messages flights={routine} />}
        />
      )}
      {parked.length > 0 && (
        <Fold
          title={`Waiting at brokers: ${parked.length} fetch${parked.length === 1 ? '' : 'es'}`}
          render={() => (
            <ul className="wireList">
              {parked.map((each) => (
                <ParkedFetch key={`${each.at} ${each.session.node}`} fetch={each} />
              ))}
            </ul>
          )}
        />
      )}
    </div>
  );
}

function Messages({ flights }: { readonly flights: readonly Flight[] }) {
  const more = flights.length - LISTED_MAX;
  return (
    <>
      <ul className="wireList">
        {flights.slice(0, LISTED_MAX).map((flight) => (
          <MessageItem key={flight.id} flight={flight} />
        ))}
      </ul>
      {more > 0 && <p className="wireStatus">and {more} more</p>}
    </>
  );
}

const MessageItem = memo(function MessageItem({ flight }: { readonly flight: Flight }) {
  const select = useHighwater((state) => state.select);
  const isPicked = useHighwater(
    ({ selected }) => selected?.type === 'message' && selected.flightId === flight.id,
  );
  const isHeld = useHighwater((state) =>
    worldOf(state).network.held.some((one) => one.flight.id === flight.id),
  );
  return (
    <li>
      <button
        type="button"
        className="wireMessage"
        aria-pressed={isPicked}
        onClick={() => select({ type: 'message', flightId: flight.id })}
      >
        <Shape flight={flight} />
        <span>
          {titleOf(flight)}
          <small>
            {wayOf(flight)}
            {isHeld && ', held'}
          </small>
        </span>
        {isHeld && <Pause size={15} aria-hidden />}
      </button>
    </li>
  );
});

function Shape({ flight }: { readonly flight: Flight }) {
  const lookOf = useLookOf();
  const [sprite] = spritesOf(flight);
  if (!sprite) return null;
  const { kind } = sprite;
  const isTile = kind === 'produce' || kind === 'records';
  return (
    <span className="wireShape" data-tile={isTile} style={toneOf(sprite, lookOf)} aria-hidden>
      {!isTile && <MessageGlyph shape={kind} size={14} />}
    </span>
  );
}

function ParkedFetch({ fetch: { at, session } }: { readonly fetch: Parked }) {
  const until = session.parked ? clockText(session.parked.expiresAt) : '';
  return (
    <li>
      <Fold
        title={`${nodeName(session.node)} at broker ${at}, until ${until}`}
        render={() => <Fields of={session} />}
      />
    </li>
  );
}
