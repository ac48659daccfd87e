import { useState } from 'react';
import { LESSON_IDS, loadLesson } from '../../lessons/loadLesson';
import { FIGURE_IDS, loadScene } from '../../lessons/loadScene';
import { MINUTES } from '../../lessons/minutes';
import type { Words } from '../../lessons/words/words';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { Sheet } from '../sheet/Sheet';
import './lesson.css';

interface LessonListProps {
  readonly words: Words;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** All lessons under the sections of the notes, and the figures of the notes. */
export function LessonList({ words, open, onOpenChange }: LessonListProps) {
  const store = useHighwaterStore();
  const [missed, setMissed] = useState<string | null>(null);
  const begin = async (id: string, opening: () => Promise<void>) => {
    setMissed(null);
    try {
      await opening();
      onOpenChange(false);
    } catch {
      setMissed(id);
    }
  };
  const beginLesson = (id: string) =>
    begin(id, async () => store.getState().openLesson(await loadLesson(id)));
  const showScene = (id: string) =>
    begin(id, async () => {
      const scene = await loadScene(id);
      store.getState().openScene(scene, words.scenes[id]?.say);
    });
  return (
    <Sheet title="Lessons" open={open} onOpenChange={onOpenChange}>
      {sectionsOf(words).map(([section, ids]) => (
        <section key={section} className="lessonSection">
          <h3>{section}</h3>
          <ol className="lessonList">
            {ids.map((id) => (
              <li key={id}>
                <button type="button" className="lessonItem" onClick={() => void beginLesson(id)}>
                  <b>{words.lessons[id]?.title}</b>
                  <span>
                    {words.lessons[id]?.about} {MINUTES[id]} minutes.
                  </span>
                </button>
                {missed === id && <Missed />}
              </li>
            ))}
          </ol>
        </section>
      ))}
      <section className="lessonSection">
        <h3>The figures of the notes</h3>
        <ol className="figureList">
          {FIGURE_IDS.map((id) => (
            <li key={id}>
              <button type="button" className="lessonItem" onClick={() => void showScene(id)}>
                <b>{words.scenes[id]?.figure}</b>
                <span>{words.scenes[id]?.title}</span>
              </button>
              {missed === id && <Missed />}
            </li>
          ))}
        </ol>
      </section>
    </Sheet>
  );
}

function Missed() {
  return <p role="alert">It could not be loaded. Check the connection; press again.</p>;
}

/** In the order in which the lessons come to them. */
function sectionsOf({ lessons }: Words): readonly (readonly [string, readonly string[]])[] {
  const sections = new Map<string, string[]>();
  for (const id of LESSON_IDS) {
    const section = lessons[id]?.section;
    if (section) sections.set(section, [...(sections.get(section) ?? []), id]);
  }
  return [...sections];
}
