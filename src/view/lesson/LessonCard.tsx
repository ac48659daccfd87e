import { useState } from 'react';
import { LESSON_IDS } from '../../lessons/loadLesson';
import type { LessonRun } from '../../lessons/lessonRun';
import { isAsking, offersIn, stepOf } from '../../lessons/lessonRun';
import type { Step } from '../../lessons/lesson';
import type { LessonWords, StepWords, Words } from '../../lessons/words/words';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { isAtSettledEnd, worldOf } from '../../store/selectors';
import { openMoment } from '../../store/openMoment';
import { RichText } from '../glossary/RichText';
import './lesson.css';

interface LessonCardProps {
  readonly words: Words;
}

/** What a lesson says and asks, under the picture that it is about. */
export function LessonCard({ words }: LessonCardProps) {
  const run = useHighwater((state) => state.lesson);
  const said = run && words.lessons[run.lesson.id];
  if (!run || !said) return null;
  const step = stepOf(run);
  const told = step && said.steps[step.id];
  return (
    <section className="lessonCard" aria-label={`Lesson: ${said.title}`}>
      {step && told ? (
        <StepCard run={run} step={step} told={told} terms={words.terms} />
      ) : (
        <EndCard run={run} said={said} terms={words.terms} />
      )}
    </section>
  );
}

interface StepCardProps {
  readonly run: LessonRun;
  readonly step: Step;
  readonly told: StepWords;
  readonly terms: Words['terms'];
}

function StepCard({ run, step, told, terms }: StepCardProps) {
  const outcome = run.isOver ? outcomeOf(run, step, told) : null;
  return (
    <>
      <div className="lessonSays" aria-live="polite">
        <p className="lessonSay">
          <RichText text={outcome ?? told.say} terms={terms} />
        </p>
        {outcome === null && told.hint !== undefined && (
          <p className="lessonHint">
            <RichText text={told.hint} terms={terms} />
          </p>
        )}
      </div>
      <div className="lessonActs">
        {isAsking(run) ? (
          <Choices run={run} step={step} told={told} />
        ) : run.isOver ? (
          <GoOn run={run} />
        ) : (
          <Offers run={run} told={told} />
        )}
      </div>
    </>
  );
}

/** What came of it: first of what was predicted, then of what happened. */
function outcomeOf(run: LessonRun, step: Step, told: StepWords): string | null {
  const isRight = run.answers[step.id]?.isRight ?? null;
  const verdict = isRight === null ? '' : isRight ? told.right : told.wrong;
  return [verdict, told.ending].filter(Boolean).join(' ') || null;
}

function Choices({ run, step, told }: Omit<StepCardProps, 'terms'>) {
  const store = useHighwaterStore();
  const pick = useHighwater((state) => state.pickChoice);
  const lock = (key: string | null) => {
    store.getState().lockPrediction(key);
    const [first] = offersIn(run, worldOf(store.getState()));
    if (first) store.getState().act(first);
    else if (store.getState().lesson?.isOver === false) store.getState().play();
  };
  return (
    <>
      <fieldset className="lessonChoices">
        <legend className="visuallyHidden">{told.title}</legend>
        {step.predict?.choices.map(({ key }) => (
          <label key={key} className="lessonChoice">
            <input
              type="radio"
              name="prediction"
              checked={run.picked === key}
              onChange={() => pick(key)}
            />
            {told.choices?.[key]}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="button primary"
        disabled={run.picked === null}
        onClick={() => lock(run.picked)}
      >
        Lock and watch
      </button>
      <button type="button" className="quietButton" onClick={() => lock(null)}>
        Just watch
      </button>
    </>
  );
}

function Offers({ run, told }: Pick<StepCardProps, 'run' | 'told'>) {
  const store = useHighwaterStore();
  const world = useHighwater(worldOf);
  const isPlaying = useHighwater((state) => state.playing);
  const isAtEnd = useHighwater(isAtSettledEnd);
  const offers = offersIn(run, world).map((command, at) => ({
    command,
    label: told.buttons?.[at] ?? command.type,
    refused: store.getState().refusalOf(command),
  }));
  const open = offers.filter(({ refused }) => refused === null);
  const canPlayOn = !isPlaying && !isAtEnd;
  return (
    <>
      {open.map(({ command, label }) => (
        <button
          key={label}
          type="button"
          className="button primary"
          onClick={() => store.getState().act(command)}
        >
          {label}
        </button>
      ))}
      {canPlayOn && (
        <button type="button" className="button" onClick={() => store.getState().play()}>
          Play on
        </button>
      )}
    </>
  );
}

function GoOn({ run }: Pick<StepCardProps, 'run'>) {
  const goOn = useHighwater((state) => state.goOnInLesson);
  const isLast = run.step + 1 === run.lesson.steps.length;
  return (
    <button type="button" className="button primary" onClick={goOn}>
      {isLast ? 'Now you' : 'Go on'}
    </button>
  );
}

/** To the lesson behind one, in the order in which they are to be taken. */
function NextLesson({ after }: { readonly after: string }) {
  const store = useHighwaterStore();
  const [isMissed, setMissed] = useState(false);
  const lesson = LESSON_IDS[LESSON_IDS.indexOf(after) + 1];
  if (lesson === undefined) return null;
  const open = () => {
    setMissed(false);
    openMoment(store, { lesson }).catch(() => setMissed(true));
  };
  return (
    <>
      <button type="button" className="button primary" onClick={open}>
        Next lesson
      </button>
      {isMissed && <p role="alert">It could not be loaded. Check the connection; press again.</p>}
    </>
  );
}

interface EndCardProps {
  readonly run: LessonRun;
  readonly said: LessonWords;
  readonly terms: Words['terms'];
}

function EndCard({ run, said, terms }: EndCardProps) {
  const leave = useHighwater((state) => state.leaveLesson);
  const left = run.lesson.goals.filter(({ id }) => !run.reached.includes(id));
  const isDone = left.length === 0;
  return (
    <>
      <div className="lessonSays" aria-live="polite">
        <p className="lessonSay">
          <RichText text={isDone ? said.takeaway : said.question} terms={terms} />
        </p>
        {!isDone && <p className="lessonHint">Next: {said.goals[left[0]?.id ?? '']}</p>}
      </div>
      {isDone && (
        <div className="lessonActs">
          <NextLesson after={run.lesson.id} />
          <button type="button" className="button" onClick={leave}>
            Done
          </button>
        </div>
      )}
    </>
  );
}
