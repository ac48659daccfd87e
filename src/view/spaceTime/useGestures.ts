import { type PointerEvent, useCallback, useEffect, useRef } from 'react';
import { rectOnScreen } from '../rectOnScreen';

interface OnScreen {
  readonly clientX: number;
  readonly clientY: number;
}

/** Where something happened, in pixels of the picture, which is drawn larger for an audience. */
export function placeIn(element: HTMLElement, { clientX, clientY }: OnScreen) {
  const { left, top, width } = rectOnScreen(element);
  const zoom = width / element.offsetWidth || 1;
  return { x: (clientX - left) / zoom, y: (clientY - top) / zoom };
}

/** From here on a press is a drag. */
const DRAG_FROM = 5;
const WHEEL_ZOOM = 0.004;

/** What the pointer does to a picture. All places are in pixels of the picture. */
interface Gestures {
  readonly onPress: (x: number, y: number) => void;
  readonly onPan: (pixels: number) => void;
  readonly onZoom: (factor: number, x: number) => void;
}

/** Drag and scroll to pan, pinch and Ctrl with the wheel to zoom, press to pick. */
export function useGestures(gestures: Gestures) {
  const latest = useRef(gestures);
  useEffect(() => {
    latest.current = gestures;
  });
  // Where fingers are down, by id, and whether they have moved so far that it is no press.
  const fingers = useRef(new Map<number, number>());
  const drag = useRef<{ readonly from: number; isDrag: boolean }>({ from: 0, isDrag: false });
  const wheel = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      const isZoom = event.ctrlKey || event.metaKey;
      if (!isZoom && event.deltaX === 0) return;
      // Else the page would be zoomed, or left.
      event.preventDefault();
      const { x } = placeIn(element, event);
      if (isZoom) latest.current.onZoom(Math.exp(-event.deltaY * WHEEL_ZOOM), x);
      else latest.current.onPan(event.deltaX);
    };
    // React listens to the wheel without a say in what the browser does.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);
  return {
    wheel,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const { x } = placeIn(event.currentTarget, event);
      fingers.current.set(event.pointerId, x);
      if (fingers.current.size === 1) drag.current = { from: x, isDrag: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const before = fingers.current.get(event.pointerId);
      if (before === undefined) return;
      const { x } = placeIn(event.currentTarget, event);
      if (!drag.current.isDrag && Math.abs(x - drag.current.from) < DRAG_FROM) return;
      if (!drag.current.isDrag) event.currentTarget.setPointerCapture(event.pointerId);
      drag.current.isDrag = true;
      fingers.current.set(event.pointerId, x);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      if (other === undefined) return latest.current.onPan(before - x);
      const factor = Math.abs(x - other) / Math.max(1, Math.abs(before - other));
      return latest.current.onZoom(factor, (x + other) / 2);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!fingers.current.delete(event.pointerId) || drag.current.isDrag) return;
      const { x, y } = placeIn(event.currentTarget, event);
      latest.current.onPress(x, y);
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      fingers.current.delete(event.pointerId);
    },
  };
}
