import { useState } from 'react';
import { LESSON_IDS } from '../../lessons/loadLesson';
import { FIGURE_IDS } from '../../lessons/loadScene';
import { MINUTES } from '../../lessons/minutes';
import type { Moment } from '../../lessons/moment';
import { filledIn, type Words } from '../../lessons/words/words';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { openMoment } from '../../store/openMoment';
import { Sheet } from '../sheet/Sheet';
import { ScoreLine } from './ScoreLine';
import { Takeaways } from './Takeaways';
import './lesson.css';

interface LessonListProps {
  readonly words: Words;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** All lessons under the sections of the notes, and the figures of the notes. */
export function LessonList({ words, open, onOpenChange }: LessonListProps) {
  const store = useHighwaterStore();
  const score = useHighwater((state) => state.score);
  const [isMissed, setMissed] = useState(false);
  const show = async (moment: Moment) => {
    setMissed(false);
    try {
      await openMoment(store, moment);
      onOpenChange(false);
    } catch {
      setMissed(true);
    }
  };
  return (
    <Sheet title={words.ui.lessons} open={open} onOpenChange={onOpenChange}>
      {isMissed && <p role="alert">{words.ui.missed}</p>}
      <ScoreLine ui={words.ui} />
      {sectionsOf(words).map(([section, ids]) => (
        <section key={section} className="lessonSection">
          <h3>{section}</h3>
          <ol className="lessonList">
            {ids.map((id) => (
              <li key={id}>
                <button
                  type="button"
                  className="lessonItem"
                  onClick={() => void show({ lesson: id })}
                >
                  <b>{words.lessons[id]?.title}</b>
                  <span>
                    {words.lessons[id]?.about}{' '}
                    {filledIn(words.ui.minutes, { minutes: MINUTES[id] ?? 0 })}
                    {score[id]?.isFinished && ` ✓ ${words.ui.finished}`}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <Takeaways words={words} onShow={(moment) => void show(moment)} />
      <section className="lessonSection">
        <h3>{words.ui.figures}</h3>
        <ol className="figureList">
          {FIGURE_IDS.map((id) => (
            <li key={id}>
              <button type="button" className="lessonItem" onClick={() => void show({ scene: id })}>
                <b>{words.scenes[id]?.figure}</b>
                <span>{words.scenes[id]?.title}</span>
              </button>
            </li>
          ))}
        </ol>
      </section>
    </Sheet>
  );
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
