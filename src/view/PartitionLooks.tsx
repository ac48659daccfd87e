import { type ReactNode, useMemo } from 'react';
import { partitionIdsIn, partitionIndex } from '../sim/ids';
import { useHighwater } from '../store/HighwaterContext';
import { worldOf } from '../store/selectors';
import { type LookOf, LookOfContext } from './lookOf';
import { partitionLook } from './palette';

/** Gives everything inside the looks of all partitions, one after the other through all topics. */
export function PartitionLooks({ children }: { readonly children: ReactNode }) {
  const key = useHighwater((state) =>
    partitionIdsIn(worldOf(state).controller.image.partitions).join(' '),
  );
  const lookOf = useMemo<LookOf>(() => {
    const names: readonly string[] = key.split(' ');
    return (partition) => {
      const at = names.indexOf(partition);
      return partitionLook(at === -1 ? partitionIndex(partition) : at);
    };
  }, [key]);
  return <LookOfContext value={lookOf}>{children}</LookOfContext>;
}
