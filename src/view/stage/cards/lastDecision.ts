import type { Event } from '../../../sim/event';
import { countWhile } from '../../../timeline/countWhile';
import type { ToldMoment } from '../../../timeline/mark';

/** Of several decisions in one moment, the one that matters most to the reader. */
const BY_WEIGHT: readonly Event['type'][] = [
  'leaderElected',
  'partitionWentOffline',
  'brokerFenced',
  'brokerUnfenced',
  'registrationRefused',
  'brokerRegistered',
  'reassignmentCompleted',
  'reassignmentCancelled',
  'reassignmentStarted',
  'topicCreated',
  'brokerUnregistered',
  'inSyncReplicasChanged',
];

const WEIGHTS = new Map(BY_WEIGHT.map((type, weight) => [type, weight]));

// Up to a moment that was asked for before. With load there are thousands, few of them decisions.
const known = new WeakMap<ToldMoment, Event | null>();

/** What the controller decided last up to a frame; null when nothing was told. */
export function lastDecision(told: readonly ToldMoment[], frameIndex: number): Event | null {
  const asked = countWhile(told, ({ index }) => index <= frameIndex) - 1;
  let decision: Event | null = null;
  for (let at = asked; at >= 0; at -= 1) {
    const moment = told[at];
    const before = moment && known.get(moment);
    decision = before ?? weightiest(moment?.events ?? []);
    if (decision || before === null) break;
  }
  const moment = told[asked];
  if (moment) known.set(moment, decision);
  return decision;
}

function weightiest(events: readonly Event[]): Event | null {
  let [found, weight]: [Event | null, number] = [null, Infinity];
  for (const event of events) {
    const itsWeight = WEIGHTS.get(event.type) ?? Infinity;
    if (itsWeight < Infinity && itsWeight <= weight) [found, weight] = [event, itsWeight];
  }
  return found;
}

/** A decision in a few words, and in fewer. */
export function decisionWords(event: Event): readonly string[] {
  switch (event.type) {
    case 'leaderElected':
      return [
        `elected broker ${event.leader} for ${event.partition}`,
        `${event.leader} leads ${event.partition}`,
        `new leader: ${event.leader}`,
        `leader: ${event.leader}`,
      ];
    case 'partitionWentOffline':
      return [`no leader for ${event.partition}`, `${event.partition}: none`, 'no leader'];
    case 'inSyncReplicasChanged':
      return [
        `${event.partition} in sync: ${event.to.join(', ') || 'nobody'}`,
        `in sync: ${event.to.join(', ') || 'nobody'}`,
        `${event.to.length} in sync`,
      ];
    case 'brokerFenced':
      return [`fenced broker ${event.broker}`];
    case 'brokerUnfenced':
      return [`unfenced broker ${event.broker}`];
    case 'brokerRegistered':
      return [`registered broker ${event.broker}`];
    case 'registrationRefused':
      return [`refused broker ${event.broker}`];
    case 'reassignmentStarted':
      return [`moving ${event.partition} to ${event.to.join(', ')}`, `moving ${event.partition}`];
    case 'reassignmentCompleted':
      return [
        `moved ${event.partition} to ${event.replicas.join(', ')}`,
        `moved ${event.partition}`,
      ];
    case 'reassignmentCancelled':
      return [`moves ${event.partition} no more`];
    case 'topicCreated':
      return [`created topic ${event.topic}`, `created ${event.topic}`];
    case 'brokerUnregistered':
      return [`struck off broker ${event.broker}`];
    default:
      return [];
  }
}
