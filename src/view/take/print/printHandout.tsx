import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import { type Drive, driveFrom, driveOn, driveStep } from '../../../lessons/drive';
import type { SpokenLesson } from '../../../lessons/lesson';
import { factsAt } from '../../../lessons/lessonRun';
import { loadWords } from '../../../lessons/loadLesson';
import type { HighwaterState } from '../../../store/state';
import { clusterTimeAt, frameIndexAt, scenarioOf } from '../../../timeline/recording';
import { sentenceOf } from '../../caption/sentenceOf';
import { siteAt } from '../../share/site';
import { addressOf } from '../../share/useLink';
import { clockText } from '../../transport/clockText';
import {
  loadMarks,
  openPlate,
  type OpenPlate,
  plateOf,
  type PlateLooks,
} from '../drawing/openPlate';
import { linkTo } from '../pictureLooks';
import { transcriptOf } from '../words/transcript';
import { LessonHandout, type StepPictures } from './LessonHandout';
import { RunHandout } from './RunHandout';
import './handout.css';

/** As wide as words are still read well when the picture is as wide as the paper. */
const PICTURE = { width: 800, isBare: true, colours: 'light' } as const;
/** What stands around the rows of the brokers, and a row that shows its records. */
const [AROUND, ROW, ROWS_MAX] = [190, 62, 3];

let clearLast: (() => void) | null = null;

/** Prints the lesson that is taken, or else the run that is shown. */
export async function printHandout(state: HighwaterState): Promise<void> {
  clearLast?.();
  if (state.lesson) (await lessonOnPaper())(state);
  else putUp(await ofRun(state));
  window.print();
}

/**
 * What the browser prints while a lesson is taken is its handout. A part of another page is printed
 * as that page shows it.
 */
export async function keepPaper(getState: () => HighwaterState): Promise<void> {
  if (window.parent !== window) return;
  const put = await lessonOnPaper();
  window.addEventListener('beforeprint', () => put(getState()));
}

/**
 * Fetches what a lesson needs to be printed. What comes of it puts the lesson that is taken into
 * the place of the page on paper, at once.
 */
async function lessonOnPaper(): Promise<(state: HighwaterState) => void> {
  const [words, Marks] = await Promise.all([loadWords(), loadMarks()]);
  return (state) => {
    const lesson = state.lesson?.lesson;
    const said = lesson && words.lessons[lesson.id];
    if (!lesson || !said || clearLast) return;
    const site = siteAt(document.baseURI);
    const address = addressOf(site.page, { moment: { lesson: lesson.id }, run: null });
    const pictures = picturesOf(state, lesson, Marks);
    const given = { lesson, said, words, pictures, address: site.isFile ? null : address };
    putUp(<LessonHandout {...given} />);
  };
}

/** Stands there for paper alone, until somebody acts again. */
function putUp(handout: ReactNode): void {
  const host = document.createElement('article');
  host.className = 'handout';
  document.body.append(host);
  const root = createRoot(host, { identifierPrefix: 'handout' });
  flushSync(() => root.render(handout));
  const over = new AbortController();
  const clear = () => {
    over.abort();
    root.unmount();
    host.remove();
    clearLast = null;
  };
  clearLast = clear;
  // Phones tell that it is over before they have drawn the paper: whoever acts again is done.
  for (const sign of ['pointerdown', 'keydown'])
    window.addEventListener(sign, clear, { capture: true, signal: over.signal });
}

/** Each step as its own way goes, whatever the learner has done. */
function picturesOf(
  state: HighwaterState,
  lesson: SpokenLesson,
  Marks: Parameters<typeof plateOf>[3],
): readonly StepPictures[] {
  let drive = driveFrom(lesson);
  const looks = looksOf(drive);
  const plate = plateOf(document.body, { ...state, ...shownIn(drive) }, looks, Marks);
  const draw = (prefix: string) => {
    plate.change(shownIn(drive));
    return plate.drawingAt(drive.story, { playing: false, title: '', prefix }).svg;
  };
  try {
    return lesson.steps.map(({ id, predict }) => {
      const begins = draw(`${id}-begins-`);
      drive = driveStep(drive, null);
      const ends = draw(`${id}-ends-`);
      const { run, recording, story } = drive;
      const right = predict?.right(factsAt(run, recording, frameIndexAt(recording, story))) ?? [];
      drive = driveOn(drive);
      return { begins, ends, right };
    });
  } finally {
    plate.close();
  }
}

/** No higher than it needs to be: paper is short. */
function looksOf({ recording }: Pick<Drive, 'recording'>): PlateLooks {
  const { brokers, partitions, replicationFactor } = scenarioOf(recording).settings;
  const rows = Math.ceil((partitions * replicationFactor) / brokers);
  return { ...PICTURE, height: AROUND + ROW * Math.min(rows, ROWS_MAX) };
}

function shownIn({ recording, run }: Drive): Parameters<OpenPlate['change']>[0] {
  // What the learner rather watched is as if it were asked: the rings stand around all choices.
  const lesson = run.isOver ? run : { ...run, answers: {} };
  return { recording, frameIndex: 0, lesson, scene: run.lesson.scene };
}

async function ofRun(state: HighwaterState): Promise<ReactNode> {
  const { recording, playhead } = state;
  const site = siteAt(document.baseURI);
  const run = site.isFile ? null : await linkTo(state);
  const plate = await openPlate(document.body, state, looksOf(state));
  try {
    const { svg } = plate.drawingAt(playhead, { playing: false, title: '' });
    return (
      <RunHandout
        picture={svg}
        says={sentenceOf(state)}
        clock={clockText(clusterTimeAt(recording, playhead))}
        transcript={transcriptOf(recording)}
        address={run && addressOf(site.page, { moment: null, run })}
      />
    );
  } finally {
    plate.close();
  }
}
