import { QR_MAX, QrPicture } from '../../share/QrPicture';

interface HandoutHeadProps {
  readonly title: string;
  readonly about: string;
  /** How one opens it again, before the address. */
  readonly reopen: string;
  /** The address that opens it again; null where nobody else can reach it. */
  readonly address: string | null;
}

/** What it is, and how it is opened again: by a phone, or by its address. */
export function HandoutHead({ title, about, reopen, address }: HandoutHeadProps) {
  return (
    <header className="handoutHead">
      <div>
        <h1>{title}</h1>
        <p className="handoutAbout">{about}</p>
        {address !== null && (
          <p className="handoutLink">
            {reopen} <a href={address}>{address.replace(/#.*/, '')}</a>
          </p>
        )}
      </div>
      {address !== null && address.length <= QR_MAX && <QrPicture address={address} />}
    </header>
  );
}
