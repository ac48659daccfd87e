import type { SpokenLesson, Step } from '../../../lessons/lesson';
import type { LessonWords, StepWords, Words } from '../../../lessons/words/words';
import { plain } from '../../glossary/pieces';
import { Picture } from './Picture';

interface LessonHandoutProps {
  readonly lesson: SpokenLesson;
  readonly said: LessonWords;
  readonly words: Words;
  /** Of each step as it begins. */
  readonly pictures: readonly string[];
}

/** A lesson on paper: what each step says and asks, with room to answer; the answers come last. */
export function LessonHandout({ lesson, said, words, pictures }: LessonHandoutProps) {
  const { ui, terms } = words;
  const spoken = lesson.steps.flatMap((step, nth) => {
    const told = said.steps[step.id];
    return told ? [{ step, told, nth }] : [];
  });
  return (
    <>
      <h1>{said.title}</h1>
      <p className="handoutAbout">{said.about}</p>
      {spoken.map(({ step, told, nth }) => (
        <section key={step.id} className="handoutStep">
          <h2>
            {nth + 1}. {told.title}
          </h2>
          <Picture svg={pictures[nth] ?? ''} />
          <p>{plain(told.say)}</p>
          {told.hint !== undefined && <p className="handoutHint">{plain(told.hint)}</p>}
          {step.predict && <Question step={step} told={told} because={ui.because} />}
          {!step.predict && told.ending !== undefined && <p>{plain(told.ending)}</p>}
        </section>
      ))}
      <Goals lesson={lesson} said={said} title={ui.goals} />
      <section className="handoutAnswers">
        <h2>{ui.answers}</h2>
        <ol>
          {spoken.map(({ step, told, nth }) => {
            if (!step.predict) return null;
            const says = [told.wrong, told.ending].filter(Boolean).join(' ');
            return (
              <li key={step.id} value={nth + 1}>
                {plain(says)}
              </li>
            );
          })}
        </ol>
        <h2>{ui.remember}</h2>
        <p>{plain(said.takeaway)}</p>
        <h2>{ui.terms}</h2>
        <dl>
          {lesson.terms.map((term) => (
            <div key={term}>
              <dt>{words.terms[term]?.word}</dt>
              <dd>{plain(terms[term]?.means ?? '')}</dd>
            </div>
          ))}
        </dl>
      </section>
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
