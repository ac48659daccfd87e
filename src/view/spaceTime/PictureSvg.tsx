import { type RefObject, useId } from 'react';
import { brokerIdsIn, brokerNode } from '../../sim/ids';
import type { World } from '../../sim/world';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { brokerStatus, isDown } from '../stage/broker/brokerStatus';
import { ClockTicks } from './ClockTicks';
import { Diagram } from './Diagram';
import { TOP } from './layoutSpaceTime';
import type { Line } from './lines';
import { laneOf } from './meant';
import type { View } from './useSpaceTime';

const NOTHING = 'Nothing yet.';
/** What more is to be said takes so much room, in px. */
const WORDS_WIDTH = 320;

interface PictureSvgProps {
  readonly svgRef: RefObject<SVGSVGElement | null>;
  readonly view: View;
  readonly width: number;
  readonly isMeant: ((line: Line) => boolean) | null;
  /** The message that was picked, or that the arrow keys have come to. */
  readonly picked: number | null;
}

/** All of the picture that can be saved. Its colours are variables of the theme. */
export function PictureSvg({ svgRef, view, width, isMeant, picked }: PictureSvgProps) {
  const { layout, axis, start, column } = view;
  const { height, lanes } = layout;
  const partition = useHighwater((state) => state.selectedPartition);
  const lane = useHighwater((state) => laneOf(state.selected));
  const down = useHighwater((state) => downIn(worldOf(state)));
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
          fill={down.split(' ').includes(node) ? 'var(--failure)' : 'var(--ink)'}
          textDecoration={lane === node ? 'underline' : undefined}
        >
          {name}
        </text>
      ))}
      <svg x={column} width={layout.width} height={height}>
        <Diagram
          layout={layout}
          partition={partition}
          hatch={hatch}
          isMeant={isMeant}
          picked={picked}
        />
        {axis.width === 0 && (
          <text x={layout.width / 2} y={TOP - 12} textAnchor="middle" fill="var(--muted)">
            {layout.width < WORDS_WIDTH ? NOTHING : `${NOTHING} Every message will be a line here.`}
          </text>
        )}
        <ClockTicks axis={axis} start={start} width={layout.width} height={height} />
      </svg>
    </svg>
  );
}

/** The lanes of brokers whose process does not run. */
function downIn({ brokers, controller }: World): string {
  return brokerIdsIn(brokers)
    .filter((id) => {
      const broker = brokers[id];
      return broker && isDown(brokerStatus(broker, controller.image.brokers[id]));
    })
    .map(brokerNode)
    .join(' ');
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
