import { Maximize2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { encode } from 'uqr';
import { ModalDialog } from '../dialog/ModalDialog';

/** Characters of the largest code that phones read well from a screen. */
const LINK_MAX = 1_000;
/** Squares a side of a code that is read across a room. */
const FAR_MAX = 57;
/** Empty squares around it, without which it is not found. */
const QUIET = 4;

/** A link as a code that a phone reads, small here and as large as the screen. */
export function QrCode({ address }: { readonly address: string }) {
  const [isLarge, setLarge] = useState(false);
  const isLong = address.length > LINK_MAX;
  const code = useMemo(() => (isLong ? null : encode(address, { border: 0 })), [address, isLong]);
  if (code === null)
    return (
      <p className="shareNote">
        The link is too long for a QR code that phones read well: at most {LINK_MAX} characters.
      </p>
    );
  const isFar = code.size <= FAR_MAX;
  const picture = <QrPicture squares={code.data} />;
  return (
    <div className="qrRow">
      <div className="qrSmall">{picture}</div>
      <div className="qrWords">
        <p className="shareNote">
          {isFar
            ? 'Phones read it across a room when it fills the screen.'
            : 'A long link makes small squares: let it fill the screen, and come near.'}
        </p>
        <button type="button" className="button" onClick={() => setLarge(true)}>
          <Maximize2 size={16} aria-hidden />
          Fill the screen
        </button>
      </div>
      {isLarge && (
        <ModalDialog title="Scan to open this run" onClose={() => setLarge(false)}>
          <div className="qrLarge">{picture}</div>
        </ModalDialog>
      )}
    </div>
  );
}

/** Dark on white in any colours of the page: not all phones read it the other way round. */
function QrPicture({ squares }: { readonly squares: readonly (readonly boolean[])[] }) {
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
