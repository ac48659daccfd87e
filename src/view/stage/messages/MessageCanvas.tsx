import { memo, useCallback } from 'react';
import { useStageTime } from '../StageTime';
import { canvasOn, type Surface } from './canvasOn';
import styles from './messages.module.css';
import { type Painted, paintMessages, placeOf } from './paintMessages';
import { pickOnCanvas } from './pickOnCanvas';

interface MessageCanvasProps {
  readonly painted: Painted;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly onPick: (flightId: number) => void;
}

/** Messages as one picture: so many elements could not move at once. */
export const MessageCanvas = memo(function MessageCanvas(props: MessageCanvasProps) {
  const { painted, width, height, onPick } = props;
  const { clusterTime } = useStageTime();
  const follow = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      if (!canvas) return undefined;
      let surface: Surface | null = null;
      let isOver = false;
      const paint = () => {
        if (surface && !isOver) paintMessages(surface, painted, clusterTime.get());
      };
      const begin = (found: Surface) => {
        surface = found;
        paint();
      };
      const stops = [
        canvasOn({ canvas, width, height, paint: begin }),
        // Where other messages come with the moment, theirs is the only picture of it.
        clusterTime.follow(() => queueMicrotask(paint)),
        pickOnCanvas({
          canvas,
          routed: painted.routed,
          placeOf: (each) => placeOf(each, clusterTime.get(), painted),
          onPick,
        }),
      ];
      return () => {
        isOver = true;
        stops.forEach((stop) => stop?.());
      };
    },
    [painted, onPick, width, height, clusterTime],
  );
  return (
    <canvas
      ref={follow}
      className={styles.canvas}
      aria-hidden
      data-flying={painted.routed.length}
      style={{ width, height }}
    >
      <i />
    </canvas>
  );
});
