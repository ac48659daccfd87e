import { memo } from 'react';
import { useLookOf } from '../../lookOf';
import type { StageLayout } from '../layout/stageLayout';
import type { RoutedSprite } from './routedSprite';
import { toneOf } from './tone';
import { lineOf, wiresOf } from './wiresOf';
import styles from './messages.module.css';

interface WiresProps {
  readonly layout: StageLayout;
  readonly routed: readonly RoutedSprite[];
}

/** The ways of the messages under way; where nothing travels there is no line. */
export const Wires = memo(function Wires({ layout, routed }: WiresProps) {
  const lookOf = useLookOf();
  return (
    <svg aria-hidden className={styles.wires} width={layout.width} height={layout.height}>
      {[...wiresOf(routed)].map(([path, sprite]) => (
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
