import { useMemo } from 'react';
import type { FetchSession } from '../../sim/broker/state';
import type { BrokerId } from '../../sim/ids';
import type { Flight } from '../../sim/message';
import { rowsOf } from '../../sim/table';
import { underWay } from '../../sim/underWay';
import type { World } from '../../sim/world';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';

/** A fetch that has arrived and waits at a broker for something new. */
export interface Parked {
  readonly at: BrokerId;
  readonly session: FetchSession;
}

/** What is on its way at the moment shown, and what waits at brokers. */
export interface Wire {
  readonly news: readonly Flight[];
  readonly routine: readonly Flight[];
  readonly parked: readonly Parked[];
}

export function useWire(): Wire {
  const world = useHighwater(worldOf);
  return useMemo(() => {
    const held = new Set(world.network.held.map(({ flight }) => flight));
    const all = underWay(world);
    // What somebody holds is not routine any more.
    const isRoutine = (flight: Flight) => flight.background && !held.has(flight);
    return {
      news: all.filter((flight) => !isRoutine(flight)),
      routine: all.filter(isRoutine),
      parked: parkedIn(world),
    };
  }, [world]);
}

function parkedIn({ brokers }: World): readonly Parked[] {
  return rowsOf(brokers).flatMap(({ id: at, sessions }) =>
    rowsOf(sessions)
      .filter(({ parked }) => parked !== null)
      .map((session) => ({ at, session })),
  );
}
