import { weightOf } from '../../sim/weight';
import type { ToldMoment } from '../../timeline/mark';
import { clusterTimeAt, recentEvents, type Recording } from '../../timeline/recording';
import { frame } from '../../timeline/recording';

const WINDOW_SECONDS = 30;

/** The last half minute of the story up to a frame, with everything but routine traffic. */
export function detailedMoments(recording: Recording, frameIndex: number): readonly ToldMoment[] {
  const { story } = frame(recording, frameIndex);
  const moments: (ToldMoment & { events: ToldMoment['events'][number][] })[] = [];
  for (const { event, story: at } of recentEvents(recording, story, WINDOW_SECONDS)) {
    if (weightOf(event) === 'background') continue;
    const last = moments.at(-1);
    if (last?.story === at) last.events.push(event);
    else {
      const tick = Math.round(clusterTimeAt(recording, at));
      moments.push({ index: moments.length, story: at, tick, events: [event] });
    }
  }
  return moments;
}
