import type { SpokenLesson, Step } from '../../../lessons/lesson';
import type { LessonWords, StepWords, Words } from '../../../lessons/words/words';
import { plain } from '../../glossary/pieces';
import { HandoutHead } from './HandoutHead';
import { Picture } from './Picture';

/** What a step looks like as it begins, and when it is over, and what came true of its choices. */
export interface StepPictures {
  readonly begins: string;
  readonly ends: string;
  /** Their keys. */
  readonly right: readonly string[];
}

interface LessonHandoutProps {
  readonly lesson: SpokenLesson;
  readonly said: LessonWords;
  readonly words: Words;
  /** Of each step. */
  readonly pictures: readonly StepPictures[];
  /** Where the lesson is opened again; null where nobody else can reach it. */
  readonly address: string | null;
}

/** A lesson on paper: what each step says and asks, with room to answer; the answers come last. */
export function LessonHandout({ lesson, said, words, pictures, address }: LessonHandoutProps) {
  const { ui, terms } = words;
  const spoken = lesson.steps.flatMap((step, nth) => {
    const told = said.steps[step.id];
    return told ? [{ step, told, nth, picture: pictures[nth] }] : [];
  });
  return (
    <>
      <HandoutHead title={said.title} about={said.about} reopen={ui.reopen} address={address} />
      {spoken.map(({ step, told, nth, picture }) => (
        <section key={step.id} className="handoutStep">
          <h2>
            {nth + 1}. {told.title}
          </h2>
          {/* What is predicted is not shown yet; else what the last words are about. */}
          <Picture svg={(step.predict ? picture?.begins : picture?.ends) ?? ''} />
          <p>{plain(told.say)}</p>
          {told.hint !== undefined && <p className="handoutHint">{plain(told.hint)}</p>}
          {step.predict && <Question step={step} told={told} because={ui.because} />}
          {!step.predict && told.ending !== undefined && <p>{plain(told.ending)}</p>}
        </section>
      ))}
      <Goals lesson={lesson} said={said} title={ui.goals} />
      <div className="handoutAnswers">
        <section>
          <h2>{ui.answers}</h2>
          {spoken.map(({ step, told, nth, picture }) => {
            if (!step.predict) return null;
            return (
              <section key={step.id} className="handoutAnswer">
                <h3>
                  {nth + 1}. {told.title}
                </h3>
                {picture && <Answer told={told} picture={picture} />}
              </section>
            );
          })}
        </section>
        <section>
          <h2>{ui.remember}</h2>
          <p>{plain(said.takeaway)}</p>
        </section>
        <section>
          <h2>{ui.terms}</h2>
          <dl>
            {lesson.terms.map((term) => (
              <div key={term}>
                <dt>{terms[term]?.word}</dt>
                <dd>{plain(terms[term]?.means ?? '')}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </>
  );
}

interface QuestionProps {
  readonly step: Step;
  readonly told: StepWords;
  readonly because: string;
}

/** What can be predicted, to be ticked, and lines to say why. */
function Question({ step, told, because }: QuestionProps) {
  return (
    <div className="handoutQuestion">
      <ul>
        {step.predict?.choices.map(({ key }) => (
          <li key={key}>{told.choices?.[key]}</li>
        ))}
      </ul>
      <p>{because}:</p>
      <hr />
      <hr />
    </div>
  );
}

interface AnswerProps {
  readonly told: StepWords;
  readonly picture: StepPictures;
}

/** What came true: nobody knows what was ticked. */
function Answer({ told, picture }: AnswerProps) {
  return (
    <>
      <p className="handoutRight">{picture.right.map((key) => told.choices?.[key]).join(', ')}</p>
      <p>{plain(told.ending ?? '')}</p>
      <Picture svg={picture.ends} />
    </>
  );
}

interface GoalsProps extends Pick<LessonHandoutProps, 'lesson' | 'said'> {
  readonly title: string;
}

function Goals({ lesson, said, title }: GoalsProps) {
  return (
    <section className="handoutStep">
      <h2>{title}</h2>
      <p>{plain(said.question)}</p>
      <div className="handoutQuestion">
        <ul>
          {lesson.goals.map(({ id }) => (
            <li key={id}>{said.goals[id]}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
