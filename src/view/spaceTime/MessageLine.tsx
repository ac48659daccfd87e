import { memo } from 'react';
import { useLookOf } from '../lookOf';
import { colourOf } from './colourOf';
import type { Line, LineKind } from './lines';

interface MessageLineProps extends Omit<Line, 'passage' | 'label' | 'words'> {
  readonly flightId: number;
  /** Something else is looked at. */
  readonly isFaint?: boolean;
  /** This is what is looked at. */
  readonly isStrong?: boolean;
}

/** Only what is drawn, so that a line that looks the same is not drawn again. */
export function drawnOf({ passage, kind, tone, partition, x1, y1, x2, y2, end }: Line) {
  return { flightId: passage.flight.id, kind, tone, partition, x1, y1, x2, y2, end };
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
  const {
    flightId,
    kind,
    tone,
    partition,
    x1,
    y1,
    x2,
    y2,
    end,
    isFaint = false,
    isStrong = false,
  } = props;
  const colour = colourOf(tone, partition, useLookOf());
  const direction = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const at = `translate(${x2} ${y2})`;
  return (
    <g
      data-flight={flightId}
      stroke={colour}
      strokeWidth={WIDTHS[kind] + (isStrong ? 1.5 : 0)}
      opacity={isFaint ? FAINT : undefined}
    >
      <path d={`M${x1} ${y1}L${x2} ${y2}`} strokeDasharray={kind === 'fetch' ? '5 3' : undefined} />
      {kind !== 'routine' && <circle cx={x1} cy={y1} r={2.5} fill={colour} stroke="none" />}
      {end === 'arrow' && (
        <path
          transform={`${at} rotate(${Math.round(direction)})`}
          d={kind === 'routine' ? 'M-6 -2.5L0 0L-6 2.5z' : 'M-9 -4L0 0L-9 4z'}
          fill={colour}
          stroke="none"
        />
      )}
      {end === 'cross' && (
        <path transform={at} d="M-6 -6L6 6M6 -6L-6 6" stroke="var(--failure)" strokeWidth={3} />
      )}
    </g>
  );
});
