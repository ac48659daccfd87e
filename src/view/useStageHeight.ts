import { useMemo } from 'react';
import { useHighwater } from '../store/HighwaterContext';
import { hidesOf, worldOf } from '../store/selectors';
import { layoutStage } from './stage/layout/layoutStage';
import { placementKey, placementOf } from './stage/layout/placement';
import { useMediaQuery } from './useMediaQuery';

const PHONE = '(max-width: 559px)';
const PHONE_HEIGHT_MIN = 640;
const OFFSET_DIGITS = 2;

/**
 * How high the stage is on a phone, where brokers stand in a column and the page is scrolled: as
 * high as it needs. Null elsewhere: there the page's layout says it.
 */
export function useStageHeight(width: number, type: number): number | null {
  const isPhone = useMediaQuery(PHONE) && width > 0;
  const key = useHighwater((state) =>
    isPhone ? placementKey(worldOf(state), hidesOf(state)) : null,
  );
  return useMemo(() => {
    if (key === null) return null;
    const request = { width, height: PHONE_HEIGHT_MIN, offsetDigits: OFFSET_DIGITS, type };
    return layoutStage({ ...request, ...placementOf(key) }).height;
  }, [key, width, type]);
}
