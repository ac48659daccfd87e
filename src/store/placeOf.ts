import type { Moment } from '../lessons/moment';
import { partitionId } from '../sim/ids';
import { lastStory, scenarioOf, toldMoments } from '../timeline/recording';
import type { HighwaterState } from './state';

/** What is shown, by its name; null for a run that has none. */
export function namedMoment(state: HighwaterState): Moment | null {
  const { lesson, scene, recording, frameIndex } = state;
  if (lesson) return { lesson: lesson.lesson.id, step: lesson.step + 1 };
  if (!scene) return null;
  const step = toldMoments(recording).filter(({ index }) => index <= frameIndex).length;
  return { scene: scene.id, step };
}

/** Whether a name and a step lead to the very picture that is shown. */
export async function isSaidBy({ step = 0 }: Moment, state: HighwaterState): Promise<boolean> {
  const { scene, lesson, recording, playhead } = state;
  if (!isLookedAtAsAlways(state)) return false;
  if (lesson) return (await import('../lessons/drive')).isAsDriven(lesson, recording, playhead);
  const story = step === 0 ? 0 : toldMoments(recording)[step - 1]?.story;
  const isAtEnd = playhead === story && playhead === lastStory(recording);
  return isAtEnd && scenarioOf(recording) === scene?.scenario;
}

/** Whether a name leads to the beginning of what is shown. */
export function isBegunBy(state: HighwaterState): boolean {
  const { scene, lesson, recording } = state;
  if (lesson) return true;
  return isLookedAtAsAlways(state) && scenarioOf(recording) === scene?.scenario;
}

/** Whether nobody has chosen what to look at, and how. */
export function isLookedAtAsAlways(state: HighwaterState): boolean {
  const { recording, lesson, panel, selected, selectedPartition, isSpaceTimeShown } = state;
  // The panel of a lesson that is over is the first of those that are left.
  const isFirst = panel === 'lesson' || (panel === 'events' && !lesson);
  const partition = partitionId(scenarioOf(recording).settings.topic, 0);
  return isFirst && !selected && !isSpaceTimeShown && selectedPartition === partition;
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
