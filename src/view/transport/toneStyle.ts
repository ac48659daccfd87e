import type { CSSProperties } from 'react';
import type { PartitionId } from '../../sim/ids';
import type { LookOf } from '../lookOf';
import type { Mark } from './markOf';

/** The colour of a mark, as the custom property `--tone`. */
export function toneStyle(
  { tone, partition }: Pick<Mark, 'tone' | 'partition'>,
  lookOf: LookOf,
): CSSProperties {
  switch (tone) {
    case 'failure':
      return toneOf('var(--failure)');
    case 'kept':
      return toneOf('var(--promise)');
    case 'partition':
      return partition ? partitionTone(partition, lookOf) : toneOf('var(--accent)');
    case 'plain':
      return toneOf('var(--ink)');
    default:
      return tone satisfies never;
  }
}

/** The colour of a partition, as the custom property `--tone`. */
export function partitionTone(partition: PartitionId, lookOf: LookOf): CSSProperties {
  return toneOf(lookOf(partition).colour);
}

function toneOf(colour: string): CSSProperties {
  const style: CSSProperties & { '--tone': string } = { '--tone': colour };
  return style;
}
