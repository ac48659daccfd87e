import { memo } from 'react';
import { useLookOf } from '../../lookOf';
import type { StageLayout } from '../layout/stageLayout';
import { pathData } from '../routes/route';
import type { RoutedSprite } from './routedSprite';
import type { Sprite } from './sprite';
import { toneOf } from './tone';
import styles from './messages.module.css';

interface WiresProps {
  readonly layout: StageLayout;
  readonly routed: readonly RoutedSprite[];
}

/** The ways of the messages under way; where nothing travels there is no line. */
export const Wires = memo(function Wires({ layout, routed }: WiresProps) {
  const lookOf = useLookOf();
  const wires = new Map<string, Sprite>();
  // A message in the foreground draws over a faint one on the same way.
  for (const { sprite, route } of routed.toSorted(byPresence)) wires.set(pathData(route), sprite);
  return (
    <svg aria-hidden className={styles.wires} width={layout.width} height={layout.height}>
      {[...wires].map(([path, sprite]) => (
        <path
          key={path}
          d={path}
          className={styles.wire}
          data-line={lineOf(sprite)}
          style={toneOf(sprite, lookOf)}
        />
      ))}
    </svg>
  );
});

function lineOf({ background, kind, partition }: Sprite): 'faint' | 'dashed' | 'dotted' | 'solid' {
  if (background) return 'faint';
  if (kind === 'fetch') return 'dashed';
  return partition === null ? 'dotted' : 'solid';
}

function byPresence(a: RoutedSprite, b: RoutedSprite): number {
  return Number(b.sprite.background) - Number(a.sprite.background);
}
