import { Glyph, type GlyphProps } from './Glyph';

/** The high watermark's flag, as it stands under a log. */
export function HighWatermarkFlag({ size }: GlyphProps) {
  return (
    <Glyph {...(size === undefined ? {} : { size })}>
      <path d="M8 1V9" strokeWidth="2.2" />
      <path d="M8 7.8 13 14.6H3Z" fill="currentColor" strokeWidth="1" />
    </Glyph>
  );
}
