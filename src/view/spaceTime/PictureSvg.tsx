import { type RefObject, useId } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { ClockTicks } from './ClockTicks';
import { Diagram } from './Diagram';
import type { Line } from './lines';
import { laneOf } from './meant';
import { drawnOf, MessageLine } from './MessageLine';
import type { View } from './useSpaceTime';

interface PictureSvgProps {
  readonly svgRef: RefObject<SVGSVGElement | null>;
  readonly view: View;
  readonly width: number;
  readonly isMeant: ((line: Line) => boolean) | null;
  /** What the arrow keys have come to. */
  readonly strong: Line | null;
}

/** All of the picture that can be saved. Its colours are variables of the theme. */
export function PictureSvg({ svgRef, view, width, isMeant, strong }: PictureSvgProps) {
  const { layout, axis, start, column } = view;
  const { height, lanes } = layout;
  const partition = useHighwater((state) => state.selectedPartition);
  const picked = useHighwater((state) => laneOf(state.selected));
  const hatch = useId();
  return (
    <svg
      ref={svgRef}
      className="spaceTimeSvg"
      width={width}
      height={height}
      fontFamily="sans-serif"
      fontSize={12}
      fill="none"
      aria-hidden
    >
      <HatchPattern id={`${hatch}down`} colour="var(--failure)" />
      <HatchPattern id={`${hatch}troubled`} colour="var(--muted)" />
      <rect width={width} height={height} fill="var(--card)" />
      {lanes.map(({ node, name, y }) => (
        <text
          key={node}
          x={column - 12}
          y={y + 4.5}
          textAnchor="end"
          fontWeight={650}
          fill={picked === node ? 'var(--accent)' : 'var(--ink)'}
        >
          {name}
        </text>
      ))}
      <svg x={column} width={layout.width} height={height}>
        <Diagram layout={layout} partition={partition} hatch={hatch} isMeant={isMeant} />
        {strong && <MessageLine {...drawnOf(strong)} isStrong />}
        <ClockTicks axis={axis} start={start} width={layout.width} height={height} />
      </svg>
    </svg>
  );
}

function HatchPattern({ id, colour }: { readonly id: string; readonly colour: string }) {
  return (
    <pattern
      id={id}
      width={7}
      height={7}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M0 0V7" stroke={colour} strokeWidth={2.4} />
    </pattern>
  );
}
