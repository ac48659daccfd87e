import type { HighwaterState } from '../../store/state';
import type { EventKind, Reached } from '../../store/leafing';
import { countWhile } from '../../timeline/countWhile';
import type { ToldMoment } from '../../timeline/mark';
import { toldMoments } from '../../timeline/recording';
import { mainEvent, sentenceOf } from '../caption/sentenceOf';
import { markOf } from '../transport/markOf';
import { marksOf } from './marksOnAxis';

/** Shows the next moment of the chosen kind, or the one before; where there is none, says so. */
export function jump(now: HighwaterState, by: 1 | -1): void {
  const { recording, playhead, leafing, seek, pause, leaf } = now;
  const moment = momentOfKind(toldMoments(recording), playhead, leafing.kind, by);
  if (moment) seek(moment.story);
  else pause();
  leaf(moment ? { missed: null, reached: reachedBy(now, moment) } : { missed: { by, playhead } });
}

/** What to say of the moment that is jumped to, for the caption tells its main event only. */
function reachedBy(before: HighwaterState, { story, events }: ToldMoment): Reached | null {
  const { engine, leafing } = before;
  const main = mainEvent(events);
  const event = events.find((each) => markOf(each)?.kind === leafing.kind) ?? main;
  const what = event && engine?.explain(event).what;
  const isTold = event === main && what !== sentenceOf(before);
  return !what || isTold ? null : { what, playhead: story };
}

/** The nearest moment of a kind after a story second, or before it. */
export function momentOfKind(
  moments: readonly ToldMoment[],
  story: number,
  kind: EventKind,
  by: 1 | -1,
): ToldMoment | undefined {
  const isOfKind = (moment: ToldMoment) =>
    kind === 'any' || marksOf(moment).some((mark) => mark.kind === kind);
  const first = countWhile(moments, (moment) =>
    by > 0 ? moment.story <= story : moment.story < story,
  );
  for (let at = by > 0 ? first : first - 1; ; at += by) {
    const moment = moments[at];
    if (!moment || isOfKind(moment)) return moment;
  }
}
