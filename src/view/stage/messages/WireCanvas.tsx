import { memo, useCallback } from 'react';
import { useLookOf } from '../../lookOf';
import { canvasOn } from './canvasOn';
import styles from './messages.module.css';
import { paintWires } from './paintWires';
import type { RoutedSprite } from './routedSprite';

interface WireCanvasProps {
  readonly routed: readonly RoutedSprite[];
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The ways of many messages. What moves above them does not paint them again. */
export const WireCanvas = memo(function WireCanvas({ routed, width, height }: WireCanvasProps) {
  const lookOf = useLookOf();
  const draw = useCallback(
    (canvas: HTMLCanvasElement | null) =>
      canvas
        ? canvasOn({
            canvas,
            width,
            height,
            paint: (surface) => paintWires(surface, routed, lookOf),
            isStill: true,
          })
        : undefined,
    [routed, lookOf, width, height],
  );
  return (
    <canvas ref={draw} className={styles.canvas} aria-hidden style={{ width, height }}>
      <i />
    </canvas>
  );
});
