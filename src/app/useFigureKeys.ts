import { useEffect, useRef } from 'react';
import { useHighwaterStore } from '../store/HighwaterContext';
import { bindFigureKeys, type FigureKeys } from './figureKeys';

/** Binds the keys to the figure that is given the reference. */
export function useFigureKeys(keys: FigureKeys) {
  const store = useHighwaterStore();
  const figure = useRef<HTMLElement>(null);
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const element = figure.current;
    if (!element) return undefined;
    return bindFigureKeys(element, store, {
      produce: () => latest.current.produce(),
      toggleLoad: () => latest.current.toggleLoad(),
      showKeys: () => latest.current.showKeys(),
      leaf: (by) => latest.current.leaf(by),
      pressPresent: (key) => latest.current.pressPresent(key),
    });
  }, [store]);
  return figure;
}
