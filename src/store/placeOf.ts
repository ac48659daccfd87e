import type { Moment } from '../lessons/moment';
import { scenarioOf, toldMoments } from '../timeline/recording';
import type { HighwaterState } from './state';

/** What is shown, by its name; null for a run that has none. */
export function namedMoment(state: HighwaterState): Moment | null {
  const { lesson, scene, recording, frameIndex } = state;
  if (lesson) return { lesson: lesson.lesson.id, step: lesson.step + 1 };
  if (!scene) return null;
  const step = toldMoments(recording).filter(({ index }) => index <= frameIndex).length;
  return { scene: scene.id, step };
}

/** Whether a name and a step lead to the very moment that is shown. A lesson has no other. */
export function isSaidBy({ step = 0 }: Moment, state: HighwaterState): boolean {
  const { scene, lesson, recording, playhead } = state;
  if (lesson) return true;
  const story = step === 0 ? 0 : toldMoments(recording)[step - 1]?.story;
  return scenarioOf(recording) === scene?.scenario && playhead === story;
}

/** Whether a link that was right may be wrong now. While it plays, nobody copies one. */
export function isElsewhere(state: HighwaterState, before: HighwaterState): boolean {
  if (state.playing) return false;
  return before.playing || LOOKED_AT.some((field) => state[field] !== before[field]);
}

const LOOKED_AT = [
  'recording',
  'playhead',
  'scene',
  'lesson',
  'selectedPartition',
  'isSpaceTimeShown',
  'panel',
  'selected',
] as const;
