/** A piece of a sentence: plain, or a word of the glossary. */
export interface Piece {
  /** Where it begins in the sentence. */
  readonly at: number;
  readonly text: string;
  /** Id of the word, null for plain text. */
  readonly term: string | null;
}

/** The pieces of a sentence in which `[text|term]` marks a word of the glossary. */
export function piecesOf(sentence: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of sentence.matchAll(/\[([^|\]]+)\|([^\]]+)\]/g)) {
    const [whole, text = '', term = ''] = found;
    if (found.index > end)
      pieces.push({ at: end, text: sentence.slice(end, found.index), term: null });
    pieces.push({ at: found.index, text, term });
    end = found.index + whole.length;
  }
  if (end < sentence.length) pieces.push({ at: end, text: sentence.slice(end), term: null });
  return pieces;
}

/** A sentence without the marks of the glossary. */
export function plain(sentence: string): string {
  return piecesOf(sentence)
    .map(({ text }) => text)
    .join('')
    .trim();
}
