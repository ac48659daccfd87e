import type { PartitionId } from '../../sim/ids';
import type { LookOf } from '../lookOf';
import type { MarkTone } from '../transport/markOf';

/** The colour of something in the diagram. */
export function colourOf(tone: MarkTone, partition: PartitionId | null, lookOf: LookOf): string {
  switch (tone) {
    case 'failure':
      return 'var(--failure)';
    case 'kept':
      return 'var(--promise)';
    case 'partition':
      return partition ? lookOf(partition).colour : 'var(--muted)';
    case 'plain':
      return 'var(--muted)';
    default:
      return tone satisfies never;
  }
}
