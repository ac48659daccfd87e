import type { AutoOffsetReset, IsolationLevel, LatencyRange, Settings } from './config';
import { placementProblem } from './controller/placementProblem';
import type { KafkaError } from './kafkaError';
import { LIMITS, SIMULATED_MAX } from './limits';

/** What is wrong with one setting: Kafka's error name, and a sentence to stand beside the field. */
export interface SettingsProblem {
  readonly field: keyof Settings;
  readonly error: KafkaError;
  readonly because: string;
}

const TOPIC_NAME = /^[a-zA-Z0-9._-]{1,40}$/;
const RACK_NAME = /^.{1,40}$/;
const RESETS: readonly AutoOffsetReset[] = ['latest', 'earliest', 'none'];
const LEVELS: readonly IsolationLevel[] = ['read_uncommitted', 'read_committed'];
const SELECTORS: readonly Settings['replicaSelector'][] = ['leader', 'rackAware'];

/** Everything impossible in some settings, none when a cluster can be made of them. */
export function settingsProblems(settings: Settings): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const check = (field: keyof Settings, error: KafkaError, because: string | null): void => {
    if (because !== null) problems.push({ field, error, because });
  };
  const { brokers, partitions, replicationFactor, minInsyncReplicas, acks } = settings;
  check('brokers', 'INVALID_CONFIG', notSize('The number of brokers', 'brokers', brokers));
  const wrongPartitions = notSize('The number of partitions', 'partitions', partitions);
  check('partitions', 'INVALID_PARTITIONS', wrongPartitions);
  check(
    'replicationFactor',
    'INVALID_REPLICATION_FACTOR',
    factorProblem(brokers, replicationFactor),
  );
  const minimum = notCount('min.insync.replicas', minInsyncReplicas);
  check('minInsyncReplicas', 'INVALID_CONFIG', minimum);
  const isAcks = acks === 0 || acks === 1 || acks === 'all';
  check('acks', 'INVALID_REQUIRED_ACKS', isAcks ? null : 'acks is 0, 1 or all.');
  const isName = TOPIC_NAME.test(settings.topic);
  for (const { field, error, because } of clientProblems(settings)) check(field, error, because);
  check('topic', 'INVALID_CONFIG', isName ? null : 'A topic is letters, digits, dots and dashes.');
  check('withinRackLatency', 'INVALID_CONFIG', latencyProblem(settings.withinRackLatency));
  check('betweenRacksLatency', 'INVALID_CONFIG', latencyProblem(settings.betweenRacksLatency));
  return problems;
}

/** What is wrong with the clients, the disks, the switches and the names of racks. */
function clientProblems(settings: Settings): readonly SettingsProblem[] {
  const { enableIdempotence, uncleanLeaderElection, eligibleLeaderReplicas } = settings;
  const wrong: readonly (readonly [keyof Settings, string | null])[] = [
    ['producers', notSize('The number of producers', 'producers', settings.producers)],
    ['consumers', notSize('The number of consumers', 'consumers', settings.consumers)],
    [
      'logDirectories',
      notSize('The number of log.dirs', 'logDirectories', settings.logDirectories),
    ],
    ['enableIdempotence', notSwitch('enable.idempotence', enableIdempotence)],
    ['uncleanLeaderElection', notSwitch('unclean.leader.election.enable', uncleanLeaderElection)],
    [
      'eligibleLeaderReplicas',
      notSwitch('The feature of eligible leader replicas', eligibleLeaderReplicas),
    ],
    ['autoOffsetReset', notOneOf('auto.offset.reset', settings.autoOffsetReset, RESETS)],
    ['isolationLevel', notOneOf('isolation.level', settings.isolationLevel, LEVELS)],
    ['replicaSelector', notOneOf('The replica selector', settings.replicaSelector, SELECTORS)],
    ['racks', notNames('broker.rack', settings.racks)],
    ['clientRacks', notNames('client.rack', settings.clientRacks)],
  ];
  return wrong.flatMap(([field, because]) =>
    because === null ? [] : [{ field, error: 'INVALID_CONFIG', because }],
  );
}

/** Sizes that the page cannot show, on top of what Kafka refuses. */
export function pageProblems(settings: Settings): readonly SettingsProblem[] {
  const sizes = ['brokers', 'partitions', 'producers', 'consumers', 'logDirectories'] as const;
  return sizes.flatMap((field) => {
    if (!(settings[field] > LIMITS[field])) return [];
    const error = field === 'partitions' ? 'INVALID_PARTITIONS' : 'INVALID_CONFIG';
    const noun = field === 'logDirectories' ? 'log.dirs of a broker' : field;
    return [{ field, error, because: `The page shows at most ${LIMITS[field]} ${noun}.` }];
  });
}

function notCount(name: string, value: number): string | null {
  return Number.isInteger(value) && value >= 1 ? null : `${name} is a whole number from 1 up.`;
}

function notSize(name: string, field: keyof typeof SIMULATED_MAX, value: number): string | null {
  const most = SIMULATED_MAX[field];
  return value > most ? `${name} is at most ${most} here.` : notCount(name, value);
}

function notSwitch(name: string, value: unknown): string | null {
  return typeof value === 'boolean' ? null : `${name} is on or off.`;
}

function notOneOf(name: string, value: string, choices: readonly string[]): string | null {
  return choices.includes(value) ? null : `${name} is ${choices.join(' or ')}.`;
}

function notNames(name: string, table: { readonly [key in string]?: unknown }): string | null {
  const isName = (text: unknown) => typeof text === 'string' && RACK_NAME.test(text);
  return Object.values(table).every(isName) ? null : `A ${name} is 1 to 40 characters long.`;
}

function factorProblem(brokers: number, factor: number): string | null {
  if (notSize('', 'brokers', brokers) !== null) return null;
  const unfenced = Array.from({ length: brokers }, () => ({ fenced: false }));
  return placementProblem(unfenced, factor);
}

function latencyProblem({ minMs, maxMs }: LatencyRange): string | null {
  const isWhole = Number.isInteger(minMs) && Number.isInteger(maxMs);
  if (isWhole && minMs >= 1 && maxMs >= minMs && maxMs <= LIMITS.latencyMs) return null;
  return `Latency is whole milliseconds from 1 to ${LIMITS.latencyMs}, the least one first.`;
}
