import type { CardKind, CardsLayout } from '../layout/stageLayout';
import { textWidth } from '../layout/typeScale';

/** What the button of the steady load shows; where it has no room there is none. */
export type LoadLabel = 'both' | 'word' | 'icon' | 'none';

/** Room that it takes beside Produce, in CSS pixels of a card of the usual size. */
const LOADS: readonly (readonly [LoadLabel, number])[] = [
  ['both', 102],
  ['word', 56],
  ['icon', 38],
  ['none', 0],
];
/** Where the buttons are under the name, what they need for both. */
const BOTH_ROOM = 106;
const PRODUCE_PADDING = 20;

export interface FittedButtons {
  readonly load: LoadLabel;
  /** Beside the name not even Produce has room: it stands beside the last line. */
  readonly isBelow: boolean;
  /** What they take of the line that they stand beside, in CSS pixels. */
  readonly width: number;
}

/**
 * The most that buttons can say beside a name.
 *
 * @param inner width of the card within its padding, in CSS pixels
 */
export function fitButtons(
  kind: CardKind,
  inner: number,
  { font, titleFont, unit }: Pick<CardsLayout, 'font' | 'titleFont' | 'unit'>,
  name: string,
): FittedButtons {
  if (kind === 'tall' || kind === 'narrow')
    return { load: inner < BOTH_ROOM * unit ? 'none' : 'icon', isBelow: false, width: 0 };
  const isFull = kind === 'full';
  const produce = boldWidth('Produce', Math.max(isFull ? 15 : 14, font)) + PRODUCE_PADDING;
  const free = inner - boldWidth(name, titleFont) - produce;
  // The line below the name stands beside them, too.
  const line = isFull ? inner - textWidth('acks=all', font, 'mono') - produce : free;
  const [load = 'none', room = 0] =
    LOADS.slice(isFull ? 0 : 2).find(([, each]) => each * unit <= Math.min(free, line)) ?? [];
  return { load, isBelow: free < 0, width: produce + room * unit };
}

/** Of a word in a wide face. */
export function boldWidth(word: string, font: number): number {
  return 1.1 * textWidth(word, font, 'strong');
}
