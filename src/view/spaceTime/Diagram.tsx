import { memo } from 'react';
import { Crown } from '../glyphs/Crown';
import { useLookOf } from '../lookOf';
import { colourOf } from './colourOf';
import { BOTTOM, TOP } from './layoutSpaceTime';
import type { Line } from './lines';
import { drawnOf, FAINT, MessageLine } from './MessageLine';
import type { Band, Dot, Gap, Label, Lane, Pause, QuietLabel, SpaceTimeLayout } from './picture';
import type { PartitionId } from '../../sim/ids';

interface DiagramProps {
  readonly layout: SpaceTimeLayout;
  /** Whose leaders the bands tell of. */
  readonly partition: PartitionId;
  readonly hatch: string;
  /** What is left to look at closely; null: everything. */
  readonly isMeant: ((line: Line) => boolean) | null;
  /** The message that was picked, or that the arrow keys have come to. */
  readonly picked: number | null;
}

/** Everything in the view of the lanes that does not follow the playhead. */
export const Diagram = memo(function Diagram(props: DiagramProps) {
  const { layout, partition, hatch, isMeant, picked } = props;
  const { width, height, lanes, pauses, gaps, bands, lines, dots, labels, quiet } = layout;
  const leads = bands.filter(({ span }) => span.kind === 'leader');
  const troubles = bands.filter(({ span }) => span.kind !== 'leader');
  const isFaint = (line: Line | null) => line !== null && isMeant !== null && !isMeant(line);
  return (
    <>
      {pauses.map((pause) => (
        <QuietBlock key={pause.fromTick} pause={pause} height={height} />
      ))}
      {gaps.map((gap) => (
        <GapBlock key={gap.x === 0 ? 'before' : 'after'} {...gap} height={height} hatch={hatch} />
      ))}
      {leads.map((band) => (
        <LeaderBand key={band.key} band={band} partition={partition} />
      ))}
      {lanes.map((lane) => (
        <LaneLine key={lane.node} lane={lane} width={width} />
      ))}
      {troubles.map((band) => (
        <TroubleBand key={band.key} band={band} hatch={hatch} />
      ))}
      {lines.map((line) => (
        <MessageLine
          key={line.passage.flight.id}
          {...drawnOf(line)}
          isFaint={isFaint(line)}
          isStrong={line.passage.flight.id === picked}
        />
      ))}
      {dots.map((dot) => (
        <DotShape key={dot.mark.key} dot={dot} />
      ))}
      {labels.map((label) => (
        <g key={label.key} opacity={isFaint(label.line) ? FAINT : undefined}>
          <LabelShape label={label} partition={partition} />
        </g>
      ))}
      {quiet.map((label) => (
        <QuietWords key={label.key} label={label} />
      ))}
    </>
  );
});

function LaneLine({ lane, width }: { readonly lane: Lane; readonly width: number }) {
  return <path d={`M0 ${lane.y}H${width}`} stroke="var(--slot)" strokeWidth={2} />;
}

function QuietBlock({ pause, height }: { readonly pause: Pause; readonly height: number }) {
  const { x, width } = pause;
  const y = TOP - 2;
  return (
    <rect x={x} y={y} width={width} height={height - BOTTOM - y} rx={6} fill="var(--header)" />
  );
}

interface GapProps extends Gap {
  readonly height: number;
  readonly hatch: string;
}

/** A time of which messages are not drawn. */
function GapBlock({ x, width, height, hatch }: GapProps) {
  return (
    <>
      <rect
        x={x}
        y={TOP - 2}
        width={width}
        height={height - BOTTOM - TOP + 2}
        fill={`url(#${hatch}troubled)`}
        opacity={0.35}
      />
      <path d={`M${x === 0 ? width : x} ${TOP - 2}V${height - BOTTOM}`} stroke="var(--muted)" />
    </>
  );
}

/** Words for several stretches stand over a line from the first to the last. */
function QuietWords({ label: { text, detail, box, over } }: { readonly label: QuietLabel }) {
  const centre = box.x + box.width / 2;
  return (
    <g textAnchor="middle" fill="var(--muted)">
      <text x={centre} y={box.y + 13} fontWeight={600}>
        {text}
      </text>
      <text x={centre} y={box.y + 26}>
        {detail}
      </text>
      {over.count > 1 && (
        <path
          d={`M${over.x + 2} ${TOP - 2}h${over.width - 4}`}
          stroke="var(--muted)"
          strokeWidth={2}
        />
      )}
    </g>
  );
}

interface LeaderBandProps {
  readonly band: Band;
  readonly partition: PartitionId;
}

function LeaderBand({ band: { x, y, width, height }, partition }: LeaderBandProps) {
  const { ground } = useLookOf()(partition);
  return <rect x={x} y={y} width={width} height={height} rx={5} fill={ground} />;
}

function TroubleBand({ band, hatch }: { readonly band: Band; readonly hatch: string }) {
  const { span, x, y, width, height } = band;
  const colour = span.kind === 'down' ? 'var(--failure)' : 'var(--muted)';
  const fill = `url(#${hatch}${span.kind})`;
  return (
    <g stroke={colour}>
      <rect x={x} y={y} width={width} height={height} fill={fill} stroke="none" opacity={0.45} />
      {!span.isOlder && <path d={`M${x} ${y - 2}v${height + 4}`} strokeWidth={3} />}
      <path d={`M${x} ${y + height / 2}h${width}`} strokeWidth={2} />
    </g>
  );
}

function DotShape({ dot }: { readonly dot: Dot }) {
  const { mark, x, y } = dot;
  const colour = colourOf(mark.tone, mark.partition, useLookOf());
  switch (mark.glyph) {
    case 'bar':
      return <path d={`M${x} ${y - 9}V${y + 9}`} stroke="var(--ink)" strokeWidth={3} />;
    case 'square':
      return <rect x={x - 3.5} y={y - 3.5} width={7} height={7} fill={colour} />;
    case 'ring':
      return <circle cx={x} cy={y} r={6} fill="var(--card)" stroke={colour} strokeWidth={2.5} />;
    case 'diamond':
      return (
        <path
          d={`M${x} ${y - 6}l6 6l-6 6l-6 -6z`}
          fill={colour}
          stroke="var(--card)"
          strokeWidth={1}
        />
      );
    default:
      return mark.glyph satisfies never;
  }
}

interface LabelShapeProps {
  readonly label: Label;
  readonly partition: PartitionId;
}

function LabelShape({ label, partition }: LabelShapeProps) {
  const { kind, text, tone, box } = label;
  const colour = colourOf(tone, label.partition ?? partition, useLookOf());
  const middle = box.y + box.height / 2 + 4.5;
  const centre = box.x + box.width / 2;
  if (kind === 'tile' || kind === 'note') {
    const isNote = kind === 'note';
    return (
      <>
        <rect
          {...box}
          rx={4}
          fill={isNote ? 'var(--card)' : colour}
          stroke={isNote ? colour : 'var(--card)'}
        />
        <text
          x={centre}
          y={middle}
          textAnchor="middle"
          fontWeight={600}
          fill={isNote ? 'var(--ink)' : 'var(--on-fill)'}
        >
          {text}
        </text>
      </>
    );
  }
  const isCrown = kind === 'crown';
  return (
    <g
      color={colour}
      fill={tone === 'plain' ? 'var(--ink)' : colour}
      // A line that crosses the words stays clear of them.
      paintOrder="stroke"
      stroke="var(--card)"
      strokeWidth={5}
      strokeLinejoin="round"
    >
      {isCrown && (
        <g transform={`translate(${box.x + 2} ${box.y})`}>
          <Crown size={15} />
        </g>
      )}
      <text x={box.x + (isCrown ? 22 : 3)} y={middle} fontWeight={600}>
        {text}
      </text>
    </g>
  );
}
