import { createContext, useContext } from 'react';
import { type PartitionId, partitionIndex } from '../sim/ids';
import { partitionLook, type PartitionLook } from './palette';

/** How each partition looks; the very same function until there are others. */
export type LookOf = (partition: PartitionId) => PartitionLook;

export const LookOfContext = createContext<LookOf>((partition) =>
  partitionLook(partitionIndex(partition)),
);

export function useLookOf(): LookOf {
  return useContext(LookOfContext);
}
