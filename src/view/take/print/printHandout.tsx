import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import { type Drive, driveFrom, driveOn, driveStep } from '../../../lessons/drive';
import type { SpokenLesson } from '../../../lessons/lesson';
import { loadWords } from '../../../lessons/loadLesson';
import type { HighwaterState } from '../../../store/state';
import { openPlate } from '../drawing/openPlate';
import { transcriptOf } from '../words/transcript';
import { LessonHandout } from './LessonHandout';
import { RunHandout } from './RunHandout';
import './handout.css';

const STEP_PICTURE = { width: 1000, height: 390, isBare: true, colours: 'light' } as const;
const RUN_PICTURE = { width: 1280, height: 720, colours: 'light' } as const;

/** Prints the lesson that is taken, or else the run that is shown. */
export async function printHandout(state: HighwaterState): Promise<void> {
  const handout = state.lesson ? await ofLesson(state, state.lesson.lesson) : await ofRun(state);
  const host = document.createElement('article');
  host.className = 'handout';
  document.body.append(host);
  const root = createRoot(host, { identifierPrefix: 'handout' });
  flushSync(() => root.render(handout));
  const clear = () => {
    root.unmount();
    host.remove();
  };
  // Where nobody tells when it is over, the next one comes instead of this one.
  window.addEventListener('afterprint', clear, { once: true });
  window.print();
}

async function ofLesson(state: HighwaterState, lesson: SpokenLesson): Promise<ReactNode> {
  const words = await loadWords();
  const said = words.lessons[lesson.id];
  if (!said) throw new Error('This lesson has no words.');
  const pictures = await picturesOf(state, lesson);
  return <LessonHandout lesson={lesson} said={said} words={words} pictures={pictures} />;
}

/** Each step as it begins, with nothing answered, whatever the learner has done. */
async function picturesOf(state: HighwaterState, lesson: SpokenLesson): Promise<readonly string[]> {
  let drive = driveFrom(lesson);
  const plate = await openPlate(document.body, { ...state, ...shownIn(drive) }, STEP_PICTURE);
  try {
    return lesson.steps.map(({ id }) => {
      plate.change(shownIn(drive));
      const about = { playing: false, title: id, prefix: `${id}-` };
      const { svg } = plate.drawingAt(drive.story, about);
      drive = driveOn(driveStep(drive, null));
      return svg;
    });
  } finally {
    plate.close();
  }
}

function shownIn({ recording, run }: Drive) {
  return { recording, frameIndex: 0, lesson: { ...run, answers: {} }, scene: run.lesson.scene };
}

async function ofRun(state: HighwaterState): Promise<ReactNode> {
  const plate = await openPlate(document.body, state, RUN_PICTURE);
  try {
    const about = { playing: false, title: 'The moment that is shown' };
    const { svg } = plate.drawingAt(state.playhead, about);
    return <RunHandout picture={svg} transcript={transcriptOf(state.recording)} />;
  } finally {
    plate.close();
  }
}
