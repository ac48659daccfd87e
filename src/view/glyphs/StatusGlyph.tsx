import { Glyph, type GlyphProps } from './Glyph';

export type StatusShape = 'up' | 'down' | 'coming' | 'fenced';

interface StatusGlyphProps extends GlyphProps {
  readonly shape: StatusShape;
}

/** How a broker is: a disc, a cross, half a disc, a barred ring. */
export function StatusGlyph({ shape, size }: StatusGlyphProps) {
  const sized = size === undefined ? {} : { size };
  switch (shape) {
    case 'up':
      return (
        <Glyph {...sized}>
          <circle cx="8" cy="8" r="5" fill="currentColor" stroke="none" />
        </Glyph>
      );
    case 'down':
      return (
        <Glyph {...sized}>
          <path d="M3 3 13 13M13 3 3 13" strokeWidth="2.6" />
        </Glyph>
      );
    case 'coming':
      return (
        <Glyph {...sized}>
          <circle cx="8" cy="8" r="5" />
          <path d="M8 3a5 5 0 0 1 0 10Z" fill="currentColor" stroke="none" />
        </Glyph>
      );
    case 'fenced':
      return (
        <Glyph {...sized}>
          <circle cx="8" cy="8" r="5.6" />
          <path d="M5 8h6" />
        </Glyph>
      );
    default:
      return shape satisfies never;
  }
}
