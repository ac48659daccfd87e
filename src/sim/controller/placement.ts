import type { BrokerId } from '../ids';
import { placementProblem } from './placementProblem';

/** A broker as the placer sees it. */
export interface PlaceableBroker {
  readonly id: BrokerId;
  readonly rack: string | null;
  readonly fenced: boolean;
}

/** The draws that Kafka makes by chance. All zero and no shuffle: the order of the ids. */
export interface PlacementDraws {
  /** Start in a rack's list, 0 up to its size, exclusive. */
  readonly listOffset: (rack: string | null, kind: 'unfenced' | 'fenced', size: number) => number;
  readonly rackOffset: (racks: number) => number;
  /** The rack order and lists after the n-th reshuffle (from 0); null leaves them. */
  readonly shuffle: (nth: number) => ShuffledRacks | null;
}

/** Rack order and broker lists after a reshuffle. */
export interface ShuffledRacks {
  readonly rackNames: readonly (string | null)[];
  readonly list: (
    rack: string | null,
    kind: 'unfenced' | 'fenced',
  ) => readonly BrokerId[] | undefined;
}

/** Nothing left to chance. */
export const NO_DRAWS: PlacementDraws = {
  listOffset: () => 0,
  rackOffset: () => 0,
  shuffle: () => null,
};

/** An assignment for each partition, or why there is none. */
export type Placement =
  | { readonly error: 'NONE'; readonly assignments: readonly (readonly BrokerId[])[] }
  | { readonly error: 'INVALID_REPLICATION_FACTOR'; readonly because: string };

interface BrokerList {
  brokers: readonly BrokerId[];
  epoch: number;
  index: number;
  offset: number;
}

interface Rack {
  readonly name: string | null;
  readonly unfenced: BrokerList;
  readonly fenced: BrokerList;
}

/**
 * Spreads replicas over racks and brokers: leaders rotate, no two copies on one broker
 * (StripedReplicaPlacer). Errors: INVALID_REPLICATION_FACTOR.
 */
export function place(
  brokers: readonly PlaceableBroker[],
  partitions: number,
  replicationFactor: number,
  draws: PlacementDraws = NO_DRAWS,
): Placement {
  const because = placementProblem(brokers, replicationFactor);
  if (because !== null) return { error: 'INVALID_REPLICATION_FACTOR', because };
  const racks = racksOf(brokers, draws);
  const striper = { racks, offset: draws.rackOffset(racks.length), epoch: 0, shuffles: 0 };
  const unfenced = brokers.filter((broker) => !broker.fenced).length;
  const assignments: BrokerId[][] = [];
  for (let partition = 0; partition < partitions; partition++) {
    if (striper.epoch === unfenced && unfenced > 1) reshuffle(striper, draws);
    if (striper.offset >= striper.racks.length) striper.offset = 0;
    assignments.push(placeOne(striper, replicationFactor));
    striper.epoch++;
    striper.offset++;
  }
  return { error: 'NONE', assignments };
}

interface Striper {
  racks: readonly Rack[];
  offset: number;
  epoch: number;
  shuffles: number;
}

function racksOf(brokers: readonly PlaceableBroker[], draws: PlacementDraws): readonly Rack[] {
  const names = [...new Set(brokers.map((broker) => broker.rack))].toSorted(byName);
  return names.map((name) => ({
    name,
    unfenced: listOf(brokers, name, 'unfenced', draws),
    fenced: listOf(brokers, name, 'fenced', draws),
  }));
}

// Brokers without a rack form one common group, which sorts first.
function byName(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}

function listOf(
  brokers: readonly PlaceableBroker[],
  rack: string | null,
  kind: 'unfenced' | 'fenced',
  draws: PlacementDraws,
): BrokerList {
  const ids = brokers
    .filter((broker) => broker.rack === rack && broker.fenced === (kind === 'fenced'))
    .map((broker) => broker.id)
    .toSorted((one, other) => one - other);
  const offset = ids.length === 0 ? 0 : draws.listOffset(rack, kind, ids.length);
  return { brokers: ids, epoch: 0, index: 0, offset };
}

// A list goes on where it was, only in another order (StripedReplicaPlacer.RackList.place).
function reshuffle(striper: Striper, draws: PlacementDraws): void {
  const shuffled = draws.shuffle(striper.shuffles++);
  striper.epoch = 0;
  if (shuffled === null) return;
  for (const rack of striper.racks) {
    rack.unfenced.brokers = shuffled.list(rack.name, 'unfenced') ?? rack.unfenced.brokers;
    rack.fenced.brokers = shuffled.list(rack.name, 'fenced') ?? rack.fenced.brokers;
  }
  striper.racks = shuffled.rackNames.flatMap((name) =>
    striper.racks.filter((rack) => rack.name === name),
  );
}

function placeOne(striper: Striper, replicationFactor: number): BrokerId[] {
  const { racks, epoch } = striper;
  const rackAt = (n: number): Rack => {
    const rack = racks[n % racks.length];
    if (rack === undefined) throw new Error('There is at least one rack.');
    return rack;
  };
  let at = striper.offset;
  let first = next(rackAt(at).unfenced, epoch);
  while (first === null) first = next(rackAt(++at).unfenced, epoch);
  const leaderRack = rackAt(at);
  const replicas = [first];
  let skipLeaderRack = true;
  for (let n = striper.offset; replicas.length < replicationFactor; n++) {
    const rack = rackAt(n);
    if (rack === leaderRack && skipLeaderRack && racks.length > 1) {
      skipLeaderRack = false;
      continue;
    }
    const broker = next(rack.unfenced, epoch) ?? next(rack.fenced, epoch);
    if (broker !== null) replicas.push(broker);
  }
  return replicas;
}

// Each broker at most once an epoch; a new epoch begins one further on.
function next(list: BrokerList, epoch: number): BrokerId | null {
  if (list.brokers.length === 0) return null;
  if (list.epoch !== epoch) {
    list.epoch = epoch;
    list.index = 0;
    list.offset = (list.offset + 1) % list.brokers.length;
  }
  if (list.index >= list.brokers.length) return null;
  return list.brokers[(list.index++ + list.offset) % list.brokers.length] ?? null;
}
