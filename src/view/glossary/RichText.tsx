import type { Words } from '../../lessons/words/words';
import { piecesOf } from './pieces';
import { Term } from './Term';

interface RichTextProps {
  readonly text: string;
  readonly terms: Words['terms'];
}

/** A sentence in which the words of the glossary can be asked what they mean. */
export function RichText({ text, terms }: RichTextProps) {
  return piecesOf(text).map(({ at, text: said, term }) => {
    const meant = term === null ? undefined : terms[term];
    if (term === null || !meant) return <span key={at}>{said}</span>;
    return (
      <Term key={at} id={term} words={meant}>
        {said}
      </Term>
    );
  });
}
