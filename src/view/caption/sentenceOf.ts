import type { Event } from '../../sim/event';
import type { Explanation } from '../../sim/explain/explanation';
import { lastToldBefore } from '../../store/selectors';
import type { HighwaterState } from '../../store/state';
import type { Engine } from '../../timeline/engine';
import type { ToldMoment } from '../../timeline/mark';

/** What there is to say where nothing has happened yet. */
export const OPENING =
  'Press Produce: follow one record until it is safe. Or click a broker to crash it.';

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

/** What just happened and why; null before anything has. */
export function explanationOf(
  engine: Engine | null,
  moment: ToldMoment | null,
): Explanation | null {
  const event = moment && mainEvent(moment.events);
  return engine && event ? engine.explain(event) : null;
}

/** What just happened at the moment shown, as one sentence. */
export function sentenceOf(state: HighwaterState): string {
  return explanationOf(state.engine, lastToldBefore(state))?.what ?? state.watch ?? OPENING;
}

/** The event of a moment that the caption is about, and the row that the event list marks. */
export function mainEvent(events: readonly Event[]): Event | undefined {
  const first = FIRST_TOLD.find((type) => events.some((event) => event.type === type));
  const main = first ?? events.at(-1)?.type;
  return events.find(({ type }) => type === main);
}
