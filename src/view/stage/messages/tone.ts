import type { CSSProperties } from 'react';
import type { LookOf } from '../../lookOf';
import type { Sprite } from './sprite';

/** The colour of a message, as the custom property `--tone`. */
export function toneOf(
  { kind, partition }: Pick<Sprite, 'kind' | 'partition'>,
  lookOf: LookOf,
): CSSProperties {
  const style: CSSProperties & { '--tone': string } = {
    '--tone': toneName(kind, partition, lookOf),
  };
  return style;
}

function toneName(kind: Sprite['kind'], partition: Sprite['partition'], lookOf: LookOf): string {
  if (kind === 'acknowledgement') return 'var(--promise)';
  if (kind === 'refusal' || kind === 'closed' || kind === 'divergence') return 'var(--failure)';
  return partition === null ? 'var(--muted)' : lookOf(partition).colour;
}
