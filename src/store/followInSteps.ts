import type { StoreApi } from 'zustand/vanilla';
import type { HighwaterState } from './state';

/** All that playing on changes. */
const MOVED_BY_PLAYING: ReadonlySet<string> = new Set([
  'recording',
  'playhead',
  'frameIndex',
  'shownUntil',
]);

/** From what is shown to what is shown next. */
export interface Step {
  /** Of playing, whatever the speed. */
  readonly seconds: number;
  /** How often the story moved on: where drawing is slow, most of what moves still does. */
  readonly moves: number;
}

/**
 * Keeps one store equal to another, but while the story plays on, in steps: what is new is shown
 * at once, and what follows it too soon to be read is shown together. Whatever else changes, and a
 * story that stands still, is shown as it is.
 *
 * @param step how much passes between two steps at least
 * @returns how to stop it
 */
export function followInSteps(
  followed: StoreApi<HighwaterState>,
  shown: StoreApi<HighwaterState>,
  step: Step,
): () => void {
  let newAt = -Infinity;
  let moves = 0;
  const follow = (now: HighwaterState) => {
    const before = shown.getState();
    const isNew = now.frameIndex !== before.frameIndex;
    const passed = Math.abs(now.playhead - (isNew ? newAt : before.playhead));
    const isSoon = ++moves < step.moves || passed < step.seconds * now.speed;
    if (isSoon && onlyPlaysOn(before, now)) return;
    moves = 0;
    if (isNew) newAt = now.playhead;
    shown.setState(now, true);
  };
  follow(followed.getState());
  return followed.subscribe(follow);
}

function onlyPlaysOn(before: HighwaterState, now: HighwaterState): boolean {
  if (!now.playing || now.recording.line.run !== before.recording.line.run) return false;
  return Object.entries(now).every(
    ([key, value]) => MOVED_BY_PLAYING.has(key) || Reflect.get(before, key) === value,
  );
}
