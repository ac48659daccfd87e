import { FetchRing } from './FetchRing';
import { Glyph, type GlyphProps } from './Glyph';
import { HighWatermarkFlag } from './HighWatermarkFlag';

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

interface MessageGlyphProps extends GlyphProps {
  readonly shape: MessageShape;
}

export function MessageGlyph({ shape, size }: MessageGlyphProps) {
  const sized = size === undefined ? {} : { size };
  if (shape === 'fetch') return <FetchRing {...sized} />;
  if (shape === 'highWatermark') return <HighWatermarkFlag {...sized} />;
  if (shape === 'nothing')
    return (
      <Glyph {...sized}>
        <circle cx="8" cy="8" r="2.5" strokeWidth="1.6" />
      </Glyph>
    );
  if (shape === 'heartbeat')
    return (
      <Glyph {...sized}>
        <circle cx="8" cy="8" r="4" fill="currentColor" stroke="none" />
      </Glyph>
    );
  return (
    <Glyph {...sized}>
      <path d={PATHS[shape]} strokeWidth={shape === 'acknowledgement' ? 2.6 : 2} />
    </Glyph>
  );
}

const PATHS = {
  acknowledgement: 'M3 8.5 6.5 12 13 4.5',
  refusal: 'M8 3v6.2M8 12.9v.1',
  /** Two logs that part. */
  divergence: 'M2.5 8h4.5l5-4.5M7 8l5 4.5',
  /** Who leads what: a list. */
  metadata: 'M6 4h7M6 8h7M6 12h7M2.9 4h.1M2.9 8h.1M2.9 12h.1',
  /** The metadata log: a sheet. */
  clusterMetadata: 'M4 2.5h5.5L12.5 5.5V13.5H4ZM6.5 7.5h3.5M6.5 10.5h3.5',
  /** Replicas in sync: the equals sign of a set that changes. */
  inSyncChange: 'M3 6h7M3 10.5h10M13 3.5v4M11 5.5h4',
  registration: 'M3 13.5V3M3 3.5h9l-2.5 3 2.5 3H3',
  closed: 'M2 8h3.5M10.5 8H14M6 4.5 10 11.5',
} as const satisfies Partial<Record<MessageShape, string>>;
