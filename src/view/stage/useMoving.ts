import { type CSSProperties, useCallback } from 'react';
import type { MovingValue } from '../../store/movingValue';

/** Styles that may move. Not left or top, which would lay the page out again. */
export type MovingStyle = Pick<
  CSSProperties,
  'transform' | 'opacity' | 'borderColor' | 'strokeDashoffset'
>;

/**
 * Lets an element follow the time without being rendered again. Its style is a function of the
 * time alone, written in the frame in which the time changes.
 */
export function useMoving(time: MovingValue, draw: (now: number) => MovingStyle) {
  const ref = useCallback(
    (element: HTMLElement | SVGElement | null) =>
      element ? follow(time, (now) => Object.assign(element.style, draw(now))) : undefined,
    [time, draw],
  );
  return { ref, style: draw(time.get()) };
}

/** Lets the text of an element follow the time. */
export function useMovingText(time: MovingValue, say: (now: number) => string) {
  const ref = useCallback(
    (element: HTMLElement | null) =>
      element
        ? follow(time, (now) => {
            const [text, said] = [element.firstChild, say(now)];
            if (text && text.nodeValue !== said) text.nodeValue = said;
          })
        : undefined,
    [time, say],
  );
  return { ref, text: say(time.get()) };
}

/** Also at once: what was rendered before may have moved since. */
function follow(time: MovingValue, write: (now: number) => void): () => void {
  write(time.get());
  return time.follow(write);
}
