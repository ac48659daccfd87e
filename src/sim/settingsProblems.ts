import type { LatencyRange, Settings } from './config';
import { placementProblem } from './controller/placementProblem';
import type { KafkaError } from './kafkaError';
import { LIMITS } from './limits';

/** What is wrong with one setting: Kafka's error name, and a sentence to stand beside the field. */
export interface SettingsProblem {
  readonly field: keyof Settings;
  readonly error: KafkaError;
  readonly because: string;
}

/** What Kafka accepts and people get wrong. */
export interface SettingsAdvice {
  readonly field: keyof Settings;
  readonly because: string;
}

const TOPIC_NAME = /^[a-zA-Z0-9._-]{1,40}$/;

/** Everything impossible in some settings, none when a cluster can be made of them. */
export function settingsProblems(settings: Settings): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const check = (field: keyof Settings, error: KafkaError, because: string | null): void => {
    if (because !== null) problems.push({ field, error, because });
  };
  const { brokers, partitions, replicationFactor, minInsyncReplicas, acks } = settings;
  check('brokers', 'INVALID_CONFIG', notCount('The number of brokers', brokers));
  check('partitions', 'INVALID_PARTITIONS', notCount('The number of partitions', partitions));
  check(
    'replicationFactor',
    'INVALID_REPLICATION_FACTOR',
    factorProblem(brokers, replicationFactor),
  );
  const producers = notCount('The number of producers', settings.producers);
  check('producers', 'INVALID_CONFIG', producers);
  const minimum = notCount('min.insync.replicas', minInsyncReplicas);
  check('minInsyncReplicas', 'INVALID_CONFIG', minimum);
  const isAcks = acks === 0 || acks === 1 || acks === 'all';
  check('acks', 'INVALID_REQUIRED_ACKS', isAcks ? null : 'acks is 0, 1 or all.');
  const isName = TOPIC_NAME.test(settings.topic);
  check('topic', 'INVALID_CONFIG', isName ? null : 'A topic is letters, digits, dots and dashes.');
  check('withinRackLatency', 'INVALID_CONFIG', latencyProblem(settings.withinRackLatency));
  check('betweenRacksLatency', 'INVALID_CONFIG', latencyProblem(settings.betweenRacksLatency));
  return problems;
}

/** Sizes that the page cannot show, on top of what Kafka refuses. */
export function pageProblems(settings: Settings): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const error = 'INVALID_CONFIG';
  if (settings.brokers > LIMITS.brokers) {
    const because = `The page shows at most ${LIMITS.brokers} brokers.`;
    problems.push({ field: 'brokers', error, because });
  }
  if (settings.partitions > LIMITS.partitions) {
    const because = `The page shows at most ${LIMITS.partitions} partitions.`;
    problems.push({ field: 'partitions', error: 'INVALID_PARTITIONS', because });
  }
  if (settings.producers > LIMITS.producers) {
    const because = `The page shows at most ${LIMITS.producers} producers.`;
    problems.push({ field: 'producers', error: 'INVALID_CONFIG', because });
  }
  return problems;
}

/** What Kafka accepts all the same, explained. */
export function settingsAdvice(settings: Settings): readonly SettingsAdvice[] {
  const { replicationFactor: factor, minInsyncReplicas: minimum, acks } = settings;
  const advice: SettingsAdvice[] = [];
  if (minimum > factor) {
    const because =
      `Kafka accepts this and uses ${factor}: min.insync.replicas is never more than the ` +
      'replication factor.';
    advice.push({ field: 'minInsyncReplicas', because });
  }
  if (minimum >= factor && factor > 1) {
    const because =
      'With a minimum equal to the replication factor, acks=all writes stop as soon as one ' +
      'broker is out of sync.';
    advice.push({ field: 'minInsyncReplicas', because });
  }
  if (factor === 1) {
    const because = 'With one copy, a partition is gone while its broker is.';
    advice.push({ field: 'replicationFactor', because });
  }
  if (acks !== 'all') {
    const because =
      acks === 0
        ? 'With acks=0 nobody tells the producer whether a record was written.'
        : 'With acks=1 a record is acknowledged before any follower has it.';
    advice.push({ field: 'acks', because });
  }
  if (acks === 'all' && !settings.enableIdempotence) {
    const because = 'Without idempotence a retry may write a record twice, or out of order.';
    advice.push({ field: 'enableIdempotence', because });
  }
  if (settings.uncleanLeaderElection) {
    const because = 'A replica that lacks committed records may be elected; they are lost then.';
    advice.push({ field: 'uncleanLeaderElection', because });
  }
  return advice;
}

function notCount(name: string, value: number): string | null {
  return Number.isInteger(value) && value >= 1 ? null : `${name} is a whole number from 1 up.`;
}

function factorProblem(brokers: number, factor: number): string | null {
  if (!Number.isInteger(brokers) || brokers < 1) return null;
  const unfenced = Array.from({ length: brokers }, () => ({ fenced: false }));
  return placementProblem(unfenced, factor);
}

function latencyProblem({ minMs, maxMs }: LatencyRange): string | null {
  const isWhole = Number.isInteger(minMs) && Number.isInteger(maxMs);
  if (isWhole && minMs >= 1 && maxMs >= minMs && maxMs <= LIMITS.latencyMs) return null;
  return `Latency is whole milliseconds from 1 to ${LIMITS.latencyMs}, the least one first.`;
}
