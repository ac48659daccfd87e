import { murmur2, partitionForKey, utf8 } from '../../../src/sim/client/partitioner';
import { NO_DRAWS, place } from '../../../src/sim/controller/placement';
import type { PlaceableBroker, PlacementDraws } from '../../../src/sim/controller/placement';
import { adapter } from './adapter';

type Lists = Readonly<Record<'unfenced' | 'fenced', readonly number[]>>;

type VectorDraws =
  | { readonly kind: 'all-zero-no-shuffle' | 'any' }
  | {
      readonly kind: 'recorded-draws';
      readonly brokerListOffsets: Readonly<
        Record<string, Readonly<Record<'unfenced' | 'fenced', number | null>>>
      >;
      readonly rackOffset: number;
      readonly shuffles: readonly {
        readonly rackNames: readonly (string | null)[];
        readonly lists: Readonly<Record<string, Lists>>;
      }[];
    };

export const placeAdapter = adapter<
  { readonly brokers: readonly PlaceableBroker[]; readonly random: VectorDraws },
  { readonly replicationFactor: number; readonly partitions: number }
>(({ brokers, random }, { replicationFactor, partitions }) => {
  const placement = place(brokers, partitions, replicationFactor, toDraws(random));
  if (placement.error !== 'NONE') return { error: placement.error };
  return { assignments: placement.assignments };
});

export const murmur2Adapter = adapter<unknown, { readonly key: string }>((_, { key }) => ({
  hash: murmur2(utf8(key)),
}));

export const partitionForKeyAdapter = adapter<
  { readonly numPartitions: number },
  { readonly key: string }
>(({ numPartitions }, { key }) => ({ partition: partitionForKey(key, numPartitions) }));

function toDraws(random: VectorDraws): PlacementDraws {
  if (random.kind !== 'recorded-draws') return NO_DRAWS;
  const { brokerListOffsets, rackOffset, shuffles } = random;
  return {
    listOffset: (rack, kind) => brokerListOffsets[rack ?? '']?.[kind] ?? 0,
    rackOffset: () => rackOffset,
    shuffle: (nth) => {
      const shuffle = shuffles[nth];
      if (shuffle === undefined) return null;
      const { rackNames, lists } = shuffle;
      return { rackNames, list: (rack, kind) => lists[rack ?? '']?.[kind] };
    },
  };
}
