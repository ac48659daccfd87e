import { Crown } from './Crown';
import { Glyph, type GlyphProps } from './Glyph';

/** The parts that a replica can play, each with a shape that grey tells apart. */
export type StandingShape =
  'leader' | 'claimsToLead' | 'deposed' | 'inSync' | 'behind' | 'eligible' | 'out';

interface StandingGlyphProps extends GlyphProps {
  readonly shape: StandingShape;
}

export function StandingGlyph({ shape, size }: StandingGlyphProps) {
  const sized = size === undefined ? {} : { size };
  switch (shape) {
    case 'leader':
      return <Crown {...sized} />;
    case 'claimsToLead':
      return <Crown {...sized} hollow />;
    case 'eligible':
      return <Crown {...sized} hollow dashed />;
    case 'deposed':
      return <Crown {...sized} hollow struck />;
    case 'inSync':
      return (
        <Glyph {...sized}>
          <path d="M3.5 6h9M3.5 10.5h9" />
        </Glyph>
      );
    case 'behind':
      return (
        <Glyph {...sized}>
          <path d="M3.5 4 7.5 8 3.5 12M8.5 4 12.5 8 8.5 12" />
        </Glyph>
      );
    case 'out':
      return (
        <Glyph {...sized}>
          <circle cx="8" cy="8" r="5.6" />
          <path d="M4.2 11.8 11.8 4.2" />
        </Glyph>
      );
    default:
      return shape satisfies never;
  }
}
