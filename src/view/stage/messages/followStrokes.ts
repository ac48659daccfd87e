import type { Point } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import { isBetween, isGround } from './linksCrossed';

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

/**
 * Follows strokes that begin on empty ground. Escape ends one, and so does the way back to where it
 * began. Returns how to stop.
 */
export function followStrokes({ picture, layout, onDraw, onEnd }: Follow): () => void {
  const listening = new AbortController();
  let from: Point | null = null;
  let stroke: Stroke | null = null;
  const draw = (next: Stroke | null) => {
    if (next === null) from = null;
    if (stroke !== next) onDraw(next);
    stroke = next;
  };
  const { signal } = listening;
  picture.addEventListener(
    'pointerdown',
    (event) => {
      const point = pointIn(picture, event);
      if (event.button !== 0 || !event.isPrimary || isOnButton(event)) return;
      if (isGround(layout, point)) from = point;
    },
    { signal },
  );
  picture.addEventListener(
    'pointermove',
    (event) => {
      const to = pointIn(picture, event);
      if (!from) return;
      const isShort = Math.hypot(to.x - from.x, to.y - from.y) < LENGTH_MIN;
      if (!stroke && isShort) return;
      if (!stroke) picture.setPointerCapture(event.pointerId);
      draw({ from, to: isShort ? from : to });
    },
    { signal },
  );
  picture.addEventListener('touchstart', (event) => keepFromScrolling(event, picture, layout), {
    signal,
    passive: false,
  });
  const end = () => {
    const drawn = stroke;
    draw(null);
    if (drawn && drawn.to !== drawn.from) onEnd(drawn);
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

/** Elsewhere a finger that goes up or down scrolls; between two brokers it parts them. */
function keepFromScrolling(event: TouchEvent, picture: HTMLElement, layout: StageLayout): void {
  const [touch, other] = event.touches;
  if (!touch || other || isOnButton(event)) return;
  if (isBetween(layout, pointIn(picture, touch))) event.preventDefault();
}

function pointIn(picture: HTMLElement, { clientX, clientY }: PointerEvent | Touch): Point {
  const { left, top } = picture.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function isOnButton({ target }: globalThis.Event): boolean {
  return target instanceof Element && target.closest('button') !== null;
}
