import type { Event } from '../sim/event';
import { explain } from '../sim/explain';
import type { Explanation } from '../sim/explain/explanation';
import { list } from '../sim/explain/words';
import type { ToldMoment } from './mark';
import { promiseBreaks } from './promiseBreaks';
import type { Recording } from './recording';

/** What decides the day goes before what follows from it. */
const FIRST_TOLD: readonly Event['type'][] = [
  'promiseBroken',
  'partitionWentOffline',
  'leaderElected',
  'brokerFenced',
  'brokerCrashed',
  'powerLost',
  'instanceLost',
  'logDirectoryFailed',
  'brokerStarted',
  'brokerUnfenced',
  'logTruncated',
  'deliveryFailed',
  'recordsAcknowledged',
  'inSyncReplicasChanged',
];

/** What a caption says of a moment, and the event that it is about. */
export interface Caption extends Explanation {
  readonly event: Event;
}

const captions = new WeakMap<ToldMoment, Caption>();

/** What happened at a moment and why: before all else which promise was broken by it. */
export function captionOf(recording: Recording, moment: ToldMoment): Caption {
  const known = captions.get(moment);
  if (known) return known;
  const breaks = promiseBreaks(recording).filter(({ happening: { index } }) => {
    return index === moment.index;
  });
  const event = breaks[0]?.happening.event ?? mainEvent(moment.events);
  const told = explain(event);
  const names = breaks.map(({ promise }) => `“${promise.name}”`);
  const what = names.length > 0 ? `Broken: ${list(names)}. ${told.what}` : told.what;
  const caption = { ...told, what, event };
  captions.set(moment, caption);
  return caption;
}

function mainEvent(events: ToldMoment['events']): Event {
  const first = FIRST_TOLD.find((type) => events.some((event) => event.type === type));
  const type = first ?? events.at(-1)?.type;
  const main = events.find((event) => event.type === type);
  if (!main) throw new Error('Nothing is told at this moment.');
  return main;
}
