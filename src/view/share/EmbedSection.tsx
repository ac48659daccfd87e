import { useState } from 'react';
import { Choice } from '../take/Choice';
import { CopyField } from './CopyField';
import { embedCode, type EmbedLooks, frameAddress } from './embedCode';
import type { Site } from './site';
import { useLink } from './useLink';

const KINDS = [
  { value: 'frame', says: 'a frame (iframe)' },
  { value: 'element', says: 'an element' },
] as const;
const UIS = [
  { value: 'stage', says: 'stage and playback' },
  { value: 'steps', says: 'stage, back, next' },
  { value: 'full', says: 'the whole page' },
] as const;
const THEMES = [
  { value: 'system', says: 'as the page around' },
  { value: 'light', says: 'light' },
  { value: 'dark', says: 'dark' },
] as const;
const HEIGHTS = [360, 480, 600, 720].map((value) => ({ value, says: `${value} pixels` }));

const AT_FIRST: EmbedLooks = { as: 'frame', ui: 'stage', theme: 'system', height: 480 };

/** What an author pastes into a page of their own, and what it will look like. */
export function EmbedSection({ site }: { readonly site: Site }) {
  return (
    <section className="settingsGroup" aria-labelledby="shareEmbed">
      <h3 id="shareEmbed">In a page of your own</h3>
      {site.isFile ? (
        <p className="shareNote">
          This page was opened as a single file, so there is nothing beside it that another page
          could show. Open it from a web site to get the code.
        </p>
      ) : (
        <EmbedForm site={site} />
      )}
    </section>
  );
}

function EmbedForm({ site }: { readonly site: Site }) {
  const [looks, setLooks] = useState(AT_FIRST);
  const [isSeen, setSeen] = useState(false);
  const made = useLink('moment');
  const change = (changed: Partial<EmbedLooks>) => setLooks({ ...looks, ...changed });
  if (made === null) return null;
  if ('because' in made) return <p className="shareNote">{made.because}</p>;
  const address = frameAddress(site, made.place, looks);
  return (
    <>
      <Choice label="As" value={looks.as} choices={KINDS} onChange={(as) => change({ as })} />
      <Choice label="Shows" value={looks.ui} choices={UIS} onChange={(ui) => change({ ui })} />
      <Choice
        label="Colours"
        value={looks.theme}
        choices={THEMES}
        onChange={(theme) => change({ theme })}
      />
      <Choice
        label="Height"
        value={looks.height}
        choices={HEIGHTS}
        onChange={(height) => change({ height })}
      />
      <CopyField label="Code" text={embedCode(site, made.place, looks)} rows={6}>
        Shows this moment
      </CopyField>
      <button
        type="button"
        className="button"
        aria-expanded={isSeen}
        onClick={() => setSeen(!isSeen)}
      >
        {isSeen ? 'Hide the preview' : 'Show the preview'}
      </button>
      {isSeen && (
        // It is this very site, as it will be in the other page.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        <iframe
          // What is behind `#` alone would not load it anew.
          key={address}
          className="embedPreview"
          src={address}
          title="Preview of the embedded figure"
          height={looks.height}
        />
      )}
    </>
  );
}
