import type { ConsumerState } from '../../../sim/client/state';
import { type PartitionId, partitionIdsIn } from '../../../sim/ids';

type Reading = Pick<ConsumerState, 'positions' | 'preferredReplicas' | 'failed'>;

/** What a consumer reads and from whom: in full first, then in fewer words. */
export function readsWhat({ positions, preferredReplicas }: Reading): readonly string[] {
  const partitions = partitionIdsIn(positions);
  const [only] = partitions;
  if (only === undefined) return ['reads nothing yet'];
  const near = partitions.flatMap((each) => preferredReplicas[each]?.replica ?? []);
  const replicas = [...new Set(near)].toSorted((a, b) => a - b);
  if (replicas.length > 0) {
    const who = `${replicas.length === 1 ? 'broker' : 'brokers'} ${replicas.join(', ')}`;
    const what = near.length < partitions.length ? `${near.length} of ${partitions.length} ` : '';
    const texts = [`reads ${what}from ${who} · nearest`, `${what}from ${who}`];
    return [...texts, `from ${who}`, `from ${replicas.join()}`];
  }
  if (partitions.length === 1) return [`reads ${only} from its leader`, `reads ${only}`];
  const count = `${partitions.length} partitions`;
  return [`reads ${count} from their leaders`, `reads ${count}`, count];
}

/** The partitions that it reads no further, and why: in full first. Empty when there are none. */
export function consumerTrouble({ failed }: Reading): readonly string[] {
  const partitions = partitionIdsIn(failed);
  const [first] = partitions;
  const exception = first === undefined ? undefined : failed[first];
  if (first === undefined || exception === undefined) return [];
  const which = partitions.length === 1 ? first : `${partitions.length} partitions`;
  return [`${which} stopped: ${exception}`, `stopped: ${exception}`, `${which} stopped`, 'stopped'];
}

/** Its positions, one after the other: `orders-0 at 4, orders-1 at 7`. */
export function positionWords({ positions }: Reading): string {
  const at = (partition: PartitionId) => `${partition} at ${positions[partition] ?? 0}`;
  return partitionIdsIn(positions).map(at).join(', ');
}
