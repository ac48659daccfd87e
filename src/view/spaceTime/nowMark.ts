import type { Playback } from '../../store/state';
import { clusterTimeAt } from '../../timeline/recording';
import { clockText } from '../transport/clockText';
import { xAt } from './axis';
import { CLOCK_WIDTH } from './PlayheadLine';
import type { NowMark } from './saveSvg';
import type { View } from './useSpaceTime';

/** Where the playhead stands in the whole picture; null when it is out of sight. */
export function nowMark(
  { recording, playhead }: Playback,
  { axis, start, layout, column }: View,
): NowMark | null {
  const x = xAt(axis, playhead) - start;
  if (x < 0 || x > layout.width) return null;
  const isAhead = x < axis.width - start;
  return {
    x: Math.round(x) + column,
    clock: clockText(clusterTimeAt(recording, playhead)),
    veilEnd: column + (isAhead ? layout.width : x),
    isLast: x > layout.width - CLOCK_WIDTH,
  };
}
