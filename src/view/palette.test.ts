import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as palette from './palette';

type Theme = 'light' | 'dark';
type Triple = readonly [number, number, number];

const THEMES: readonly Theme[] = ['light', 'dark'];
const DIFFERENCE_MIN = 10;
const CONTRAST_MIN = 4.5;

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const VISIONS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  'full colour': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

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

function channels(hex: string): Triple {
  const at = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
}

function linear(hex: string): Triple {
  const straight = (value: number) =>
    value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const [r, g, b] = channels(hex);
  return [straight(r), straight(g), straight(b)];
}

function through(vision: string, [r, g, b]: Triple): Triple {
  const [x, y, z] = (VISIONS[vision] ?? []).map(([u, v, w]) =>
    Math.min(1, Math.max(0, u * r + v * g + w * b)),
  );
  return [x ?? 0, y ?? 0, z ?? 0];
}

function luminance([r, g, b]: Triple): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [one, two] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

function labOf([r, g, b]: Triple): Triple {
  const bend = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = bend((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = bend(luminance([r, g, b]));
  const z = bend((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 (Sharma, Wu and Dalal 2005), weights 1. */
function deltaE2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot(a1 * (1 + g), b1), Math.hypot(a2 * (1 + g), b2)];
  const [h1, h2] = [hue(a1 * (1 + g), b1), hue(a2 * (1 + g), b2)];
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  const far = Math.abs(h1 - h2) > 180;
  const h = c1 * c2 === 0 ? h1 + h2 : ((h1 + h2 + (far ? 360 : 0)) / 2) % 360;
  const dh = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const dl = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const dc = (c2 - c1) / (1 + 0.045 * c);
  const t =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63));
  const dH = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(dh) / 2)) / (1 + 0.015 * c * t);
  const turn = 30 * Math.exp(-(((h - 275) / 25) ** 2));
  const rt = -Math.sin(radians(2 * turn)) * 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  return Math.sqrt(dl ** 2 + dc ** 2 + dH ** 2 + rt * dc * dH);
}

function hue(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
