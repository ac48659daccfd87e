/** Messages that are known by their shape, without words on them. */
export type MessageShape =
  | 'fetch'
  | 'highWatermark'
  | 'acknowledgement'
  | 'refusal'
  | 'divergence'
  | 'nothing'
  | 'metadata'
  | 'clusterMetadata'
  | 'inSyncChange'
  | 'heartbeat'
  | 'registration'
  | 'closed';

/** A line of a glyph on a square of 16 units: path data, its width, and whether it is filled. */
export interface GlyphStroke {
  readonly path: string;
  readonly width: number;
  readonly filled?: boolean;
}

/** What each shape is made of, for elements and for a canvas. */
export const MESSAGE_STROKES: Readonly<Record<MessageShape, readonly GlyphStroke[]>> = {
  fetch: [{ path: circle(5.4), width: 3 }],
  highWatermark: [
    { path: 'M8 1V9', width: 2.2 },
    { path: 'M8 7.8 13 14.6H3Z', width: 1, filled: true },
  ],
  acknowledgement: [{ path: 'M3 8.5 6.5 12 13 4.5', width: 2.6 }],
  refusal: line('M8 3v6.2M8 12.9v.1'),
  /** Two logs that part. */
  divergence: line('M2.5 8h4.5l5-4.5M7 8l5 4.5'),
  nothing: [{ path: circle(2.5), width: 2 }],
  /** Who leads what: a list. */
  metadata: line('M6 4h7M6 8h7M6 12h7M2.9 4h.1M2.9 8h.1M2.9 12h.1'),
  /** The metadata log: a sheet. */
  clusterMetadata: line('M4 2.5h5.5L12.5 5.5V13.5H4ZM6.5 7.5h3.5M6.5 10.5h3.5'),
  /** Replicas in sync: the equals sign of a set that changes. */
  inSyncChange: line('M3 6h7M3 10.5h10M13 3.5v4M11 5.5h4'),
  heartbeat: [{ path: circle(3.5), width: 1, filled: true }],
  registration: line('M3 13.5V3M3 3.5h9l-2.5 3 2.5 3H3'),
  closed: line('M2 8h3.5M10.5 8H14M6 4.5 10 11.5'),
};

function line(path: string): readonly GlyphStroke[] {
  return [{ path, width: 2 }];
}

function circle(radius: number): string {
  const [left, right] = [8 - radius, 8 + radius];
  return `M${right} 8A${radius} ${radius} 0 1 1 ${left} 8A${radius} ${radius} 0 1 1 ${right} 8Z`;
}
