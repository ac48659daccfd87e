import { addressOf, type Place } from './useLink';
import type { Site } from './site';

/** What an embedded figure is to look like. */
export interface EmbedLooks {
  readonly as: 'frame' | 'element';
  readonly ui: 'stage' | 'steps' | 'full';
  readonly theme: 'system' | 'light' | 'dark';
  /** Pixels. */
  readonly height: number;
}

/** The address of the figure by itself. What a page does without being asked is left out. */
export function frameAddress({ embed }: Site, place: Place, { ui, theme }: EmbedLooks): string {
  const looks = [ui === 'stage' ? '' : `ui=${ui}`, theme === 'system' ? '' : `theme=${theme}`];
  return addressOf(embed, place, looks.filter(Boolean).join('&'));
}

/**
 * What an author pastes into a page to have the figure there. Without any style: the page around
 * may forbid what stands in one.
 */
export function embedCode(site: Site, place: Place, looks: EmbedLooks): string {
  const { as, height } = looks;
  if (as === 'frame') {
    const address = escaped(frameAddress(site, place, looks));
    return `<iframe
  src="${address}"
  title="Kafka replication, step by step"
  width="100%"
  height="${height}"
  frameborder="0"
  loading="lazy"
></iframe>`;
  }
  const attributes = attributesOf(place, looks).map(([name, value]) => ` ${name}="${value}"`);
  return `<script src="${escaped(site.script)}" defer></script>
<kafka-replication${attributes.join('')} height="${height}">
  <a href="${escaped(addressOf(site.page, place))}">Kafka replication, step by step</a>
</kafka-replication>`;
}

function attributesOf({ moment, run }: Place, { ui, theme }: EmbedLooks) {
  const named = Object.entries(moment ?? {});
  const all: readonly (readonly [string, string | number])[] = [
    ...named,
    ...(run === null ? [] : [['run', run] as const]),
    ['ui', ui],
    ['theme', theme],
  ];
  const usual = ['step 0', 'ui stage', 'theme system'];
  return all.filter(([name, value]) => !usual.includes(`${name} ${value}`));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
