import type { Flight, Message } from '../src/sim/message';
import type { World } from '../src/sim/world';
import type { Condition } from './conditions';

/** A kind of message, and who sends it or is sent it, where that matters. */
export interface Sought {
  readonly type: Message['type'];
  readonly from?: Flight['from'];
  readonly to?: Flight['to'];
}

/** The oldest message of a kind that is under way or held. Throws when there is none. */
export function inFlight(world: World, sought: Sought): Flight {
  const flight = findFlight(world, sought);
  if (flight === undefined) throw new Error(`No ${sought.type} is under way at ${world.now}.`);
  return flight;
}

/** A message of a kind is under way. */
export function underWay(sought: Sought): Condition {
  return {
    says: `a ${sought.type} is under way`,
    holds: ({ world }) => findFlight(world, sought) !== undefined,
  };
}

function findFlight({ flights, network }: World, { type, from, to }: Sought): Flight | undefined {
  return [...network.held.map(({ flight }) => flight), ...flights]
    .toSorted((one, other) => one.id - other.id)
    .find(
      (one) =>
        one.message.type === type &&
        (from === undefined || one.from === from) &&
        (to === undefined || one.to === to),
    );
}
