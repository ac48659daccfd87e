import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, deltaE2000, labOf, linear, through, VISIONS } from '../../test/colourVision';
import * as palette from './palette';

type Theme = 'light' | 'dark';

const THEMES: readonly Theme[] = ['light', 'dark'];
const DIFFERENCE_MIN = 10;
const CONTRAST_MIN = 4.5;

const MEANINGS: Readonly<Record<string, palette.Tone>> = {
  ...Object.fromEntries(palette.PARTITION_TONES.map((tone, n) => [`partition ${n}`, tone])),
  failure: palette.FAILURE_TONE,
  promise: palette.PROMISE_TONE,
};

const SURFACES = [palette.SURFACE_TONE, palette.HEADER_TONE, palette.PAGE_TONE];

describe.each(THEMES)('in the %s theme', (theme) => {
  it.each(Object.keys(VISIONS))('any two meanings stay ten apart under %s', (vision) => {
    const seen = Object.entries(MEANINGS).map(([name, tone]) => ({
      name,
      lab: labOf(through(vision, linear(tone[theme]))),
    }));
    const tooNear = seen.flatMap((a, at) =>
      seen
        .slice(at + 1)
        .map((b) => ({ pair: `${a.name} and ${b.name}`, apart: deltaE2000(a.lab, b.lab) }))
        .filter(({ apart }) => apart < DIFFERENCE_MIN),
    );
    expect(tooNear).toEqual([]);
  });

  it.each(Object.entries(MEANINGS))('%s is legible as text and under text', (_name, tones) => {
    const tone = tones[theme];
    const grounds = palette.PARTITION_TONES.flatMap((each, n) =>
      each[theme] === tone ? (palette.GROUND_TONES[n] ?? []) : [],
    );
    expect(illegibleOn([...SURFACES, ...grounds], tone, theme)).toEqual([]);
    expect(contrast(tone, palette.ON_FILL_TONE[theme])).toBeGreaterThanOrEqual(CONTRAST_MIN);
  });

  it('ink and muted words are legible on every ground', () => {
    const grounds = [...SURFACES, ...palette.GROUND_TONES];
    for (const tone of [palette.INK_TONE, palette.MUTED_TONE])
      expect(illegibleOn(grounds, tone[theme], theme)).toEqual([]);
  });
});

describe('on a projector', () => {
  const { partitions, grounds, failure, promise, muted, accent, header, page } = palette.PROJECTOR;
  const surfaces = [palette.SURFACE_TONE.light, header, page];
  const tones = { failure, promise, ...Object.fromEntries(partitions.map((tone, n) => [n, tone])) };
  const under7 = (text: string, on: readonly string[]) => on.filter((c) => contrast(text, c) < 7);

  it.each(Object.keys(VISIONS))('any two meanings stay ten apart under %s', (vision) => {
    const seen = Object.values(tones).map((tone) => labOf(through(vision, linear(tone))));
    const apart = seen.flatMap((a, at) => seen.slice(at + 1).map((b) => deltaE2000(a, b)));
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(DIFFERENCE_MIN);
  });

  it('text has a contrast of 7:1, and so has text on a filled ground', () => {
    for (const tone of Object.values(tones)) {
      expect(under7(tone, surfaces)).toEqual([]);
      expect(under7(tone, [palette.ON_FILL_TONE.light])).toEqual([]);
    }
    partitions.forEach((tone, n) => expect(under7(tone, [grounds[n] ?? ''])).toEqual([]));
    for (const words of [palette.INK_TONE.light, muted, accent])
      expect(under7(words, [...surfaces, ...grounds])).toEqual([]);
  });

  it('the style sheet gives these very colours to the page', () => {
    const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');
    const [, profile = ''] = css.split("[data-profile='projector'] {");
    const tokens = {
      ...Object.fromEntries(partitions.map((tone, n) => [`partition-${n}`, tone])),
      ...Object.fromEntries(grounds.map((tone, n) => [`ground-${n}`, tone])),
      failure,
      promise,
      muted,
      accent,
      header,
      page,
    };
    for (const [name, tone] of Object.entries(tokens))
      expect(profile).toContain(`--${name}: ${tone};`);
  });
});

it('gives no two of twelve partitions the same look', () => {
  const looks = Array.from({ length: 12 }, (_, n) => JSON.stringify(palette.partitionLook(n)));
  expect(new Set(looks).size).toBe(12);
});

it('has the very colours that the style sheet gives to the page', () => {
  const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');
  const tokens = {
    ...Object.fromEntries(palette.PARTITION_TONES.map((tone, n) => [`partition-${n}`, tone])),
    ...Object.fromEntries(palette.GROUND_TONES.map((tone, n) => [`ground-${n}`, tone])),
    failure: palette.FAILURE_TONE,
    promise: palette.PROMISE_TONE,
    ink: palette.INK_TONE,
    muted: palette.MUTED_TONE,
    surface: palette.SURFACE_TONE,
    header: palette.HEADER_TONE,
    page: palette.PAGE_TONE,
    'on-fill': palette.ON_FILL_TONE,
  };
  for (const [name, { light, dark }] of Object.entries(tokens))
    expect(css).toContain(`--${name}: light-dark(${light}, ${dark});`);
});

function illegibleOn(grounds: readonly palette.Tone[], text: string, theme: Theme) {
  const colours = grounds.map((ground) => ground[theme]);
  return colours.filter((colour) => contrast(text, colour) < CONTRAST_MIN);
}
