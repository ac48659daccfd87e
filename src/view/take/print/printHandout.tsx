import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import { type Drive, driveFrom, driveOn, driveStep } from '../../../lessons/drive';
import type { SpokenLesson } from '../../../lessons/lesson';
import { loadWords } from '../../../lessons/loadLesson';
import type { HighwaterState } from '../../../store/state';
import { clusterTimeAt, scenarioOf } from '../../../timeline/recording';
import { sentenceOf } from '../../caption/sentenceOf';
import { siteAt } from '../../share/site';
import { addressOf } from '../../share/useLink';
import { clockText } from '../../transport/clockText';
import { openPlate, type OpenPlate, type PlateLooks } from '../drawing/openPlate';
import { linkTo } from '../pictureLooks';
import { transcriptOf } from '../words/transcript';
import { LessonHandout, type StepPictures } from './LessonHandout';
import { RunHandout } from './RunHandout';
import './handout.css';

/** As wide as words are still read well when the picture is as wide as the paper. */
const PICTURE = { width: 800, isBare: true, colours: 'light' } as const;
/** What stands around the rows of the brokers, and a row that shows its records. */
const [AROUND, ROW, ROWS_MAX] = [190, 62, 3];

let clearLast = () => {};

/** Prints the lesson that is taken, or else the run that is shown. */
export async function printHandout(state: HighwaterState): Promise<void> {
  const handout = state.lesson ? await ofLesson(state, state.lesson.lesson) : await ofRun(state);
  clearLast();
  const host = document.createElement('article');
  host.className = 'handout';
  document.body.append(host);
  const root = createRoot(host, { identifierPrefix: 'handout' });
  flushSync(() => root.render(handout));
  const over = new AbortController();
  clearLast = () => {
    over.abort();
    root.unmount();
    host.remove();
    clearLast = () => {};
  };
  // Phones tell that it is over before they have drawn the paper: whoever acts again is done.
  for (const sign of ['pointerdown', 'keydown'])
    window.addEventListener(sign, () => clearLast(), { capture: true, signal: over.signal });
  window.print();
}

async function ofLesson(state: HighwaterState, lesson: SpokenLesson): Promise<ReactNode> {
  const words = await loadWords();
  const said = words.lessons[lesson.id];
  if (!said) throw new Error('This lesson has no words.');
  const site = siteAt(document.baseURI);
  return (
    <LessonHandout
      lesson={lesson}
      said={said}
      words={words}
      pictures={await picturesOf(state, lesson)}
      address={
        site.isFile ? null : addressOf(site.page, { moment: { lesson: lesson.id }, run: null })
      }
    />
  );
}

/** Each step as its own way goes, whatever the learner has done. */
async function picturesOf(
  state: HighwaterState,
  lesson: SpokenLesson,
): Promise<readonly StepPictures[]> {
  let drive = driveFrom(lesson);
  const plate = await openPlate(document.body, { ...state, ...shownIn(drive) }, looksOf(drive));
  const draw = (prefix: string) => {
    plate.change(shownIn(drive));
    return plate.drawingAt(drive.story, { playing: false, title: '', prefix }).svg;
  };
  try {
    return lesson.steps.map(({ id }) => {
      const begins = draw(`${id}-begins-`);
      drive = driveStep(drive, null);
      const ends = draw(`${id}-ends-`);
      drive = driveOn(drive);
      return { begins, ends };
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
