import type { Command } from '../sim/command';
import type { Engine } from '../timeline/engine';
import {
  clusterTimeAt,
  frameIndexAt,
  isAtRest,
  lastStory,
  type Recording,
  storyAt,
  toldMoments,
} from '../timeline/recording';
import type { Playback } from './state';

/** Story seconds, most of an hour of cluster time: a page that is left alone comes to rest. */
const IDLE_SECONDS_MAX = 120;

/** A recording shown from its start, standing still. */
export function startPlayback(recording: Recording): Playback {
  return {
    recording,
    playhead: 0,
    frameIndex: 0,
    playing: false,
    idlesUntil: null,
    shownUntil: 0,
    failure: null,
  };
}

/** What of a state is its playback: to be put aside. */
export function playbackOf(state: Playback): Playback {
  const { recording, playhead, frameIndex, playing, idlesUntil, shownUntil, failure } = state;
  return { recording, playhead, frameIndex, playing, idlesUntil, shownUntil, failure };
}

/** Playing from the moment shown; at a settled end it goes on though nothing happens. */
export function played(playback: Playback): Playback {
  const { recording, playhead } = playback;
  const isOver = isAtRest(recording) && playhead >= lastStory(recording);
  return { ...playback, playing: true, idlesUntil: isOver ? playhead + IDLE_SECONDS_MAX : null };
}

/** Standing still at the moment shown. */
export function paused(playback: Playback): Playback {
  return { ...playback, playing: false, idlesUntil: null };
}

/**
 * The moment some story seconds later. Playing stops at the settled end, and where a promise is
 * broken for the first time: once, for what has been shown before is played over.
 */
export function advanced(playback: Playback, engine: Engine, storySeconds: number): Playback {
  const target = playback.playhead + storySeconds;
  const throughRest = target < (playback.idlesUntil ?? 0);
  const recording = engine.extend(playback.recording, target, { throughRest });
  const moved = at(playback, recording, target);
  const broken = engine.promiseBreaks(recording).find(({ happening: { story } }) => {
    return story > playback.shownUntil && story <= moved.playhead;
  });
  if (broken) return paused(at(playback, recording, broken.happening.story));
  const isOver = !throughRest && isAtRest(recording) && moved.playhead >= lastStory(recording);
  return isOver ? paused(moved) : moved;
}

/** A story second, within what is recorded. */
export function sought(playback: Playback, story: number): Playback {
  return paused(at(playback, playback.recording, story));
}

/** The next told moment, or the end of what can be simulated when there is none. */
export function steppedForward(playback: Playback, engine: Engine): Playback {
  const recording = engine.extendToNextTold(playback.recording, playback.playhead);
  const next = toldMoments(recording).find(({ story }) => story > playback.playhead);
  return paused(at(playback, recording, next?.story ?? lastStory(recording)));
}

/** The told moment before, or the start. */
export function steppedBack(playback: Playback): Playback {
  const told = toldMoments(playback.recording);
  const before = told.findLast(({ story }) => story < playback.playhead);
  return sought(playback, before?.story ?? 0);
}

/** The same moment with a command obeyed right after it, playing until the cluster settles. */
export function acted(playback: Playback, engine: Engine, command: Command): Playback {
  const { playhead, shownUntil } = playback;
  const recording = engine.act(playback.recording, playhead, command, shownUntil);
  const here = atSameTime({ ...playback, shownUntil: 0 }, recording);
  return { ...here, playing: true, idlesUntil: null };
}

/** The same moment of cluster time in another branch, or the end of that branch. */
export function branchSwitched(playback: Playback, engine: Engine, id: number): Playback {
  const recording = engine.switchBranch(playback.recording, id);
  if (recording === playback.recording) return playback;
  return paused(atSameTime({ ...playback, shownUntil: lastStory(recording) }, recording));
}

/** Cluster time stays where it is; story time may pass at another pace now. */
function atSameTime(playback: Playback, recording: Recording): Playback {
  const tick = clusterTimeAt(playback.recording, playback.playhead);
  return at(playback, recording, storyAt(recording, tick));
}

function at(playback: Playback, recording: Recording, story: number): Playback {
  // What is no number is the start.
  const playhead = Math.max(0, Math.min(story, lastStory(recording))) || 0;
  const shownUntil = Math.max(playback.shownUntil, playhead);
  const frameIndex = frameIndexAt(recording, playhead);
  return { ...playback, recording, playhead, frameIndex, shownUntil };
}
