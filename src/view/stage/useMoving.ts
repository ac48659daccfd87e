import type { MotionValue } from 'framer-motion';
import { type CSSProperties, useCallback } from 'react';

/** Styles that move, each from a value of its own. */
export interface Moving {
  readonly transform?: MotionValue<string>;
  readonly opacity?: MotionValue<number>;
  readonly strokeDashoffset?: MotionValue<number>;
}

/**
 * Lets an element follow motion values without being rendered again: what framer-motion's own
 * components do, less the 25 kB for animations that the stage must not have.
 */
export function useMoving({ transform, opacity, strokeDashoffset }: Moving) {
  const ref = useCallback(
    (element: HTMLElement | SVGElement | null) => {
      if (!element) return undefined;
      const { style } = element;
      const stops = [
        transform?.on('change', (value) => (style.transform = value)),
        opacity?.on('change', (value) => (style.opacity = String(value))),
        strokeDashoffset?.on('change', (value) => (style.strokeDashoffset = String(value))),
      ];
      return () => stops.forEach((stop) => stop?.());
    },
    [transform, opacity, strokeDashoffset],
  );
  const style: CSSProperties = {
    transform: transform?.get(),
    opacity: opacity?.get(),
    strokeDashoffset: strokeDashoffset?.get(),
  };
  return { ref, style };
}

/** Lets the text of an element follow a motion value. */
export function useMovingText(text: MotionValue<string>) {
  return useCallback(
    (element: HTMLElement | null) =>
      element
        ? text.on('change', (value) => {
            if (element.firstChild) element.firstChild.nodeValue = value;
          })
        : undefined,
    [text],
  );
}
