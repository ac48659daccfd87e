import { clamp } from './geometry';
import { fontSize, lineHeight, textWidth } from './typeScale';

/** How much a replica's row can say: three lines, two or one. */
export type RowKind = 'full' | 'slim' | 'compact';

/** One line of text within a row. Right-aligned lines end at the row's padding. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly font: number;
}

export interface CellsLayout {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** How many fit side by side. */
  readonly count: number;
  readonly font: number;
  /** Room for saying that records are left out: `… n earlier`, `…n`, or `…`. */
  readonly earlierWidth: number;
  readonly earlierWords: Words;
  /** How far the high watermark's flag hangs below the cells. */
  readonly flagDrop: number;
}

export type Words = 'long' | 'short' | 'none';

export interface RowLayout {
  readonly kind: RowKind;
  readonly width: number;
  readonly height: number;
  readonly padding: number;
  /** Glyph, name and role; a name that is too long ends in an ellipsis. */
  readonly head: Line;
  /** Side of the glyph before the name. */
  readonly glyph: number;
  readonly roleFont: number;
  readonly roleWords: Words;
  /** Null where not even a few cells have room: numbers alone say it. */
  readonly cells: CellsLayout | null;
  readonly numbers: Line;
  /** `long`: high watermark 5 … end 6 · epoch 4; `short`: a flag for two words; `none`: 5/6. */
  readonly numberWords: Words;
}

export interface RowRequest {
  readonly width: number;
  readonly height: number;
  /** Characters of the longest partition name. */
  readonly nameLength: number;
  readonly offsetDigits: number;
  /** No text is smaller, in CSS pixels. */
  readonly fontMin: number;
}

export const ROW_HEIGHT: Readonly<Record<RowKind, { readonly min: number; readonly max: number }>> =
  { full: { min: 84, max: 160 }, slim: { min: 54, max: 83 }, compact: { min: 28, max: 34 } };

/** Size of the target picture's row, for which all sizes below are given. */
const TARGET = { width: 286, height: 112 };
const LONGEST_ROLE = 'follower · catching up';
const LONGEST_SHORT_ROLE = 'still in ISR';
const CELLS_MIN = 4;

/** What stands where within a row of this size. */
export function rowLayout(kind: RowKind, request: RowRequest): RowLayout {
  switch (kind) {
    case 'full':
      return fullRow(request);
    case 'slim':
      return slimRow(request);
    case 'compact':
      return compactRow(request);
    default:
      return kind satisfies never;
  }
}

function fullRow(request: RowRequest): RowLayout {
  const { width, height, fontMin } = request;
  const scale = clamp(Math.min(height / TARGET.height, width / TARGET.width), 0.7, 1.45);
  const padding = Math.round(clamp(14 * scale, 8, 18));
  const font = fontSize(13, scale, fontMin);
  const nameFont = fontSize(16, scale, fontMin);
  const cellHeight = Math.round(clamp(31 * scale, 22, 44));
  const flagDrop = Math.round(clamp(15 * scale, 9, 20));
  const inner = width - 2 * padding;
  const used = lineHeight(nameFont) + cellHeight + flagDrop + lineHeight(font);
  const space = Math.floor((height - used) / 4);
  const cellsY = 2 * space + lineHeight(nameFont);
  return {
    kind: 'full',
    width,
    height,
    padding,
    ...headLine(request, line(padding, space, inner, nameFont), font),
    cells: cellsWithin(request, line(padding, cellsY, inner, font), cellHeight, flagDrop),
    numbers: line(padding, height - space - lineHeight(font), inner, font),
    numberWords: wordsThatFit(request, inner, font),
  };
}

function slimRow(request: RowRequest): RowLayout {
  const { width, height, offsetDigits, fontMin } = request;
  const scale = clamp(height / 72, 0.8, 1.1);
  const padding = Math.round(clamp(width * 0.045, 6, 12));
  const font = fontSize(12.5, scale, fontMin);
  const inner = width - 2 * padding;
  const pair = pairWidth(request, font);
  const cellHeight = Math.round(clamp(24 * scale, 20, 27));
  const wanted = fontSize(14, scale, fontMin);
  // A name is smaller before it is cut off, and sooner than that the cells alone tell the numbers.
  const named = (size: number) => 1.2 * size + 8 + textWidth(request.nameLength, size, 'mono');
  const nameFont = named(wanted) > inner - pair - 8 ? fontMin : wanted;
  const space = Math.floor((height - lineHeight(nameFont) - cellHeight - 8) / 3);
  const cellsY = 2 * space + lineHeight(nameFont);
  const head = headLine(request, line(padding, space, inner, nameFont), font);
  const wordy = textWidth('end · epoch 4'.length + 2 * offsetDigits + 2, font) + 16;
  const beside = inner >= wordy + 8 + 6 * 28;
  // Where the role is a glyph alone, the numbers take its place on the first line.
  const above = !beside && head.roleWords === 'none';
  const cellsWidth = above ? inner : inner - (beside ? wordy : pair) - 8;
  const room = line(padding, cellsY, cellsWidth, font);
  const cells = cellsWithin(request, room, cellHeight, 8);
  const isAlone = above && cells !== null && named(nameFont) > inner - pair - 8;
  const numbersWidth = isAlone ? 0 : beside ? wordy : pair;
  const numbersY = above
    ? space + (lineHeight(nameFont) - lineHeight(font)) / 2
    : cellsY + (cellHeight - lineHeight(font)) / 2;
  return {
    kind: 'slim',
    width,
    height,
    padding,
    ...head,
    head: above && !isAlone ? { ...head.head, width: inner - pair - 8 } : head.head,
    cells,
    numbers: line(padding + inner - numbersWidth, numbersY, numbersWidth, font),
    numberWords: beside ? 'short' : 'none',
  };
}

/** Where a row is narrower, name and numbers have no room beside each other. */
export function oneLine(request: Omit<RowRequest, 'height'>, font: number): number {
  const sides = 2 * rowPadding(request) + 21;
  return sides + textWidth(request.nameLength, font, 'mono') + pairWidth(request, font);
}

/** What is docked at its edges covers no number. */
function rowPadding({ width, fontMin }: Pick<RowRequest, 'width' | 'fontMin'>): number {
  return Math.round(clamp(width * 0.04, 0.42 * fontMin, 12));
}

/** A compact row as high as this has its cells on a line of their own. */
export function twoLines(fontMin: number) {
  const words = lineHeight(fontMin);
  return { min: words + 19, max: words + 30 };
}

/** Glyph and name, then cells or the role in words where they have room, then numbers. */
function compactRow(request: RowRequest): RowLayout {
  const { width, height, nameLength, offsetDigits, fontMin } = request;
  const padding = rowPadding(request);
  const wanted = fontSize(12.5, clamp(height / 30, 0.9, 1.1), fontMin);
  const font = oneLine(request, wanted) > width ? fontMin : wanted;
  const isCut = oneLine(request, font) > width;
  const inner = width - 2 * padding;
  const middle = Math.floor((height - lineHeight(font)) / 2);
  const pair = pairWidth(request, font);
  const wordy = textWidth('end'.length + 2 * offsetDigits + 2, font) + 22;
  const named = 22 + textWidth(nameLength, font, 'mono');
  // Cells say more than words: words come where cells have room all the same, or none at all.
  const free = inner - named - 8 - wordy;
  const cellsAnyway = free >= 8 * 23 || inner - named - pair - 16 < CELLS_MIN * 23;
  const numberWords: Words = free >= 0 && cellsAnyway ? 'short' : 'none';
  const numbersWidth = numberWords === 'short' ? wordy : pair;
  const left = inner - numbersWidth - 5;
  const cellHeight = Math.min(22, height - 8);
  const drop = Math.floor((height - cellHeight) / 2) - 2;
  const cellsY = (height - cellHeight) / 2 - 1;
  const room = line(padding + named + 8, cellsY, left - named - 8, font);
  const cells = cellsWithin(request, room, cellHeight, drop);
  if (cells === null && height >= (isCut ? 2 * lineHeight(fontMin) : twoLines(fontMin).min))
    return twoLineRow(request, padding);
  const words = cells === null && left - named - 8 >= roleNeed('short', font);
  return {
    kind: 'compact',
    width,
    height,
    padding,
    head: line(padding, middle, cells ? named : isCut ? left + 3 : left, font),
    glyph: 14,
    roleFont: font,
    roleWords: words ? 'short' : 'none',
    cells,
    numbers: line(width - padding - numbersWidth, middle, numbersWidth, font),
    numberWords,
  };
}

/** Glyph, name and numbers; below them the cells, which would have no room beside them. */
function twoLineRow(request: RowRequest, padding: number): RowLayout {
  const { width, height, nameLength, offsetDigits, fontMin: font } = request;
  const inner = width - 2 * padding;
  const words = lineHeight(font);
  const wordy = textWidth('end'.length + 2 * offsetDigits + 2, font) + 22;
  const pair = pairWidth(request, font);
  const free = inner - 16 - textWidth(nameLength, font, 'mono') - 5;
  const isWordy = wordy + 9 <= free;
  const cellHeight = Math.min(18, height - words - 4);
  const space = Math.floor((height - words - cellHeight) / 3);
  const cellsY = 2 * space + words;
  const drop = height - cellsY - cellHeight - 2;
  const room = line(padding, cellsY, inner, font);
  const cells = cellHeight < 15 ? null : cellsWithin(request, room, cellHeight, drop);
  // Without room for both the name comes first: cells tell the numbers, or these stand below.
  const isBelow = pair > free && cells === null;
  const numbersWidth = isWordy ? wordy : pair > free && cells ? 0 : pair;
  const numbersY = isBelow ? height - words : space;
  return {
    kind: 'compact',
    width,
    height,
    padding,
    head: line(padding, isBelow ? 0 : space, isBelow ? inner : inner - numbersWidth - 5, font),
    glyph: 14,
    roleFont: font,
    roleWords: 'none',
    cells,
    numbers: line(width - padding - numbersWidth, numbersY, numbersWidth, font),
    numberWords: isWordy ? 'short' : 'none',
  };
}

function headLine(
  { nameLength }: RowRequest,
  head: Line,
  font: number,
): Pick<RowLayout, 'head' | 'glyph' | 'roleFont' | 'roleWords'> {
  const name = textWidth(nameLength, head.font, 'mono') + 8;
  const glyph = Math.round(head.font * 1.15);
  const fits = (words: Words) => name + roleNeed(words, font) <= head.width;
  // Under pressure the name gives way, with an ellipsis, before the role loses its words.
  const shortest = glyph + 46 + roleNeed('short', font) <= head.width ? 'short' : 'none';
  return { head, glyph, roleFont: font, roleWords: fits('long') ? 'long' : shortest };
}

function roleNeed(words: Words, font: number): number {
  return textWidth(words === 'long' ? LONGEST_ROLE : LONGEST_SHORT_ROLE, font);
}

function pairWidth({ offsetDigits }: Pick<RowRequest, 'offsetDigits'>, font: number): number {
  return textWidth(2 * offsetDigits + 1, font, 'mono');
}

/** As many cells as fit on a line, of the given height. */
function cellsWithin(
  { offsetDigits }: RowRequest,
  room: Line,
  height: number,
  flagDrop: number,
): CellsLayout | null {
  const { x, y, font } = room;
  const gap = height >= 26 ? 4 : 3;
  const wanted = Math.max(height * 0.88, textWidth(offsetDigits, font, 'mono') + 5);
  const count = Math.floor((room.width + gap) / (wanted + gap));
  if (count < CELLS_MIN) return null;
  const share = (room.width + gap) / count - gap;
  const width = Math.floor(Math.min(wanted * 1.25, share) * 2) / 2;
  const long = textWidth('… 9 earlier'.length + offsetDigits - 1, font);
  // Three dots in one are as wide as the type is high; before the first cell stands the flag.
  const short = font + textWidth(offsetDigits, font, 'mono') + 2;
  const earlier: Pick<CellsLayout, 'earlierWidth' | 'earlierWords'> =
    long <= (count / 2.6) * (width + gap)
      ? { earlierWidth: long, earlierWords: 'long' }
      : short <= width + gap
        ? { earlierWidth: short, earlierWords: 'short' }
        : // The first cell's offset says how many they are.
          { earlierWidth: font, earlierWords: 'none' };
  return { x, y, width, height, gap, count, font, ...earlier, flagDrop };
}

function wordsThatFit({ offsetDigits }: RowRequest, room: number, font: number): Words {
  const ends = textWidth('end  · epoch 9'.length + offsetDigits, font);
  const long = textWidth('high watermark '.length + offsetDigits, font, 'strong') + 8 + ends;
  return long <= room ? 'long' : 'short';
}

function line(x: number, y: number, width: number, font: number): Line {
  return { x, y, width, height: lineHeight(font), font };
}
