import { type ReactNode, useState } from 'react';
import { LESSON_IDS } from '../../lessons/loadLesson';
import type { LessonRun } from '../../lessons/lessonRun';
import { isAsking, nextOffer, stepOf } from '../../lessons/lessonRun';
import type { Step } from '../../lessons/lesson';
import type { Moment } from '../../lessons/moment';
import { filledIn, type LessonWords, type StepWords, type Words } from '../../lessons/words/words';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { isAtSettledEnd, worldOf } from '../../store/selectors';
import { openMoment } from '../../store/openMoment';
import { ModalDialog } from '../dialog/ModalDialog';
import { plain } from '../glossary/pieces';
import { RichText } from '../glossary/RichText';
import { usePartRole } from '../surroundings';
import { useSay } from '../voice/Voiced';
import { useInSight } from './useInSight';
import { ScoreLine } from './ScoreLine';
import { Takeaways } from './Takeaways';
import './lesson.css';

interface LessonCardProps {
  readonly words: Words;
}

/** What a lesson says and asks, under the picture that it is about. */
export function LessonCard({ words }: LessonCardProps) {
  const run = useHighwater((state) => state.lesson);
  const said = run && words.lessons[run.lesson.id];
  const step = run && stepOf(run);
  const card = useInSight<HTMLElement>(step?.id, run !== null && isAsking(run));
  const role = usePartRole();
  if (!run || !said) return null;
  const told = step && said.steps[step.id];
  return (
    <section
      ref={card}
      role={role}
      className="lessonCard"
      tabIndex={-1}
      aria-label={`${words.ui.lesson}: ${said.title}`}
    >
      {step && told ? (
        <StepCard run={run} step={step} told={told} words={words} />
      ) : (
        <EndCard run={run} said={said} words={words} />
      )}
    </section>
  );
}

interface PressProps {
  readonly looks?: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button of the card. It goes away with its step: the focus stays here, and keys go on. */
function Press({ looks = 'button primary', isOff, onPress, children }: PressProps) {
  return (
    <button
      type="button"
      className={looks}
      disabled={isOff}
      onClick={({ currentTarget, detail }) => {
        // The second click of two is no answer to what has come to its place.
        if (detail > 1) return;
        currentTarget.closest<HTMLElement>('.lessonCard')?.focus({ preventScroll: true });
        onPress();
      }}
    >
      {children}
    </button>
  );
}

interface StepCardProps {
  readonly run: LessonRun;
  readonly step: Step;
  readonly told: StepWords;
  readonly words: Words;
}

function StepCard({ run, step, told, words }: StepCardProps) {
  const { terms } = words;
  const outcome = run.isOver ? outcomeOf(run, step, told) : null;
  const hint = outcome === null ? told.hint : undefined;
  useSay(plain([outcome ?? told.say, hint ?? ''].join(' ')));
  const choice = told.choices?.[run.answers[step.id]?.picked ?? ''];
  const predicted = choice && filledIn(words.ui.predicted, { choice });
  const below = [predicted, hint].filter(Boolean).join(' ');
  return (
    <>
      <div className="lessonSays">
        <p className="lessonSay">
          <RichText text={outcome ?? told.say} terms={terms} />
        </p>
        {below && (
          <p className="lessonHint">
            <RichText text={below} terms={terms} />
          </p>
        )}
      </div>
      <div className="lessonActs">
        {isAsking(run) ? (
          <Choices run={run} step={step} told={told} words={words} />
        ) : run.isOver ? (
          <GoOn run={run} ui={words.ui} />
        ) : (
          <Offers run={run} told={told} ui={words.ui} />
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

function Choices({ run, step, told, words: { ui } }: StepCardProps) {
  const store = useHighwaterStore();
  const pick = useHighwater((state) => state.pickChoice);
  const lock = (key: string | null) => {
    store.getState().lockPrediction(key);
    const first = nextOffer(run, worldOf(store.getState()));
    if (first) store.getState().act(first.command);
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
      <div className="lessonActs">
        <Press isOff={run.picked === null} onPress={() => lock(run.picked)}>
          {ui.lock}
        </Press>
        <Press looks="quietButton" onPress={() => lock(null)}>
          {ui.watch}
        </Press>
      </div>
    </>
  );
}

function Offers({ run, told, ui }: Pick<StepCardProps, 'run' | 'told'> & Pick<Words, 'ui'>) {
  const store = useHighwaterStore();
  const world = useHighwater(worldOf);
  const isPlaying = useHighwater((state) => state.playing);
  const isAtEnd = useHighwater(isAtSettledEnd);
  const next = nextOffer(run, world);
  const isOpen = next !== null && store.getState().refusalOf(next.command) === null;
  // Before what a step begins with is done there is nothing to be seen.
  const canPlayOn = !isPlaying && !isAtEnd && !(isOpen && next.nth === 0);
  return (
    <>
      {isOpen && (
        <Press onPress={() => store.getState().act(next.command)}>
          {told.buttons?.[next.nth] ?? next.command.type}
        </Press>
      )}
      {canPlayOn && (
        <Press looks="button" onPress={() => store.getState().play()}>
          {ui.playOn}
        </Press>
      )}
    </>
  );
}

function GoOn({ run, ui }: Pick<StepCardProps, 'run'> & Pick<Words, 'ui'>) {
  const goOn = useHighwater((state) => state.goOnInLesson);
  const isLast = run.step + 1 === run.lesson.steps.length;
  return <Press onPress={goOn}>{isLast ? ui.nowYou : ui.goOn}</Press>;
}

/** To the lesson behind one, in the order in which they are to be taken. */
function NextLesson({ after, words }: { readonly after: string; readonly words: Words }) {
  const store = useHighwaterStore();
  const [isMissed, setMissed] = useState(false);
  const lesson = LESSON_IDS[LESSON_IDS.indexOf(after) + 1];
  const open = (moment: Moment) => {
    setMissed(false);
    openMoment(store, moment).catch(() => setMissed(true));
  };
  if (lesson === undefined) return <LastPage words={words} onShow={open} />;
  return (
    <>
      <Press onPress={() => open({ lesson })}>{words.ui.nextLesson}</Press>
      {isMissed && <p role="alert">{words.ui.missed}</p>}
    </>
  );
}

/** Behind the last lesson: what is to be remembered, and how the predictions went. */
function LastPage({ words, onShow }: { words: Words; onShow: (moment: Moment) => void }) {
  const [isOpen, setOpen] = useState(false);
  const show = (moment: Moment) => {
    setOpen(false);
    onShow(moment);
  };
  return (
    <>
      <button type="button" className="button primary" onClick={() => setOpen(true)}>
        {words.ui.takeaways}
      </button>
      {isOpen && (
        <ModalDialog title={words.ui.takeaways} onClose={() => setOpen(false)}>
          <ScoreLine ui={words.ui} />
          <Takeaways words={words} onShow={show} />
        </ModalDialog>
      )}
    </>
  );
}

interface EndCardProps {
  readonly run: LessonRun;
  readonly said: LessonWords;
  readonly words: Words;
}

function EndCard({ run, said, words }: EndCardProps) {
  const { terms, ui } = words;
  const leave = useHighwater((state) => state.leaveLesson);
  const left = run.lesson.goals.filter(({ id }) => !run.reached.includes(id));
  const isDone = left.length === 0;
  const asks = isDone ? said.takeaway : said.question;
  const next = isDone ? '' : filledIn(ui.next, { goal: said.goals[left[0]?.id ?? ''] ?? '' });
  useSay(plain(`${asks} ${next}`));
  return (
    <>
      <div className="lessonSays">
        <p className="lessonSay">
          <RichText text={asks} terms={terms} />
        </p>
        {next && <p className="lessonHint">{next}</p>}
      </div>
      {isDone && (
        <div className="lessonActs">
          <NextLesson after={run.lesson.id} words={words} />
          <button type="button" className="button" onClick={leave}>
            {ui.done}
          </button>
        </div>
      )}
    </>
  );
}
