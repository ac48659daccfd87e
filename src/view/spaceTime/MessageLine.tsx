import { memo } from 'react';
import { useLookOf } from '../lookOf';
import { colourOf } from './colourOf';
import type { Line, LineKind } from './lines';

type Drawn = ReturnType<typeof drawnOf>;

interface MessageLineProps extends Drawn {
  /** Something else is looked at. */
  readonly isFaint?: boolean;
  /** This is what is looked at. */
  readonly isStrong?: boolean;
}

/** Only what is drawn, so that a line that looks the same is not drawn again. */
export function drawnOf({ passage, kind, tone, partition, points, end }: Line) {
  const [last, before] = [points.at(-1), points.at(-2)];
  const { x, y } = last ?? { x: 0, y: 0 };
  const degrees = before ? (Math.atan2(y - before.y, x - before.x) * 180) / Math.PI : 0;
  return {
    flightId: passage.flight.id,
    kind,
    tone,
    partition,
    end,
    path: `M${points.map((point) => `${point.x} ${point.y}`).join('L')}`,
    startX: points[0]?.x,
    startY: points[0]?.y,
    tip: `translate(${x} ${y})`,
    turned: `rotate(${Math.round(degrees)})`,
  };
}

/** How opaque is what is not looked at. */
export const FAINT = 0.25;

const WIDTHS: { readonly [Kind in LineKind]: number } = {
  records: 2,
  kept: 2,
  failure: 2,
  fetch: 1.5,
  plain: 1.5,
  routine: 0.75,
};

/** A message from its sending to its end: an arrow, or a cross where it died. */
export const MessageLine = memo(function MessageLine(props: MessageLineProps) {
  const { kind, end, tip, isFaint = false, isStrong = false } = props;
  const colour = colourOf(props.tone, props.partition, useLookOf());
  return (
    <g
      data-flight={props.flightId}
      stroke={colour}
      strokeWidth={WIDTHS[kind] + (isStrong ? 1.5 : 0)}
      opacity={isFaint ? FAINT : undefined}
    >
      <path d={props.path} strokeDasharray={kind === 'fetch' ? '5 3' : undefined} />
      {kind !== 'routine' && (
        <circle cx={props.startX} cy={props.startY} r={2.5} fill={colour} stroke="none" />
      )}
      {end === 'arrow' && (
        <path
          transform={`${tip} ${props.turned}`}
          d={kind === 'routine' ? 'M-6 -2.5L0 0L-6 2.5z' : 'M-9 -4L0 0L-9 4z'}
          fill={colour}
          stroke="none"
        />
      )}
      {end === 'cross' && (
        <path transform={tip} d="M-6 -6L6 6M6 -6L-6 6" stroke="var(--failure)" strokeWidth={3} />
      )}
    </g>
  );
});
