import { Maximize2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ModalDialog } from '../dialog/ModalDialog';
import { QR_MAX, QrPicture, squaresOf } from './QrPicture';

/** Squares a side of a code that is read across a room. */
const FAR_MAX = 57;

/** A link as a code that a phone reads, small here and as large as the screen. */
export function QrCode({ address }: { readonly address: string }) {
  const [isLarge, setLarge] = useState(false);
  const isLong = address.length > QR_MAX;
  const isFar = useMemo(() => !isLong && squaresOf(address).length <= FAR_MAX, [address, isLong]);
  if (isLong)
    return (
      <p className="shareNote">
        The link is too long for a QR code that phones read well: at most {QR_MAX} characters.
      </p>
    );
  const picture = <QrPicture address={address} />;
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
