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

/** More than these are counted. */
const NAMED_MAX = 3;

/** All of the kind at the moment that is jumped to, but what the caption comes to tell. */
function reachedBy(before: HighwaterState, { story, events }: ToldMoment): Reached | null {
  const { engine, leafing } = before;
  const main = mainEvent(events);
  if (!engine || !main) return null;
  const whats = events
    .filter((each) =>
      leafing.kind === 'any' ? each === main : markOf(each)?.kind === leafing.kind,
    )
    .map((each) => engine.explain(each).what);
  const told = engine.explain(main).what;
  const untold = told === sentenceOf(before) ? whats : whats.filter((what) => what !== told);
  const more = untold.length - NAMED_MAX;
  if (more > 0) untold.splice(NAMED_MAX, more, `And ${more} more.`);
  return untold.length > 0 ? { what: untold.join('\n'), playhead: story } : null;
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
