import type { Tick } from '../sim/ids';
import type { MessageLost } from '../sim/event';
import type { Retimed } from '../sim/flight';
import type { Flight } from '../sim/message';
import { heldShare, shareUnderWay, underWay } from '../sim/underWay';
import type { Frame } from './frame';
import { frame, type Recording } from './recording';

/** A message on its way from one node to another, from its sending to its end. */
export interface Passage {
  /** As it was seen last: what is planned for it may change while it is on its way. */
  readonly flight: Flight;
  /** When it arrived or died; while it is on its way, when it is to arrive. */
  readonly endsAt: Tick;
  readonly fate: 'inFlight' | 'arrived' | 'lost';
  /** Why it reached nobody; null unless it is lost. */
  readonly because: MessageLost['because'] | null;
  /** The share of its way at which it is held or was dropped; null when it goes all of it. */
  readonly stoppedAt: number | null;
  /** Where somebody stopped it or let it go on, in order; most often none. */
  readonly bends: readonly Retimed[];
}

type Unbent = Omit<Passage, 'bends'>;
type Bends = Map<number, Map<Tick, Retimed>>;

// A frame follows from the one before it, so what ended in it is worked out once.
const endedIn = new WeakMap<Frame, readonly Unbent[]>();

/**
 * Every message that was on its way in a range of frames, both included, in the order of sending.
 * Worked out from the frames on demand. Throws when there is no such frame.
 */
export function passagesIn(recording: Recording, from: number, to: number): readonly Passage[] {
  const passages: Unbent[] = [];
  const bends: Bends = new Map();
  let before = frame(recording, from);
  bendHeld(bends, before);
  for (let index = from + 1; index <= to; index += 1) {
    const after = frame(recording, index);
    bendHeld(bends, after);
    passages.push(...endedBetween(before, after));
    before = after;
  }
  for (const flight of before.world.flights) {
    const endsAt = flight.arrivesAt;
    passages.push({ flight, endsAt, fate: 'inFlight', because: null, stoppedAt: null });
  }
  for (const held of before.world.network.held) {
    const { now } = before.world;
    const stoppedAt = heldShare(held);
    passages.push({ flight: held.flight, endsAt: now, fate: 'inFlight', because: null, stoppedAt });
  }
  return passages
    .map((passage) => bent(passage, bends))
    .toSorted((a, b) => a.flight.id - b.flight.id);
}

/** Remembers where messages stand still in a frame, and from where they had gone on before. */
function bendHeld(bends: Bends, { world }: Frame): void {
  for (const held of world.network.held) {
    const { flight, heldAt: at } = held;
    const own = bends.get(flight.id) ?? new Map<Tick, Retimed>();
    if (flight.retimed) own.set(flight.retimed.at, flight.retimed);
    bends.set(flight.id, own.set(at, { at, share: heldShare(held) }));
  }
}

function bent(passage: Unbent, bends: Bends): Passage {
  const { id, retimed } = passage.flight;
  const own = [...(bends.get(id)?.values() ?? [])];
  if (retimed && !own.some(({ at }) => at === retimed.at)) own.push(retimed);
  return { ...passage, bends: own.toSorted((a, b) => a.at - b.at) };
}

/** What was in the air in one frame and is not in the next. */
function endedBetween(before: Frame, after: Frame): readonly Unbent[] {
  const known = endedIn.get(after);
  if (known) return known;
  const inTheAir = new Set(underWay(after.world).map(({ id }) => id));
  const ended = underWay(before.world)
    .filter(({ id }) => !inTheAir.has(id))
    .map((flight) => passageOf(flight, before, after));
  endedIn.set(after, ended);
  return ended;
}

function passageOf(flight: Flight, before: Frame, { world, events }: Frame): Unbent {
  const endsAt = world.now;
  for (const event of events) {
    if (event.type !== 'messageLost' || event.flightId !== flight.id) continue;
    const { because } = event;
    const stoppedAt = because === 'dropped' ? shareUnderWay(before.world, flight, endsAt) : null;
    return { flight, endsAt, fate: 'lost', because, stoppedAt };
  }
  return { flight, endsAt, fate: 'arrived', because: null, stoppedAt: null };
}
