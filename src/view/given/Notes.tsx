import { X } from 'lucide-react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';

/** What of the address could not be understood, and what was taken instead. */
export function Notes() {
  const store = useHighwaterStore();
  const notes = useHighwater((state) => state.notes);
  return (
    <div className="askedNotes" role="alert">
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <button
        type="button"
        className="quietButton"
        aria-label="Close the note"
        onClick={() => store.setState({ notes: [] })}
      >
        <X size={18} aria-hidden />
      </button>
    </div>
  );
}
