/** All that is said in lessons and scenes, in one language. Another language is another file. */
export interface Words {
  /** What stands on every lesson and on their list; `{name}` is filled in. */
  readonly ui: UiWords;
  readonly lessons: { readonly [lesson in string]: LessonWords };
  readonly scenes: { readonly [scene in string]: SceneWords };
  readonly takeaways: { readonly [takeaway in string]: TakeawayWords };
  readonly terms: { readonly [term in string]: TermWords };
  /** Where the notes are simpler than Kafka, by the number of the point. */
  readonly truths: { readonly [point in string]: TruthWords };
}

/** By the place at which they stand. */
export type UiWords = Readonly<
  Record<
    | 'lesson'
    | 'lessons'
    | 'takeaways'
    | 'figures'
    | 'missed'
    | 'minutes'
    | 'finished'
    | 'progress'
    | 'score'
    | 'forget'
    | 'lock'
    | 'watch'
    | 'prediction'
    | 'predicted'
    | 'playOn'
    | 'goOn'
    | 'nowYou'
    | 'nextLesson'
    | 'done'
    | 'next'
    | 'goals'
    | 'reached'
    | 'terms'
    | 'truths'
    | 'again'
    | 'leave'
    | 'print'
    | 'because'
    | 'answers'
    | 'remember'
    | 'reopen'
    | 'asksFirst'
    | 'isOver'
    | 'isDone'
    | 'notNow'
    | 'noLesson'
    | 'noScene'
    | 'noStep'
    | 'noSceneStep'
    | 'leadsNowhere',
    string
  >
>;

/** The sentence with its `{names}` filled in. */
export function filledIn(sentence: string, values: Readonly<Record<string, string | number>>) {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** `[text|term]` in any of these sentences is a word of the glossary. */
export interface LessonWords {
  readonly title: string;
  /** The section of the notes that it belongs to. */
  readonly section: string;
  /** One line for the list of lessons. */
  readonly about: string;
  readonly steps: { readonly [step in string]: StepWords };
  /** The driving question over the goals. */
  readonly question: string;
  readonly goals: { readonly [goal in string]: string };
  readonly takeaway: string;
}

export interface StepWords {
  /** A few words for the list of steps. */
  readonly title: string;
  /** What is so, or what is asked: one or two short sentences. */
  readonly say: string;
  /** What to look at meanwhile. */
  readonly hint?: string;
  /** On its buttons, in the order of its offers. */
  readonly buttons?: readonly string[];
  readonly choices?: { readonly [choice in string]: string };
  /** Said after a prediction, before `ending`. */
  readonly right?: string;
  readonly wrong?: string;
  /** What has happened and why, said when the step is over. */
  readonly ending?: string;
}

export interface SceneWords {
  /** The figure of the notes, such as “Figure 4”, if it is one of them. */
  readonly figure?: string;
  readonly title: string;
  /** What to watch when it is played. */
  readonly say: string;
}

export interface TakeawayWords {
  readonly says: string;
  /** Where it is proved. */
  readonly proof: string;
}

export interface TermWords {
  readonly word: string;
  readonly means: string;
}

export interface TruthWords {
  /** As it is often taught. */
  readonly notes: string;
  /** As it is in Kafka. */
  readonly kafka: string;
}
