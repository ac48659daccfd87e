import type { Settings } from './config';

/** What has a scene that shows what comes of it. */
export type AdviceId =
  'factorIsMinimum' | 'acksIgnoreMinimum' | 'factorTwo' | 'oneRack' | 'uncleanElection';

/** What Kafka accepts and people get wrong. */
export interface Advice {
  /** The setting beside which it is said. */
  readonly field: keyof Settings;
  /** What is the matter and what comes of it. */
  readonly because: string;
  /** The scene that shows it; null without one. */
  readonly scene: AdviceId | null;
}

/** The rack of each replica of a partition; undefined for a broker without one. */
type Placement = readonly (string | undefined)[];

/**
 * What Kafka accepts all the same, explained (TopicConfig, ProducerConfig, ReplicationConfigs).
 *
 * @param placements where the replicas of each partition are; left out: on any of the brokers
 */
export function settingsAdvice(
  settings: Settings,
  placements: readonly Placement[] = [everyBroker(settings)],
): readonly Advice[] {
  return [
    ...sizeAdvice(settings),
    ...rackAdvice(settings, placements),
    ...producerAdvice(settings),
    ...readerAdvice(settings),
    ...electionAdvice(settings),
  ];
}

function sizeAdvice({
  replicationFactor: factor,
  minInsyncReplicas: minimum,
}: Settings): readonly Advice[] {
  const advice: Advice[] = [];
  if (minimum > factor) {
    const because =
      `Kafka accepts this and uses ${factor}: min.insync.replicas is never more than the ` +
      'replication factor.';
    advice.push({ field: 'minInsyncReplicas', because, scene: null });
  }
  if (minimum >= factor && factor > 1) {
    const because =
      'A minimum equal to the replication factor survives no failure: acks=all writes stop as ' +
      'soon as one broker is out of sync.';
    advice.push({ field: 'minInsyncReplicas', because, scene: 'factorIsMinimum' });
  }
  if (factor === 1) {
    const because = 'With one copy, a partition is gone while its broker is.';
    advice.push({ field: 'replicationFactor', because, scene: null });
  }
  if (factor === 2) {
    const because =
      'With two copies, one failure leaves one: either writes stop then, or a second failure ' +
      'loses what was written meanwhile.';
    advice.push({ field: 'replicationFactor', because, scene: 'factorTwo' });
  }
  return advice;
}

function rackAdvice(
  { replicationFactor }: Settings,
  placements: readonly Placement[],
): readonly Advice[] {
  if (replicationFactor < 2 || !placements.some(isOneRack)) return [];
  const because =
    'All replicas are in one rack: without its power every copy is gone at once, and what was ' +
    'not on disk yet is lost.';
  return [{ field: 'racks', because, scene: 'oneRack' }];
}

function isOneRack([first, ...others]: Placement): boolean {
  return first !== undefined && others.length > 0 && others.every((rack) => rack === first);
}

function everyBroker({ brokers, racks }: Settings): Placement {
  const placement: (string | undefined)[] = [];
  for (let broker = 1; broker <= brokers; broker++) placement.push(racks[broker]);
  return placement;
}

function producerAdvice({
  acks,
  enableIdempotence,
  minInsyncReplicas: minimum,
}: Settings): readonly Advice[] {
  if (acks === 'all') {
    if (enableIdempotence) return [];
    const because = 'Without idempotence a retry may write a record twice, or out of order.';
    return [{ field: 'enableIdempotence', because, scene: null }];
  }
  const taken =
    acks === 0
      ? 'With acks=0 nobody tells the producer whether a record was written.'
      : 'With acks=1 a record is acknowledged before any follower has it.';
  const unasked = ` The minimum of ${minimum} does not protect it: only acks=all asks for that.`;
  const advice: Advice[] = [
    minimum > 1
      ? { field: 'acks', because: taken + unasked, scene: 'acksIgnoreMinimum' }
      : { field: 'acks', because: taken, scene: null },
  ];
  if (enableIdempotence) {
    const because =
      'Idempotence needs acks=all: left at its default it is off, and a producer that is told to ' +
      'have it does not start.';
    advice.push({ field: 'enableIdempotence', because, scene: null });
  }
  return advice;
}

function readerAdvice({ replicaSelector, racks, clientRacks }: Settings): readonly Advice[] {
  const ofBrokers = Object.values(racks);
  const isNear = Object.entries(clientRacks).some(
    ([client, rack]) => client.startsWith('consumer-') && ofBrokers.includes(rack),
  );
  if (replicaSelector === 'leader' || isNear) return [];
  const because = 'No consumer has the client.rack of a broker, so all read from the leader.';
  return [{ field: 'replicaSelector', because, scene: null }];
}

function electionAdvice({ uncleanLeaderElection }: Settings): readonly Advice[] {
  if (!uncleanLeaderElection) return [];
  const because =
    'A replica that lacks acknowledged records may be elected: the partition is back sooner, and ' +
    'they are lost for good.';
  return [{ field: 'uncleanLeaderElection', because, scene: 'uncleanElection' }];
}
