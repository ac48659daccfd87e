import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { gifComment } from './gifText';
import { scenarioInFile } from './scenarioInFile';
import { svgMetadata } from './svgText';
import { effort } from '../../../test/properties/effort';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const svgWith = (inside: string) =>
  bytesOf(
    `<svg xmlns="http://www.w3.org/2000/svg"><title>A</title>${inside}<path d="M0 0"/></svg>`,
  );

/** One black point of one colour table, behind a comment and before another. */
function gifWith(...parts: readonly Uint8Array[]): Uint8Array {
  const head = [...bytesOf('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  const picture = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  return Uint8Array.from([...head, ...picture, ...parts.flatMap((part) => [...part]), 0x3b]);
}

it('reads an SVG, whose markup cannot end what it carries', () => {
  expect(scenarioInFile(svgWith(svgMetadata('1.abc')))).toBe('1.abc');
  expect(scenarioInFile(svgWith(svgMetadata('a</metadata><b>&amp;')))).toBe('a</metadata><b>&amp;');
});

it('reads a GIF whose run is longer than one block', () => {
  const run = '0123456789'.repeat(70);
  expect(scenarioInFile(gifWith(gifComment(run)))).toBe(run);
});

it('passes over what others wrote into a GIF', () => {
  const comment = Uint8Array.from([0x21, 0xfe, 2, 104, 105, 0]);
  const loop = Uint8Array.from([0x21, 0xff, 3, 1, 0, 0, 0]);
  expect(scenarioInFile(gifWith(loop, comment, gifComment('1.abc')))).toBe('1.abc');
});

it('finds nothing in files that carry nothing', () => {
  for (const text of ['', '{}', '<svg><metadata>x</metadata></svg>', 'GIF89a', 'plain words']) {
    expect(scenarioInFile(bytesOf(text))).toBeNull();
  }
  expect(scenarioInFile(gifWith())).toBeNull();
});

it('never fails, and carries on from any text, whatever bytes there are', () => {
  const starts = [[], [...bytesOf('GIF89a')], [137, 80, 78, 71, 13, 10, 26, 10]];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      expect(() => scenarioInFile(Uint8Array.from([...start, ...rest]))).not.toThrow();
    }),
    effort(100, 1_000),
  );
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
      expect(scenarioInFile(svgWith(svgMetadata(text)))).toBe(text);
      expect(scenarioInFile(gifWith(gifComment(text)))).toBe(text);
    }),
    effort(100, 1_000),
  );
});
