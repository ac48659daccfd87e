import type { WireCommand } from '../command/wire';
import { waitsBehind } from '../network';
import type { World } from '../world';
import { refuse } from './refuse';
import type { Refusal } from './refuse';

const IS_BEHIND = 'A message before it on its way is held, and it waits behind that one.';

/** Why something done to a message would change nothing. */
export function refuseWire(world: World, command: WireCommand): Refusal | null {
  const { network, flights, now, nextFlightId } = world;
  const held = network.held.find(({ flight }) => flight.id === command.flight);
  const flight = held?.flight ?? flights.find(({ id }) => id === command.flight);
  if (flight === undefined) {
    const isOver = command.flight < nextFlightId;
    return refuse(isOver ? 'It is not on its way any more.' : 'There is no such message.');
  }
  const isClosing = flight.message.type === 'connectionClosed';
  switch (command.type) {
    case 'holdMessage':
      if (held?.byHand === true) return refuse('It is held already.');
      return isClosing ? refuseClosing() : null;
    case 'releaseMessage':
      if (held === undefined) return refuse('It is not held.');
      return waitsBehind(network, flight) ? refuse(IS_BEHIND) : null;
    case 'dropMessage':
      return null;
    case 'duplicateMessage':
      return isClosing ? refuseClosing() : null;
    case 'deliverMessage':
      if (waitsBehind(network, flight)) return refuse(IS_BEHIND);
      // A command is obeyed at the next tick, and what is sent then arrives at the one after.
      return held === undefined && flight.arrivesAt <= now + 2
        ? refuse('It arrives within 2 ms as it is.')
        : null;
    default:
      return command satisfies never;
  }
}

// Both ends of a connection hear of its end by themselves.
function refuseClosing(): Refusal {
  return refuse('It is no request and no answer: a machine closes a connection.');
}
