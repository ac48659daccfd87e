import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { contrast, GREYSCALE, VISIONS } from '../../../test/colourVision';
import { shapeOf } from '../history/marksOnAxis';
import * as palette from '../palette';
import type { Mark, MarkTone } from '../transport/markOf';
import { MessageGlyph } from './MessageGlyph';
import { MESSAGE_STROKES, type MessageShape } from './messageStrokes';
import { StandingGlyph, type StandingShape } from './StandingGlyph';
import { StatusGlyph, type StatusShape } from './StatusGlyph';

const STANDINGS: Readonly<Record<StandingShape, true>> = {
  leader: true,
  claimsToLead: true,
  deposed: true,
  inSync: true,
  behind: true,
  eligible: true,
  out: true,
};
const STATUSES: Readonly<Record<StatusShape, true>> = {
  up: true,
  down: true,
  coming: true,
  fenced: true,
  leaving: true,
  stopped: true,
  off: true,
  gone: true,
  empty: true,
  paused: true,
};

describe('what is known by its drawing has one of its own, so that grey tells it apart', () => {
  it('what a replica is', () => {
    expectDistinct(namesOf(STANDINGS).map((shape) => <StandingGlyph key={shape} shape={shape} />));
  });

  it('how a broker is', () => {
    expectDistinct(namesOf(STATUSES).map((shape) => <StatusGlyph key={shape} shape={shape} />));
  });

  it('what a message is', () => {
    const shapes: readonly MessageShape[] = namesOf(MESSAGE_STROKES);
    expectDistinct(shapes.map((shape) => <MessageGlyph key={shape} shape={shape} />));
  });

  it('what broke and what did not, among the ticks of the scrubber', () => {
    const tick = (kind: Mark['kind'], tone: MarkTone) => shapeOf({ ...TICK, kind, tone });
    expect(tick('election', 'failure')).not.toBe(tick('election', 'partition'));
    expect(tick(null, 'failure')).not.toBe(tick(null, 'plain'));
    expect(tick('acknowledged', 'kept')).not.toBe(tick(null, 'plain'));
  });
});

/** What glyphs wear, and what they lie on. */
const LOOKS = {
  light: ofTheme('light'),
  dark: ofTheme('dark'),
  projector: {
    leaders: palette.PROJECTOR.partitions.map(
      (tone, n) => [tone, palette.PROJECTOR.grounds[n] ?? ''] as const,
    ),
    tones: [palette.PROJECTOR.failure, palette.PROJECTOR.promise, palette.PROJECTOR.muted],
    grounds: [palette.SURFACE_TONE.light, palette.PROJECTOR.header, palette.PROJECTOR.page],
  },
};

describe.each(Object.entries(LOOKS))('in the look %s', (_name, { leaders, tones, grounds }) => {
  it.each([...Object.keys(VISIONS), GREYSCALE])('every drawing is seen under %s', (vision) => {
    const pairs = [
      ...leaders,
      ...[...tones, ...leaders.map(([tone]) => tone)].flatMap((tone) =>
        grounds.map((ground) => [tone, ground] as const),
      ),
    ];
    // WCAG 2.2, 1.4.11.
    expect(pairs.filter(([tone, ground]) => contrast(tone, ground, vision) < 3)).toEqual([]);
  });
});

const TICK: Mark = { text: '', weight: 1, tone: 'plain', partition: null, kind: null };

function ofTheme(theme: 'light' | 'dark') {
  const of = (tones: readonly palette.Tone[]) => tones.map((tone) => tone[theme]);
  const grounds = of(palette.GROUND_TONES);
  return {
    leaders: of(palette.PARTITION_TONES).map((tone, n) => [tone, grounds[n] ?? ''] as const),
    tones: of([palette.FAILURE_TONE, palette.PROMISE_TONE, palette.INK_TONE, palette.MUTED_TONE]),
    grounds: of([palette.SURFACE_TONE, palette.HEADER_TONE, palette.PAGE_TONE]),
  };
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  const isName = (key: string): key is Name => key in table;
  return Object.keys(table).filter(isName);
}

function expectDistinct(glyphs: readonly ReactElement[]): void {
  const drawings = glyphs.map((glyph) => render(glyph).container.innerHTML);
  expect(new Set(drawings).size).toBe(glyphs.length);
}
