import type { Point } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import { isGround } from './linksCrossed';

/** A line that is being drawn on the stage. */
export interface Stroke {
  readonly from: Point;
  readonly to: Point;
}

interface Follow {
  readonly picture: HTMLElement;
  readonly layout: StageLayout;
  /** The stroke so far; null when there is none any more. */
  readonly onDraw: (stroke: Stroke | null) => void;
  readonly onEnd: (stroke: Stroke) => void;
}

/** A shorter one is a click with an unsteady hand, in CSS pixels. */
const LENGTH_MIN = 14;

/** Follows strokes that begin on empty ground. Escape ends one. Returns how to stop. */
export function followStrokes({ picture, layout, onDraw, onEnd }: Follow): () => void {
  const listening = new AbortController();
  let from: Point | null = null;
  let stroke: Stroke | null = null;
  const draw = (next: Stroke | null) => {
    if (next === null) from = null;
    if (stroke !== next) onDraw(next);
    stroke = next;
  };
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = picture.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const { signal } = listening;
  picture.addEventListener(
    'pointerdown',
    (event) => {
      const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
      const point = pointOf(event);
      if (event.button !== 0 || !event.isPrimary || isOnButton) return;
      if (isGround(layout, point)) from = point;
    },
    { signal },
  );
  picture.addEventListener(
    'pointermove',
    (event) => {
      const to = pointOf(event);
      if (!from || (!stroke && Math.hypot(to.x - from.x, to.y - from.y) < LENGTH_MIN)) return;
      if (!stroke) picture.setPointerCapture(event.pointerId);
      draw({ from, to });
    },
    { signal },
  );
  const end = () => {
    const drawn = stroke;
    draw(null);
    if (drawn) onEnd(drawn);
  };
  picture.addEventListener('pointerup', end, { signal });
  picture.addEventListener('pointercancel', () => draw(null), { signal });
  picture.addEventListener('selectstart', (event) => from && event.preventDefault(), { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (!stroke || event.key !== 'Escape') return;
      event.stopPropagation();
      draw(null);
    },
    { signal, capture: true },
  );
  return () => listening.abort();
}
