import { useState } from 'react';
import { CopyField } from './CopyField';
import { QrCode } from './QrCode';
import type { Site } from './site';
import { addressOf, type From, useLink } from './useLink';

const FROMS = [
  ['moment', 'To this moment'],
  ['start', 'From the start'],
] as const;

/** Some programs for mail and chat cut off what is longer. */
const CUT_OFF_AT = 2_000;

/** The link to what is shown, to be copied, and as a code for the phones of a room. */
export function LinkSection({ site }: { readonly site: Site }) {
  const [from, setFrom] = useState<From>('moment');
  const made = useLink(from);
  const address = made && 'place' in made ? addressOf(site.page, made.place) : null;
  return (
    <section className="settingsGroup" aria-labelledby="shareLink">
      <h3 id="shareLink">Link</h3>
      <fieldset className="shareChoices">
        <legend className="visuallyHidden">Where the link leads</legend>
        {FROMS.map(([value, says]) => (
          <label key={value} className="shareChoice">
            <input
              type="radio"
              name="shareFrom"
              checked={from === value}
              onChange={() => setFrom(value)}
            />
            {says}
          </label>
        ))}
      </fieldset>
      {made && 'because' in made && <p className="shareNote">{made.because}</p>}
      {address !== null && (
        <>
          <CopyField label="Link" text={address} rows={4}>
            {lengthOf(address)}
          </CopyField>
          {site.isLocal && (
            <p className="shareNote">
              This address is on your own computer: nobody else can open it. Publish the page first.
            </p>
          )}
          <QrCode address={address} />
        </>
      )}
    </section>
  );
}

function lengthOf({ length }: string): string {
  if (length <= CUT_OFF_AT) return `${length} characters`;
  return `${length} characters: some mail and chat programs cut it off. Save the scenario file.`;
}
