import { CircleX, Info } from 'lucide-react';
import { createContext, use, useState } from 'react';
import type { AdviceId } from '../../sim/advice';
import { useSay } from '../voice/Voiced';

/** Shows what comes of it when an advice is not taken. */
export const ShowScene = createContext<(scene: AdviceId) => void>(() => {});

/** What is said beside a field: why it is refused, or what it will lead to. */
export interface FieldNote {
  readonly type: 'refused' | 'advice';
  /** Kafka's name of the error, where it has one. */
  readonly error: string | null;
  readonly because: string;
  /** The scene that shows what comes of it. */
  readonly scene?: AdviceId | null;
}

interface NotesProps {
  readonly id: string;
  readonly notes: readonly FieldNote[];
}

export function Notes({ id, notes }: NotesProps) {
  const text = notes.map(({ because }) => because).join(' ');
  // What was there from the start describes its field; only what is new has to be said.
  const [first] = useState(text);
  useSay(text === first ? '' : text);
  return (
    <div id={id} className="notes">
      {notes.map((note) => (
        <Note key={note.because} note={note} />
      ))}
    </div>
  );
}

function Note({ note: { type, error, because, scene } }: { readonly note: FieldNote }) {
  const show = use(ShowScene);
  const Icon = type === 'advice' ? Info : CircleX;
  return (
    <p className="note" data-type={type}>
      <Icon size={16} aria-hidden />
      <span>
        {error && <code>{error}</code>} {because}{' '}
        {scene && (
          <button type="button" className="noteShow" onClick={() => show(scene)}>
            Show it
          </button>
        )}
      </span>
    </p>
  );
}
