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
  /**
   * Where showing takes longer than a frame, how many times as long passes until the next: what has
   * room in a frame holds nothing up, and of the rest most is left for what moves.
   */
  readonly rest?: number;
  /**
   * Shows later what somebody looks for in the story, so that the rest follows the hand. Returns
   * how to take that back. Left out: all of it is shown at once.
   */
  readonly putOff?: (show: () => void) => () => void;
}

/** Seconds, about, on the usual screen. */
const FRAME = 0.017;
/** However slow it is to show, nothing rests for more seconds than these. */
const REST_MAX = 0.5;

/** So often in a row what is looked for is put off. */
const PUT_OFF_MAX = 16;

/**
 * Keeps one store equal to another, but while the story plays on, in steps: what is new is shown
 * at once, and what follows it too soon to be read is shown together. Whatever else changes is
 * shown as it is; so is a story that stands still, if a moment later where that may be.
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
  let least = step.seconds;
  let takeBack: (() => void) | null = null;
  const show = () => {
    takeBack?.();
    takeBack = null;
    moves = 0;
    const now = followed.getState();
    if (now.frameIndex !== shown.getState().frameIndex) newAt = now.playhead;
    shown.setState(now, true);
  };
  const follow = (now: HighwaterState, last: HighwaterState) => {
    const before = shown.getState();
    moves += 1;
    // What was shown is drawn until the story moves on, by as much as that took.
    if (moves === 1) least = leastFor(step, Math.abs(now.playhead - last.playhead) / now.speed);
    if (!onlyMoves(before, now)) return show();
    if (now.playing) {
      const from = now.frameIndex === before.frameIndex ? before.playhead : newAt;
      const passed = Math.abs(now.playhead - from);
      if (moves >= step.moves && passed >= least * now.speed) show();
      return;
    }
    if (!step.putOff) return show();
    if (takeBack && moves > PUT_OFF_MAX) return;
    takeBack?.();
    takeBack = step.putOff(show);
  };
  show();
  const stop = followed.subscribe(follow);
  return () => {
    takeBack?.();
    stop();
  };
}

/** Seconds between two steps when showing the first of them took so many. */
function leastFor({ seconds, rest = 0 }: Step, took: number): number {
  return Math.max(seconds, Math.min(rest * (took - FRAME), REST_MAX));
}

function onlyMoves(before: HighwaterState, now: HighwaterState): boolean {
  if (now.recording.line.run !== before.recording.line.run) return false;
  for (const key in now) {
    if (!MOVED_BY_PLAYING.has(key) && Reflect.get(before, key) !== Reflect.get(now, key))
      return false;
  }
  return true;
}
