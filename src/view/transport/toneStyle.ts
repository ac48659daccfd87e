import type { CSSProperties } from 'react';
import { partitionIndex, type PartitionId } from '../../sim/ids';
import { partitionLook } from '../palette';
import type { Mark } from './markOf';

/** The colour of a mark, as the custom property `--tone`. */
export function toneStyle({ tone, partition }: Pick<Mark, 'tone' | 'partition'>): CSSProperties {
  switch (tone) {
    case 'failure':
      return toneOf('var(--failure)');
    case 'kept':
      return toneOf('var(--promise)');
    case 'partition':
      return partition ? partitionTone(partition) : toneOf('var(--accent)');
    case 'plain':
      return toneOf('var(--ink)');
    default:
      return tone satisfies never;
  }
}

/** The colour of a partition, as the custom property `--tone`. */
export function partitionTone(partition: PartitionId): CSSProperties {
  return toneOf(partitionLook(partitionIndex(partition)).colour);
}

function toneOf(colour: string): CSSProperties {
  const style: CSSProperties & { '--tone': string } = { '--tone': colour };
  return style;
}
