import { shareOfWay } from './flight';
import type { Flight } from './message';
import type { HeldFlight } from './network';
import type { World } from './world';

type OnTheWire = Pick<World, 'flights' | 'network'>;

/** Every message that has neither arrived nor died, those that stand still first. */
export function underWay({ flights, network }: OnTheWire): readonly Flight[] {
  const { held } = network;
  return held.length === 0 ? flights : [...held.map(({ flight }) => flight), ...flights];
}

/** The share of its way, 0 to 1, at which a message stands still. */
export function heldShare({ flight, heldAt }: HeldFlight): number {
  return shareOfWay(flight, heldAt);
}

/** How much of its way a message has behind it at a cluster time, whether it is held or not. */
export function shareUnderWay(world: OnTheWire, flight: Flight, clusterTime: number): number {
  const held = world.network.held.find((one) => one.flight.id === flight.id);
  return held === undefined ? shareOfWay(flight, clusterTime) : heldShare(held);
}
