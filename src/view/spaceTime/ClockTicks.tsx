import { memo } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { clusterTimeAt } from '../../timeline/recording';
import { clockText } from '../transport/clockText';
import { type Axis, storyAtX } from './axis';

const PITCH = 120;
/** Of the longest label, half the width: none is cut at an edge. */
const HALF = 34;

interface ClockTicksProps {
  readonly axis: Axis;
  readonly start: number;
  readonly width: number;
  readonly height: number;
}

/** The cluster's clock under the lanes, as far as the story is recorded. */
export const ClockTicks = memo(function ClockTicks(props: ClockTicksProps) {
  const { axis, start, width, height } = props;
  const recording = useHighwater((state) => state.recording);
  const first = Math.ceil(start / PITCH) * PITCH;
  const end = Math.min(start + width - HALF, axis.width);
  const count = Math.max(0, Math.floor((end - first) / PITCH) + 1);
  return (
    <g fill="var(--muted)" textAnchor="middle">
      {Array.from({ length: count }, (_, at) => first + at * PITCH).map((x) => (
        <text key={x} x={Math.max(x - start, HALF)} y={height - 5}>
          {clockText(clusterTimeAt(recording, storyAtX(axis, x)))}
        </text>
      ))}
    </g>
  );
});
