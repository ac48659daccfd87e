import type { CSSProperties } from 'react';
import type { LookOf } from '../../lookOf';
import type { Sprite } from './sprite';

/** The colour of a message, as the custom property `--tone`. */
export function toneOf(sprite: Pick<Sprite, 'kind' | 'partition'>, lookOf: LookOf): CSSProperties {
  const style: CSSProperties & { '--tone': string } = { '--tone': toneName(sprite, lookOf) };
  return style;
}

/** The colour of a message, as a value of a style sheet. */
export function toneName(
  { kind, partition }: Pick<Sprite, 'kind' | 'partition'>,
  lookOf: LookOf,
): string {
  if (kind === 'acknowledgement') return 'var(--promise)';
  if (kind === 'refusal' || kind === 'closed' || kind === 'divergence') return 'var(--failure)';
  return partition === null ? 'var(--muted)' : lookOf(partition).colour;
}
