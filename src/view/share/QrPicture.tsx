import { useMemo } from 'react';
import { encode } from 'uqr';

/** Characters of the largest code that phones read well. */
export const QR_MAX = 1_000;

/** Empty squares around it, without which it is not found. */
const QUIET = 4;

/** A link as a code. Dark on white in any colours of the page: not all phones read another. */
export function QrPicture({ address }: { readonly address: string }) {
  const squares = useMemo(() => squaresOf(address), [address]);
  const side = squares.length + 2 * QUIET;
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${side} ${side}`}
      // An <img> would need an address, which is refused where only the site may be asked.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label="QR code of the link"
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} />
      <path d={pathOf(squares)} />
    </svg>
  );
}

/** The code of a link, row by row: which squares are dark. */
export function squaresOf(address: string): readonly (readonly boolean[])[] {
  return encode(address, { border: 0 }).data;
}

/** One bar for each run of dark squares in a row. */
function pathOf(squares: readonly (readonly boolean[])[]): string {
  return squares
    .flatMap((row, y) => {
      const line = row.map((isDark) => (isDark ? '1' : '0')).join('');
      return [...line.matchAll(/1+/g)].map(({ index, 0: { length } }) => {
        return `M${index + QUIET} ${y + QUIET}h${length}v1h-${length}z`;
      });
    })
    .join('');
}
