import { Glyph, type GlyphProps } from './Glyph';

export type StatusShape =
  'up' | 'down' | 'coming' | 'fenced' | 'leaving' | 'stopped' | 'off' | 'gone' | 'empty' | 'paused';

interface StatusGlyphProps extends GlyphProps {
  readonly shape: StatusShape;
}

/** How a broker is: each state has a shape of its own, so that grey tells them apart. */
export function StatusGlyph({ shape, size }: StatusGlyphProps) {
  const sized = size === undefined ? {} : { size };
  return (
    <Glyph {...sized}>
      {(shape === 'coming' || shape === 'fenced') && <circle cx="8" cy="8" r="5.4" />}
      <path
        d={PATHS[shape]}
        strokeWidth={shape === 'down' ? 2.6 : 2}
        fill={FILLED.includes(shape) ? 'currentColor' : 'none'}
        strokeDasharray={shape === 'gone' ? '2.4 3.6' : undefined}
      />
    </Glyph>
  );
}

const FILLED: readonly StatusShape[] = ['up', 'coming', 'stopped'];

const PATHS: Readonly<Record<StatusShape, string>> = {
  /** A disc, a cross, half a disc, a barred ring. */
  up: 'M8 4a4 4 0 0 1 0 8 4 4 0 0 1 0-8Z',
  down: 'M3 3 13 13M13 3 3 13',
  coming: 'M8 4a4 4 0 0 1 0 8Z',
  fenced: 'M5 8h6',
  /** An arrow out of the door. */
  leaving: 'M8 3H3v10h5M7 8h7M11 5l3 3-3 3',
  stopped: 'M4 4h8v8H4Z',
  /** The sign on a switch. */
  off: 'M8 2v6M4.5 4.5a5 5 0 1 0 7 0',
  /** The outline of a box that is not there. */
  gone: 'M3 3h10v10H3Z',
  empty: 'M3 3h10v10H3Z',
  paused: 'M5.5 3.5v9M10.5 3.5v9',
};
