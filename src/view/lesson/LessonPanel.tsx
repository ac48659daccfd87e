import { Check, Circle, CircleDot, Square, SquareCheck } from 'lucide-react';
import { useState } from 'react';
import type { LessonRun } from '../../lessons/lessonRun';
import { MINUTES } from '../../lessons/minutes';
import { filledIn, type LessonWords, type Words } from '../../lessons/words/words';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { RichText } from '../glossary/RichText';
import './lesson.css';

interface LessonPanelProps {
  readonly words: Words;
}

/** How far one is in a lesson, what it leads to, and where the notes are simpler than Kafka. */
export function LessonPanel({ words }: LessonPanelProps) {
  const run = useHighwater((state) => state.lesson);
  const leave = useHighwater((state) => state.leaveLesson);
  const again = useHighwater((state) => state.beginStepAgain);
  const said = run && words.lessons[run.lesson.id];
  if (!run || !said) return null;
  const { id, steps } = run.lesson;
  const nth = Math.min(run.step + 1, steps.length);
  return (
    <div className="lessonPanel">
      <h2 className="panelTitle">{said.title}</h2>
      <p className="lessonProgress">
        {filledIn(words.ui.progress, { step: nth, steps: steps.length, minutes: MINUTES[id] ?? 0 })}
      </p>
      <Steps run={run} said={said} />
      <Goals run={run} words={words} said={said} />
      <WordsUsed run={run} words={words} />
      <Truths run={run} words={words} />
      <div className="lessonEnd">
        <button type="button" className="button" onClick={again}>
          {words.ui.again}
        </button>
        <PrintButton says={words.ui.print} missed={words.ui.missed} />
        <button type="button" className="quietButton" onClick={leave}>
          {words.ui.leave}
        </button>
      </div>
    </div>
  );
}

interface PrintButtonProps {
  readonly says: string;
  readonly missed: string;
}

function PrintButton({ says, missed }: PrintButtonProps) {
  const store = useHighwaterStore();
  const [isMissed, setMissed] = useState(false);
  const print = async () => {
    setMissed(false);
    const { printHandout } = await import('../take/print/printHandout');
    await printHandout(store.getState());
  };
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => void print().catch(() => setMissed(true))}
      >
        {says}
      </button>
      {isMissed && <p role="alert">{missed}</p>}
    </>
  );
}

interface PartProps {
  readonly run: LessonRun;
  readonly said: LessonWords;
}

function Steps({ run, said }: PartProps) {
  return (
    <ol className="lessonSteps">
      {run.lesson.steps.map(({ id }, at) => {
        const standing = at < run.step ? 'done' : at === run.step ? 'now' : 'later';
        const Icon = { done: Check, now: CircleDot, later: Circle }[standing];
        return (
          <li
            key={id}
            data-standing={standing}
            aria-current={standing === 'now' ? 'step' : undefined}
          >
            <Icon size={18} aria-hidden />
            {said.steps[id]?.title}
          </li>
        );
      })}
    </ol>
  );
}

function Goals({ run, said, words }: PartProps & WordyProps) {
  return (
    <section className="lessonGoals" aria-labelledby="lessonGoals">
      <h3 id="lessonGoals">{words.ui.goals}</h3>
      <ul>
        {run.lesson.goals.map(({ id }) => {
          const isReached = run.reached.includes(id);
          const Icon = isReached ? SquareCheck : Square;
          return (
            <li key={id} data-reached={isReached}>
              <Icon size={18} aria-hidden />
              <span>
                {said.goals[id]}
                {isReached && <span className="visuallyHidden"> ({words.ui.reached})</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface WordyProps {
  readonly run: LessonRun;
  readonly words: Words;
}

function WordsUsed({ run, words }: WordyProps) {
  return (
    <section className="lessonWords" aria-labelledby="lessonWords">
      <h3 id="lessonWords">{words.ui.terms}</h3>
      <p>
        {run.lesson.terms.map((term) => (
          <RichText key={term} text={`[${words.terms[term]?.word}|${term}]`} terms={words.terms} />
        ))}
      </p>
    </section>
  );
}

function Truths({ run, words }: WordyProps) {
  return (
    <details className="lessonTruths">
      <summary>{words.ui.truths}</summary>
      <dl>
        {run.lesson.truths.map((point) => (
          <div key={point}>
            <dt>{words.truths[point]?.notes}</dt>
            <dd>{words.truths[point]?.kafka}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
