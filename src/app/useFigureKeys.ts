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
    return figure.current ? bindFigureKeys(figure.current, store, latest) : undefined;
  }, [store]);
  return figure;
}
