import type { LessonRun } from '../../lessons/lessonRun';
import type { StepWords, Words } from '../../lessons/words/words';
import type { HighwaterState } from '../../store/state';
import { clusterTimeAt, toldMoments } from '../../timeline/recording';
import { captionAt, captionHere, sentenceOf } from '../caption/sentenceOf';
import { plain } from '../glossary/pieces';
import { shortClockText } from '../transport/clockText';
import type { SpeakerNote, SpeakerView } from './speakerTalk';

/**
 * What the speaker is shown beside the picture.
 *
 * @param words of lessons; null until they are there
 */
export function speakerView(state: HighwaterState, words: Words | null): SpeakerView {
  const { recording, playhead, playing, presenting, lesson } = state;
  const said = lesson && words ? lessonNotes(lesson, words) : runNotes(state);
  return {
    ...said,
    caption: sentenceOf(state),
    clock: shortClockText(clusterTimeAt(recording, playhead)),
    isPlaying: playing,
    isBlank: !!presenting?.blank,
  };
}

type Told = Pick<SpeakerView, 'place' | 'notes' | 'next'>;

/** Of a free run: why what just happened happened, the rule behind it, and what is told next. */
function runNotes(state: HighwaterState): Told {
  const { recording, frameIndex } = state;
  const moments = toldMoments(recording);
  const at = moments.filter(({ index }) => index <= frameIndex).length;
  const told = captionHere(state);
  const next = captionAt(state, moments[at] ?? null);
  return {
    place: moments.length === 0 ? 'At the start' : `${at} of ${moments.length} moments`,
    notes: notesOf({ Why: told?.why, Rule: told?.rule, 'In Kafka': told?.where }),
    next: next?.what ?? null,
  };
}

/** Of a lesson: what its step says, asks and comes to, and what the next one says. */
function lessonNotes({ lesson, step: at }: LessonRun, words: Words): Told {
  const said = words.lessons[lesson.id];
  const wordsOf = (nth: number) => said?.steps[lesson.steps[nth]?.id ?? ''];
  const [told, then] = [wordsOf(at), wordsOf(at + 1)];
  const place = `${said?.title ?? ''}: ${at + 1} of ${lesson.steps.length + 1}`;
  const notes = told
    ? stepNotes(told)
    : notesOf({ Question: said?.question, 'In the end': said?.takeaway });
  const question = told && said?.question;
  return {
    place,
    notes,
    next: plain(then ? `${ended(then.title)} ${then.say}` : (question ?? '')) || null,
  };
}

/** As a sentence, which a question is already. */
function ended(title: string): string {
  return title.endsWith('?') ? title : `${title}.`;
}

function stepNotes({ title, say, hint, right, wrong, ending }: StepWords): readonly SpeakerNote[] {
  return notesOf({
    About: title,
    Says: say,
    'To look at': hint,
    'Who was right hears': right,
    'Who was wrong hears': wrong,
    'In the end': ending,
  });
}

function notesOf(texts: Readonly<Record<string, string | undefined>>): readonly SpeakerNote[] {
  return Object.entries(texts)
    .map(([head, text = '']) => ({ head, text: plain(text) }))
    .filter(({ text }) => text !== '');
}
