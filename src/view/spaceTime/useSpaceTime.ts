import { useMemo, useState } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { frameCount, frameIndexAt, type Recording, storyAt } from '../../timeline/recording';
import { markOf } from '../../timeline/run';
import { stretchesOf } from '../../timeline/stretches';
import { clamp } from '../stage/layout/geometry';
import { type Axis, axisOf, startOfView, storyAtX, xAt } from './axis';
import { layoutSpaceTime } from './layoutSpaceTime';
import type { SpaceTimeLayout } from './picture';
import { quietCounts } from './quietWords';
import { type Scene, sceneOf } from './scene';
import type { Wishes } from './wishes';
import { textWidth } from './textWidth';

/** How many story seconds are in view at first: a hop of a message lasts about one. */
const SECONDS = 17;
/** Pixels for each story second at first, where the view is narrow or wide. */
const SCALE_NARROW = 32;
const SCALE_WIDE = 60;
const SCALE_MIN = 4;
const SCALE_MAX = 400;
/** What the names of the lanes take. */
const COLUMN = 96;
const COLUMN_ON_PHONES = 80;
const PHONE_WIDTH = 500;
/** Of too many messages those nearest the playhead are drawn: others every so many frames. */
const LEAP = 100;
/** Left of the beginning of the story. */
const MARGIN = 14;

/** Where the person put the view, and which moment was shown then. */
interface Held {
  readonly story: number;
  readonly frameIndex: number;
}

/** What is in view, and what moves the view. */
export interface View {
  /** Left of the view: the names of the lanes. */
  readonly column: number;
  readonly scene: Scene;
  readonly layout: SpaceTimeLayout;
  readonly axis: Axis;
  /** The axis begins so many pixels left of the view. */
  readonly start: number;
  /** It does not follow the playhead. */
  readonly isHeld: boolean;
  readonly zoom: (factor: number, aroundX?: number) => void;
  readonly pan: (pixels: number) => void;
  readonly follow: () => void;
}

/** The view of a diagram of a size. It shows the playhead unless a person has put it elsewhere. */
export function useSpaceTime(full: number, height: number, wishes: Wishes): View {
  const column = full < PHONE_WIDTH ? COLUMN_ON_PHONES : COLUMN;
  const width = Math.max(0, full - column);
  const store = useHighwaterStore();
  const [zoomed, setScale] = useState<number | null>(null);
  const scale = zoomed ?? clamp(width / SECONDS, SCALE_NARROW, SCALE_WIDE);
  const [held, setHeld] = useState<Held | null>(null);
  const recording = useHighwater((state) => state.recording);
  const stretches = useMemo(() => stretchesOf(recording), [recording]);
  const collapses = !wishes.allMessages;
  const axis = useMemo(() => axisOf(stretches, scale, collapses), [stretches, scale, collapses]);
  const { start, isHeld } = useStart(axis, width, held);
  const hold = (x: number, on = axis) => {
    const story = Math.max(0, storyAtX(on, clamp(x, 0, Math.max(0, on.width - width / 4))));
    setHeld({ story, frameIndex: store.getState().frameIndex });
  };
  return {
    ...usePictureOf(recording, axis, start, { width, height, ...wishes }),
    column,
    axis,
    start,
    isHeld,
    zoom: (factor, aroundX) => {
      const next = clamp(scale * factor, SCALE_MIN, SCALE_MAX);
      setScale(next);
      if (aroundX === undefined && !isHeld) return;
      const x = aroundX ?? width / 2;
      const then = axisOf(stretches, next, collapses);
      hold(xAt(then, storyAtX(axis, start + x)) - x + MARGIN, then);
    },
    pan: (pixels) => {
      if (store.getState().playing) store.getState().pause();
      hold(start + MARGIN + pixels);
    },
    follow: () => setHeld(null),
  };
}

/** Where the view begins. Where a person put it, it stays until the playhead leaves it. */
function useStart(axis: Axis, width: number, held: Held | null) {
  const heldX = held && xAt(axis, held.story);
  const isHeld = useHighwater(({ playhead, frameIndex }) => {
    if (heldX === null) return false;
    const x = xAt(axis, playhead) - heldX;
    return frameIndex === held?.frameIndex || (x >= 0 && x <= width);
  });
  const following = useHighwater((state) => startOfView(xAt(axis, state.playhead), width));
  return { start: (isHeld && heldX !== null ? heldX : following) - MARGIN, isHeld };
}

interface PictureRequest extends Wishes {
  readonly width: number;
  readonly height: number;
}

/** What is in view, laid out anew when a frame is added or the view moves. */
function usePictureOf(
  recording: Recording,
  axis: Axis,
  start: number,
  { width, height, partition, allPartitions, allMessages }: PictureRequest,
): Pick<View, 'scene' | 'layout'> {
  const last = frameCount(recording) - 1;
  const from = frameIndexAt(recording, storyAtX(axis, start));
  const to = Math.min(frameIndexAt(recording, storyAtX(axis, start + width)) + 1, last);
  const focus = useHighwater(({ frameIndex }) =>
    clamp(Math.round(frameIndex / LEAP) * LEAP, from, to),
  );
  const scene = useMemo(() => {
    const wishes = { partition, allPartitions, allMessages };
    return sceneOf(recording, { first: from, to, focus }, wishes);
  }, [recording, from, to, focus, partition, allPartitions, allMessages]);
  const layout = useMemo(
    () =>
      layoutSpaceTime({
        scene,
        axis,
        start,
        width,
        height,
        storyOf: (tick) => storyAt(recording, tick),
        endTick: markOf(recording.line.run, last).tick,
        partition: allPartitions ? null : partition,
        textWidth,
        quietCounts: (pause) => quietCounts(recording, pause),
      }),
    [scene, axis, start, width, height, recording, last, allPartitions, partition],
  );
  return { scene, layout };
}
