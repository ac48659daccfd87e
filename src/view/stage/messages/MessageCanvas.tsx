import { memo, useCallback } from 'react';
import { shareOfWay } from '../../../sim/flight';
import { useLookOf } from '../../lookOf';
import { pointAt } from '../routes/route';
import { useStageTime } from '../StageTime';
import type { RoutedSprite } from './routedSprite';
import { toneOf } from './tone';
import styles from './messages.module.css';

interface MessageCanvasProps {
  readonly routed: readonly RoutedSprite[];
  readonly width: number;
  readonly height: number;
}

const PIXEL_RATIO_MAX = 2;
const DOT_RADIUS = 5;
const FAINT_RADIUS = 2.5;
const RING_WIDTH = 2.5;

/** Many messages at once, without labels: discs for what carries something, rings for fetches. */
export const MessageCanvas = memo(function MessageCanvas(props: MessageCanvasProps) {
  const { routed, width, height } = props;
  const { clusterTime, reducedMotion } = useStageTime();
  const lookOf = useLookOf();
  const follow = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      const context = canvas?.getContext('2d');
      if (!canvas || !context) return undefined;
      const colours = coloursIn(canvas);
      const ratio = Math.min(globalThis.devicePixelRatio, PIXEL_RATIO_MAX);
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      const draw = (now: number) => {
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, width, height);
        routed.forEach((each, at) => {
          const progress = reducedMotion ? 0.5 : shareOfWay(each.sprite, now);
          drawSprite(context, each, progress, colours[at] ?? '');
        });
      };
      draw(clusterTime.get());
      return clusterTime.on('change', draw);
    },
    [routed, width, height, clusterTime, reducedMotion],
  );
  return (
    <canvas ref={follow} className={styles.canvas} aria-hidden style={{ width, height }}>
      {routed.map(({ sprite }) => (
        <i key={sprite.key} style={{ ...toneOf(sprite, lookOf), color: 'var(--tone)' }} />
      ))}
    </canvas>
  );
});

/** A canvas knows no custom properties: its children say what each colour is now. */
function coloursIn(canvas: HTMLCanvasElement): readonly string[] {
  const known = new Map<string, string>();
  return [...canvas.children].map((child) => {
    const name = child.getAttribute('style') ?? '';
    const colour = known.get(name) ?? getComputedStyle(child).color;
    known.set(name, colour);
    return colour;
  });
}

function drawSprite(
  context: CanvasRenderingContext2D,
  { sprite, route }: RoutedSprite,
  progress: number,
  colour: string,
): void {
  const { x, y } = pointAt(route, progress);
  const isRing = sprite.kind === 'fetch';
  context.beginPath();
  context.arc(x, y, sprite.background ? FAINT_RADIUS : DOT_RADIUS, 0, 2 * Math.PI);
  context.globalAlpha = sprite.background ? 0.6 : 1;
  if (isRing) {
    context.strokeStyle = colour;
    context.lineWidth = sprite.background ? 1 : RING_WIDTH;
    context.stroke();
    return;
  }
  context.fillStyle = colour;
  context.fill();
}
