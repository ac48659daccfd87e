import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { useSurroundings } from '../surroundings';

/** What of the address could not be understood, and what was taken instead. */
export function Notes() {
  const store = useHighwaterStore();
  const notes = useHighwater((state) => state.notes);
  const isPage = useSurroundings().number === 0;
  // They stand at the head of the page, and it may have been scrolled.
  useEffect(() => {
    if (isPage && notes.length > 0) window.scrollTo(0, 0);
  }, [isPage, notes]);
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
