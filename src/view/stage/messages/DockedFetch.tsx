import { memo } from 'react';
import { FetchRing } from '../../glyphs/FetchRing';
import { useLookOf } from '../../lookOf';
import type { Docked } from './dockedFetches';
import { toneOf } from './tone';
import styles from './messages.module.css';

interface DockedFetchProps {
  readonly docked: Docked;
  readonly x: number;
  readonly y: number;
}

/** A fetch that waits at its leader's row for something new. */
export const DockedFetch = memo(function DockedFetch({
  docked,
  x: left,
  y: top,
}: DockedFetchProps) {
  const { partition, title } = docked;
  return (
    <div
      aria-hidden
      className={styles.docked}
      style={{ ...toneOf({ kind: 'fetch', partition }, useLookOf()), left, top }}
    >
      <span className={styles.glyph} title={title}>
        <FetchRing size={12} />
      </span>
    </div>
  );
});
