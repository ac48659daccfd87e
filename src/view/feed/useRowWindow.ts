import {
  type RefCallback,
  useCallback,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import { useSize } from '../useSize';
import { ROW_HEIGHT, type RowWindow, rowWindow } from './rowWindow';

/** Height of what is seen, as long as nobody knows. */
const SEEN = 600;
/** Pixels by which one may scroll before other rows are drawn. */
const GRAIN = 100;
/** So near to its end the list stays there when it grows. */
const AT_END = 4;

interface Row {
  readonly id: number;
}

/** What is drawn of a list of many rows. The list is scrolled upside down: its end is at 0. */
export interface DrawnRows extends RowWindow {
  /** For the box that scrolls; its rows carry their id as `data-line`. */
  readonly boxRef: RefCallback<HTMLElement>;
  readonly onScroll: () => void;
}

/**
 * Draws about what is seen of a list, and keeps the place where somebody reads. Rows are as high
 * as they come out, which is measured once they are drawn.
 */
export function useRowWindow(rows: readonly Row[]): DrawnRows {
  const [measureBox, { width, height }] = useSize();
  const box = useRef<HTMLElement | null>(null);
  const place = useRef<Place | null>(null);
  const [{ heights, ...known }, setKnown] = useState(() => heightsFor(width));
  if (known.width !== width) setKnown(heightsFor(width));
  const [fromEnd, setFromEnd] = useState(0);
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const heightAt = (index: number) => heightIn(heights, rows[index]);
  const windowNow = () => rowWindow(rows.length, heightAt, { fromEnd, seen: height || SEEN });
  const drawn = windowNow();
  const { first, end } = drawn;
  const measure = useRef(() => {});

  useLayoutEffect(() => {
    measure.current = () => {
      if (!box.current || !measureRows(box.current, heights)) return;
      const next = windowNow();
      if (next.first !== first || next.end !== end || next.below !== drawn.below) drawAgain();
    };
  });
  // At the end no place has to be kept: there they are measured when the page has been laid out.
  useLayoutEffect(() => {
    if (!box.current || first === end || !place.current) return;
    measure.current();
    keepPlace(box.current, place.current, rows, heights);
  }, [rows, heights, first, end]);

  const onScroll = () => {
    if (!box.current) return;
    const now = -box.current.scrollTop;
    const isAtEnd = now < AT_END;
    place.current = isAtEnd ? null : placeAt(now, rows, heights);
    setFromEnd(isAtEnd ? 0 : Math.round(now / GRAIN) * GRAIN);
  };
  const boxRef = useCallback(
    (element: HTMLElement | null) => {
      box.current = element;
      const list = element?.firstElementChild;
      if (!list) return undefined;
      const observer = new ResizeObserver(() => measure.current());
      observer.observe(list);
      const stop = measureBox(element);
      return () => {
        observer.disconnect();
        stop?.();
      };
    },
    [measureBox],
  );
  return { ...drawn, boxRef, onScroll };
}

type Heights = Map<number, number>;

/** Where somebody reads: the lowest row that is seen, and how far it reaches below the edge. */
interface Place {
  readonly id: number;
  readonly overhang: number;
}

function heightsFor(width: number): { readonly width: number; readonly heights: Heights } {
  return { width, heights: new Map() };
}

function heightIn(heights: Heights, row: Row | undefined): number {
  return (row && heights.get(row.id)) ?? ROW_HEIGHT;
}

function placeAt(fromEnd: number, rows: readonly Row[], heights: Heights): Place | null {
  let below = 0;
  for (const row of rows.toReversed()) {
    const top = below + heightIn(heights, row);
    if (top > fromEnd) return { id: row.id, overhang: fromEnd - below };
    below = top;
  }
  return null;
}

function keepPlace(
  box: HTMLElement,
  place: Place | null,
  rows: readonly Row[],
  heights: Heights,
): void {
  if (!place || box.scrollTop > -AT_END) return;
  let below = 0;
  for (const row of rows.toReversed()) {
    if (row.id === place.id) {
      const wanted = -(below + place.overhang);
      if (Math.abs(wanted - box.scrollTop) >= 1) box.scrollTop = wanted;
      return;
    }
    below += heightIn(heights, row);
  }
}

/** Keeps how high the drawn rows are. Whether any is another height than was known. */
function measureRows(box: HTMLElement, heights: Heights): boolean {
  let hasChanged = false;
  for (const row of box.querySelectorAll<HTMLElement>('.feedRow')) {
    const id = Number(row.dataset['line']);
    const height = row.offsetHeight;
    if (height === 0 || height === heights.get(id)) continue;
    heights.set(id, height);
    hasChanged = true;
  }
  return hasChanged;
}
