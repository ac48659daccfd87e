import type { PartitionId } from '../../sim/ids';
import { frameCount, type Recording, scenarioOf } from '../../timeline/recording';
import { lastMark, markBehind } from '../../timeline/recording';
import type { Scenario } from '../../timeline/scenario';
import type { PanelName, Subject } from '../subject';
import { type InLesson, inLessonOf, type TakenLesson } from './inLesson';
import { worldSum } from './worldSum';

/** A run as a link holds it: one branch, as far as it was recorded, and the moment shown. */
export interface LinkedRun {
  readonly scenario: Scenario;
  /** How many frames were recorded. */
  readonly frames: number;
  /** The frame that is shown; after its point how much of the way to the next has passed. */
  readonly moment: number;
  /** What the world came to in the last frame, as a number. */
  readonly sum: number;
  /** What was chosen to be looked at, since the picture depends on it. */
  readonly partition: PartitionId;
  readonly isSpaceTimeShown: boolean;
  readonly panel: PanelName;
  readonly selected: Subject | null;
  /** How far the lesson has come that stands before the run in the address. */
  readonly inLesson: InLesson | null;
}

/** What is shown of a recording, and how. */
export interface Shown {
  readonly recording: Recording;
  /** Story seconds. */
  readonly playhead: number;
  readonly selectedPartition: PartitionId;
  readonly isSpaceTimeShown: boolean;
  readonly panel: PanelName;
  readonly selected: Subject | null;
  readonly lesson: TakenLesson | null;
}

/** Digits that tell more moments apart than a screen can show. */
const DIGITS = 9;

/**
 * The branch that is shown, at the moment that is. Throws what the simulation throws, when the last
 * frame has to be computed again.
 */
export function linkedRun(shown: Shown): LinkedRun {
  const { recording, playhead, selectedPartition, isSpaceTimeShown, selected, lesson } = shown;
  return {
    scenario: scenarioOf(recording),
    frames: frameCount(recording),
    moment: momentAt(recording, playhead),
    sum: worldSum(recording),
    partition: selectedPartition,
    isSpaceTimeShown,
    panel: shown.panel === 'lesson' && lesson === null ? 'events' : shown.panel,
    selected,
    inLesson: inLessonOf(lesson),
  };
}

/** The story second of a moment of a link; that of the last frame when there are not so many. */
export function storyOfMoment(recording: Recording, moment: number): number {
  const from = lastMark(recording, ({ index }) => index <= moment);
  const to = markBehind(recording, from);
  return to === null ? from.story : from.story + (moment - from.index) * (to.story - from.story);
}

function momentAt(recording: Recording, story: number): number {
  const from = lastMark(recording, (mark) => mark.story <= story);
  const to = markBehind(recording, from);
  if (to === null) return from.index;
  const share = (story - from.story) / (to.story - from.story);
  // Rounded, it is to stay before the next frame.
  return from.index + Math.min(Number(share.toFixed(DIGITS)), 1 - 10 ** -DIGITS);
}
