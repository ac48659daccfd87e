import { Glyph, type GlyphProps } from './Glyph';

/** A fetch: hollow, because it asks for something. */
export function FetchRing({ size }: GlyphProps) {
  return (
    <Glyph {...(size === undefined ? {} : { size })}>
      <circle cx="8" cy="8" r="5.4" strokeWidth="3" />
    </Glyph>
  );
}
