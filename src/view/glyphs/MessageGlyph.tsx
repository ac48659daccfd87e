import { Glyph, type GlyphProps } from './Glyph';
import { MESSAGE_STROKES, type MessageShape } from './messageStrokes';

interface MessageGlyphProps extends GlyphProps {
  readonly shape: MessageShape;
}

export function MessageGlyph({ shape, size = 16 }: MessageGlyphProps) {
  return (
    <Glyph size={size}>
      {MESSAGE_STROKES[shape].map(({ path, width, filled }) => (
        <path key={path} d={path} strokeWidth={width} {...(filled && { fill: 'currentColor' })} />
      ))}
    </Glyph>
  );
}
