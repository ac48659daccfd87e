import { useState } from 'react';
import { LESSON_IDS, loadLesson } from '../../lessons/loadLesson';
import type { Words } from '../../lessons/words/words';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { Sheet } from '../sheet/Sheet';
import './lesson.css';

interface LessonListProps {
  readonly words: Words;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** All lessons, in the order of the notes. */
export function LessonList({ words, open, onOpenChange }: LessonListProps) {
  const store = useHighwaterStore();
  const [missed, setMissed] = useState<string | null>(null);
  const begin = async (id: string) => {
    setMissed(null);
    try {
      store.getState().openLesson(await loadLesson(id));
      onOpenChange(false);
    } catch {
      setMissed(id);
    }
  };
  return (
    <Sheet title="Lessons" open={open} onOpenChange={onOpenChange}>
      <ol className="lessonList">
        {LESSON_IDS.map((id) => {
          const said = words.lessons[id];
          return (
            said && (
              <li key={id}>
                <button type="button" className="lessonItem" onClick={() => void begin(id)}>
                  <b>{said.title}</b>
                  <span>{said.about}</span>
                </button>
                {missed === id && (
                  <p role="alert">It could not be loaded. Check the connection; press again.</p>
                )}
              </li>
            )
          );
        })}
      </ol>
    </Sheet>
  );
}
