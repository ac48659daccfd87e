import { backoffMs, hash } from '../chance';
import { KAFKA } from '../config';
import { NO_LEADER, brokerNode, partitionIdsIn } from '../ids';
import type { BrokerId, ClientId, PartitionId, Tick } from '../ids';
import type { KnownLeader, MetadataResponse } from '../message';
import type { Wire } from '../network';
import { withRow } from '../table';
import type { ClientMetadata } from './state';

/** A client that has only its bootstrap list, and asks at the tick after its start. */
export function bootstrapMetadata(brokers: readonly BrokerId[], now: Tick): ClientMetadata {
  return {
    brokers,
    bootstrap: brokers,
    unanswered: 0,
    asksNext: null,
    leaders: {},
    updatedAt: -1,
    inFlight: null,
    dueAt: now + 1,
    attempt: 0,
  };
}

/** The metadata is known to be old: ask soon, with a growing pause when asked again and again. */
export function staleMetadata(wire: Wire, client: ClientId, known: ClientMetadata): ClientMetadata {
  if (known.inFlight !== null) return known;
  const { retryBackoffMs, retryBackoffMaxMs } = KAFKA;
  const identity = `${client}:metadata:${known.updatedAt}:${known.attempt}`;
  const pause = (): number =>
    backoffMs(wire.seed, identity, known.attempt - 1, retryBackoffMs, retryBackoffMaxMs, 20);
  const dueAt = known.attempt === 0 ? wire.now : wire.now + pause();
  return dueAt < known.dueAt ? { ...known, dueAt } : known;
}

/** Asks the broker that answered last, or the next one if it did not (leastLoadedNode). */
export function askMetadata(
  wire: Wire,
  client: ClientId,
  known: ClientMetadata,
  correlationId: number,
  isRoutine: boolean,
): ClientMetadata {
  const broker = known.asksNext ?? nextToAsk(wire, client, known);
  wire.outbox.push({
    from: client,
    to: brokerNode(broker),
    background: isRoutine,
    message: {
      type: 'metadataRequest',
      correlationId,
    },
  });
  const expiresAt = wire.now + KAFKA.requestTimeoutMs;
  const inFlight = { correlationId, broker, expiresAt };
  return { ...known, inFlight, attempt: known.attempt + 1 };
}

/** Takes an answer. One that knows no newer leader leaves the attempts counted. */
export function takeMetadata(
  wire: Wire,
  client: ClientId,
  known: ClientMetadata,
  response: MetadataResponse,
): ClientMetadata {
  if (known.inFlight?.correlationId !== response.correlationId) return known;
  const changed = changedLeaders(known, response);
  const { broker } = known.inFlight;
  if (changed.length > 0) {
    wire.events.push({ type: 'metadataRefreshed', client, broker, changed });
  }
  return {
    brokers: response.brokers.length === 0 ? known.brokers : response.brokers,
    bootstrap: known.bootstrap,
    unanswered: 0,
    asksNext: broker,
    leaders: newerLeaders(known, response),
    updatedAt: wire.now,
    inFlight: null,
    dueAt: wire.now + KAFKA.metadataMaxAgeMs,
    attempt: changed.length > 0 ? 0 : known.attempt,
  };
}

/** What an error answer says about who leads (KIP-951). */
export interface LeaderHint extends KnownLeader {
  readonly partition: PartitionId;
  /** Who says so. */
  readonly broker: BrokerId;
}

/**
 * Takes a hint at the leader of a partition, if it is newer than what the client knows of that
 * partition (Metadata.updatePartitionLeadership).
 */
export function takeLeaderHint(
  wire: Wire,
  client: ClientId,
  known: ClientMetadata,
  { broker, partition, leader, leaderEpoch }: LeaderHint,
): ClientMetadata {
  const before = known.leaders[partition];
  if (before === undefined || !isNewer(before, { leader, leaderEpoch })) return known;
  const type = 'leaderHinted';
  wire.events.push({ type, client, broker, partition, leader, leaderEpoch });
  return { ...known, leaders: withRow(known.leaders, partition, { leader, leaderEpoch }) };
}

/**
 * The broker that was asked does not answer. When none of the known ones does, the client starts
 * from its bootstrap list again (`metadata.recovery.strategy` = rebootstrap).
 */
export function failMetadata(wire: Wire, client: ClientId, known: ClientMetadata): ClientMetadata {
  const dueAt = wire.now + KAFKA.metadataMaxAgeMs;
  const failed = known.unanswered + 1;
  const isLost = failed >= known.brokers.length;
  const brokers = isLost ? known.bootstrap : known.brokers;
  const asksNext = nextToAsk(wire, client, { ...known, brokers });
  const unanswered = isLost ? 0 : failed;
  const after = { ...known, brokers, unanswered, asksNext, inFlight: null, dueAt };
  return staleMetadata(wire, client, after);
}

/**
 * The connection to a broker has closed, and what waited on it has failed, a question for metadata
 * too. The next one goes to another broker (NetworkClient.processDisconnection, leastLoadedNode).
 */
export function leaveBroker(
  wire: Wire,
  client: ClientId,
  known: ClientMetadata,
  broker: BrokerId,
): ClientMetadata {
  if (known.inFlight?.broker === broker) return failMetadata(wire, client, known);
  if (known.asksNext !== broker) return known;
  const { brokers } = known;
  return { ...known, asksNext: brokers[(brokers.indexOf(broker) + 1) % brokers.length] ?? broker };
}

// A client begins anywhere, and goes on to the next one when nobody answers.
function nextToAsk(wire: Wire, client: ClientId, { brokers, inFlight }: ClientMetadata): BrokerId {
  const failed = inFlight === null ? -1 : brokers.indexOf(inFlight.broker);
  const start = hash(wire.seed, client);
  const next = brokers[(failed === -1 ? start : failed + 1) % brokers.length];
  if (next === undefined) throw new Error(`${client} knows no broker.`);
  return next;
}

/** The leader of a partition if the client knows one. */
export function knownLeader(known: ClientMetadata, partition: PartitionId): KnownLeader | null {
  const leader = known.leaders[partition];
  return leader === undefined || leader.leader === NO_LEADER ? null : leader;
}

/** When an unanswered question, or the age of the metadata, calls for the next one. */
export function isMetadataDue(known: ClientMetadata, now: Tick): boolean {
  return known.inFlight === null && known.dueAt <= now;
}

function changedLeaders(
  known: ClientMetadata,
  response: MetadataResponse,
): readonly { readonly partition: PartitionId; readonly leader: BrokerId }[] {
  return partitionIdsIn(response.leaders).flatMap((partition) => {
    const before = known.leaders[partition];
    const after = response.leaders[partition];
    if (after === undefined || !isNewer(before, after)) return [];
    return before?.leader === after.leader ? [] : [{ partition, leader: after.leader }];
  });
}

// A broker that lags behind may answer with an older epoch, which the client ignores.
function newerLeaders(
  known: ClientMetadata,
  response: MetadataResponse,
): ClientMetadata['leaders'] {
  const leaders = { ...known.leaders };
  for (const partition of partitionIdsIn(response.leaders)) {
    const after = response.leaders[partition];
    if (after !== undefined && isNewer(leaders[partition], after)) leaders[partition] = after;
  }
  return leaders;
}

function isNewer(before: KnownLeader | undefined, after: KnownLeader): boolean {
  return before === undefined || after.leaderEpoch > before.leaderEpoch;
}
