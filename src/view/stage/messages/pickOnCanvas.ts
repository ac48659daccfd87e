import type { Point } from '../layout/geometry';
import type { RoutedSprite } from './routedSprite';

interface Picking {
  readonly canvas: HTMLCanvasElement;
  /** From the bottom to the top. */
  readonly routed: readonly RoutedSprite[];
  readonly placeOf: (routed: RoutedSprite) => Point;
  readonly onPick: (flightId: number) => void;
}

/** As near as a finger comes, in CSS pixels. */
const REACH = 14;

/** Lets what is painted be pointed at and pressed as if it were elements. Returns how to stop. */
export function pickOnCanvas({ canvas, routed, placeOf, onPick }: Picking): () => void {
  // Messages lie above everything else on the stage, and where there are none it is not in the way.
  const stage = canvas.parentElement?.parentElement;
  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true };
  const spriteAt = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = canvas.getBoundingClientRect();
    return nearest(routed, placeOf, { x: clientX - left, y: clientY - top });
  };
  let pressed: RoutedSprite | null = null;
  stage?.addEventListener(
    'pointerdown',
    (event) => {
      pressed = event.button === 0 ? spriteAt(event) : null;
      if (!pressed) return;
      event.stopPropagation();
      // What moves may be elsewhere when the button goes up.
      if (event.pointerType === 'mouse') onPick(pressed.sprite.flightId);
    },
    options,
  );
  stage?.addEventListener(
    'click',
    (event) => {
      if (!pressed) return;
      event.stopPropagation();
      event.preventDefault();
      onPick(pressed.sprite.flightId);
      pressed = null;
    },
    options,
  );
  stage?.addEventListener(
    'pointermove',
    (event) => {
      const under = event.pointerType === 'mouse' ? spriteAt(event) : null;
      canvas.style.cursor = under ? 'pointer' : '';
      canvas.style.pointerEvents = under ? 'auto' : '';
      canvas.title = under?.sprite.title ?? '';
    },
    options,
  );
  return () => listening.abort();
}

/** The topmost message within reach of a point. */
function nearest(
  routed: readonly RoutedSprite[],
  placeOf: Picking['placeOf'],
  { x, y }: Point,
): RoutedSprite | null {
  let [found, reach]: [RoutedSprite | null, number] = [null, REACH];
  for (const each of routed) {
    const place = placeOf(each);
    const away = Math.hypot(place.x - x, place.y - y);
    if (away <= reach) [found, reach] = [each, away];
  }
  return found;
}
