import type { HighwaterState } from '../../store/state';
import type { Reached } from '../../store/leafing';
import { countWhile } from '../../timeline/countWhile';
import type { ToldMoment } from '../../timeline/mark';
import { toldMoments } from '../../timeline/recording';
import { sentenceOf } from '../caption/sentenceOf';
import { markIn, marksOf } from './marksOnAxis';

/** Shows the next moment of the chosen kind, or the one before; where there is none, says so. */
export function jump(now: HighwaterState, by: 1 | -1): void {
  const { playhead, seek, pause, leaf } = now;
  const moment = momentOfKind(now, by);
  if (moment) seek(moment.story);
  else pause();
  leaf(moment ? { missed: null, reached: reachedBy(now, moment) } : { missed: { by, playhead } });
}

/** More than these are counted. */
const NAMED_MAX = 3;

/** All of the kind at the moment that is jumped to, but what the caption comes to tell. */
function reachedBy(before: HighwaterState, moment: ToldMoment): Reached | null {
  const { engine, leafing, recording } = before;
  if (!engine) return null;
  const caption = engine.captionOf(recording, moment);
  const breaks = engine.promiseBreaks(recording);
  const whats = moment.events
    .filter((each) =>
      leafing.kind === 'any' ? each === caption.event : markIn(each, breaks)?.kind === leafing.kind,
    )
    .map((each) => engine.explain(each).what);
  const { what: told } = engine.explain(caption.event);
  const isToldAlready = caption.what === sentenceOf(before);
  const untold = isToldAlready ? whats : whats.filter((what) => what !== told);
  const more = untold.length - NAMED_MAX;
  if (more > 0) untold.splice(NAMED_MAX, more, `And ${more} more.`);
  return untold.length > 0 ? { what: untold.join('\n'), playhead: moment.story } : null;
}

/** The nearest moment of the chosen kind after the one shown, or before it. */
export function momentOfKind(
  { engine, recording, playhead: story, leafing: { kind } }: HighwaterState,
  by: 1 | -1,
): ToldMoment | undefined {
  const moments = toldMoments(recording);
  const breaks = engine?.promiseBreaks(recording) ?? [];
  const isOfKind = (moment: ToldMoment) =>
    kind === 'any' || marksOf(moment, breaks).some((mark) => mark.kind === kind);
  const first = countWhile(moments, (moment) =>
    by > 0 ? moment.story <= story : moment.story < story,
  );
  for (let at = by > 0 ? first : first - 1; ; at += by) {
    const moment = moments[at];
    if (!moment || isOfKind(moment)) return moment;
  }
}
