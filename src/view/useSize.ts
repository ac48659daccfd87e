import { type RefCallback, useCallback, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element as it is now, in whole pixels; zero until it is on the page. */
export function useSize(): readonly [RefCallback<HTMLElement>, Size] {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const keep = () => setSize((known) => sameOr(known, sizeOf(element)));
    const observer = new ResizeObserver(keep);
    observer.observe(element);
    keep();
    return () => observer.disconnect();
  }, []);
  return [measure, size];
}

function sizeOf(element: HTMLElement): Size {
  return { width: element.clientWidth, height: element.clientHeight };
}

function sameOr(known: Size, size: Size): Size {
  return known.width === size.width && known.height === size.height ? known : size;
}
