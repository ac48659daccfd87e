import { Glyph, type GlyphProps } from './Glyph';

const OUTLINE = 'M1.8 13.4 0.9 4.4 5 8 8 2.6 11 8 15.1 4.4 14.2 13.4Z';

interface CrownProps extends GlyphProps {
  /** Hollow: a crown that only its wearer believes in, or that is not worn yet. */
  readonly hollow?: boolean;
  /** Struck through: somebody else wears it. */
  readonly struck?: boolean;
  /** In dashes: one that may be worn when nobody else can. */
  readonly dashed?: boolean;
}

/** The leader's crown. */
export function Crown({ size, hollow, struck, dashed }: CrownProps) {
  return (
    <Glyph {...(size === undefined ? {} : { size })}>
      <path
        d={OUTLINE}
        strokeWidth="1.6"
        fill={hollow ? 'none' : 'currentColor'}
        strokeDasharray={dashed ? '2.4 2.6' : undefined}
      />
      {struck && <path d="M1.5 15 14.5 1.5" strokeWidth="2.4" />}
    </Glyph>
  );
}
