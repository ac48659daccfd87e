import type { Media } from '../../view/surroundings';

/** What a page asks of its screen, asked of an element: how wide that is. */
export function matchMediaIn(home: HTMLElement): (query: string) => Media {
  return (query) => {
    const [, widthMax] = /\(max-width: (\d+)px\)/.exec(query) ?? [];
    return widthMax === undefined ? window.matchMedia(query) : narrowerThan(home, Number(widthMax));
  };
}

function narrowerThan(home: HTMLElement, widthMax: number): Media {
  const observers = new Map<() => void, ResizeObserver>();
  return {
    get matches() {
      return home.clientWidth <= widthMax;
    },
    addEventListener: (_, changed) => {
      const observer = new ResizeObserver(changed);
      observers.set(changed, observer);
      observer.observe(home);
    },
    removeEventListener: (_, changed) => observers.get(changed)?.disconnect(),
  };
}
