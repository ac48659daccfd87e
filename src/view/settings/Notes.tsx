import { CircleX, Info } from 'lucide-react';

/** What is said beside a field: why it is refused, or what it will lead to. */
export interface FieldNote {
  readonly type: 'refused' | 'advice';
  /** Kafka's name of the error, where it has one. */
  readonly error: string | null;
  readonly because: string;
}

interface NotesProps {
  readonly id: string;
  readonly notes: readonly FieldNote[];
}

export function Notes({ id, notes }: NotesProps) {
  return (
    <div id={id} className="notes" aria-live="polite">
      {notes.map((note) => (
        <Note key={note.because} note={note} />
      ))}
    </div>
  );
}

function Note({ note: { type, error, because } }: { readonly note: FieldNote }) {
  const Icon = type === 'advice' ? Info : CircleX;
  return (
    <p className="note" data-type={type}>
      <Icon size={16} aria-hidden />
      <span>
        {error && <code>{error}</code>} {because}
      </span>
    </p>
  );
}
