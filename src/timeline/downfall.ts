import { explain } from '../sim/explain';
import type { BrokerId, PartitionId } from '../sim/ids';
import type { Happening } from './mark';
import { type HappeningOf, isDeed, lastWell, latest, latestHarm, type Past } from './past';
import { type Cause, preferredSetting } from './permits';

/** Links of a chain of causes; one that is not known is undefined. */
export type Links = readonly (Cause | undefined)[];

/** A broker and the partition of which it has, or had, a copy. */
export interface Holder {
  readonly broker: BrokerId;
  readonly partition: PartitionId;
}

/** One link of a chain: what an event says of itself, and a note. */
export function link(happening: Happening | undefined, note: string = ''): Cause | undefined {
  if (happening === undefined) return undefined;
  const { what } = explain(happening.event);
  const kind = isDeed(happening.event) ? 'deed' : 'event';
  return { says: note === '' ? what : `${what} ${note}`, kind, happening };
}

/** Why a broker could lead a partition no longer, before an event of a number. */
export function downfallLinks(past: Past, holder: Holder, before: number): Links {
  const removal = removalLinks(past, holder, before);
  if (removal.length > 0) return removal;
  const { broker } = holder;
  const harm = latestHarm(past, holder, before);
  const well = lastWell(past, holder, before);
  const fenced = latest(past, 'brokerFenced', (one) => one.broker === broker, before);
  const isLater = fenced !== undefined && fenced.number > Math.max(harm?.number ?? 0, well);
  return [isLater && harm ? link(fenced, explain(fenced.event).why) : undefined, link(harm)];
}

/** Why somebody else was elected: who led may be alive and well. */
export function electionLinks(past: Past, elected: HappeningOf<'leaderElected'>): Links {
  const { by, from: broker, partition } = elected.event;
  if (by === 'preferred') return [preferredSetting(past, elected)];
  return downfallLinks(past, { broker, partition }, elected.number);
}

/** By whose wish a broker holds a partition no longer (PartitionReassignmentReplicas). */
function removalLinks(past: Past, { broker, partition }: Holder, before: number): Links {
  const removed = latest(
    past,
    'reassignmentCompleted',
    (one) => one.partition === partition && one.removed.includes(broker),
    endOfTick(past, before),
  );
  const isAgain = removed && lastWell(past, { broker, partition }, before) > removed.number;
  if (!removed || isAgain) return [];
  const started = latest(past, 'reassignmentStarted', (one) => one.partition === partition);
  return [link(removed), link(started)];
}

// What is decided together is told one after the other.
function endOfTick({ happenings }: Past, number: number): number {
  const at = happenings[number - 1];
  const later = happenings.slice(number).find(({ tick }) => at === undefined || tick > at.tick);
  return later?.number ?? Infinity;
}
