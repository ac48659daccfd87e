import type { Acks, AutoOffsetReset, IsolationLevel } from '../../sim/config';
import type { LatencyRange, Settings } from '../../sim/config';
import type { ClientId } from '../../sim/ids';
import type { World } from '../../sim/world';

/** What stands in the fields of a new cluster: as it was typed, right or wrong. */
export interface SettingsDraft {
  readonly brokers: string;
  readonly partitions: string;
  readonly replicationFactor: string;
  readonly eligibleLeaderReplicas: boolean;
  readonly logDirectories: string;
  readonly producers: string;
  readonly consumers: string;
  readonly autoOffsetReset: AutoOffsetReset;
  readonly isolationLevel: IsolationLevel;
  readonly replicaSelector: Settings['replicaSelector'];
  /** Null: as it is in the cluster that runs. */
  readonly minInsyncReplicas: string | null;
  readonly uncleanLeaderElection: boolean | null;
  readonly acks: Acks | null;
  readonly enableIdempotence: boolean | null;
  /** One for each broker, from broker 1. */
  readonly racks: readonly string[];
  /** One for each client, in the order of CLIENTS. */
  readonly clientRacks: readonly string[];
  readonly withinRackMinMs: string;
  readonly withinRackMaxMs: string;
  readonly betweenRacksMinMs: string;
  readonly betweenRacksMaxMs: string;
}

export const BROKERS_MAX = 9;

/** Every client that a new cluster may begin with. */
export const CLIENTS: readonly ClientId[] = [
  'producer-1',
  'producer-2',
  'producer-3',
  'consumer-1',
  'consumer-2',
  'consumer-3',
];

const DIGITS = /^\d+$/;

/** The fields as they stand for a cluster that there is. */
export function draftOf(settings: Settings): SettingsDraft {
  const brokers = Array.from({ length: BROKERS_MAX }, (_, at) => at + 1);
  return {
    brokers: String(settings.brokers),
    partitions: String(settings.partitions),
    replicationFactor: String(settings.replicationFactor),
    eligibleLeaderReplicas: settings.eligibleLeaderReplicas,
    logDirectories: String(settings.logDirectories),
    producers: String(settings.producers),
    consumers: String(settings.consumers),
    autoOffsetReset: settings.autoOffsetReset,
    isolationLevel: settings.isolationLevel,
    replicaSelector: settings.replicaSelector,
    minInsyncReplicas: null,
    uncleanLeaderElection: null,
    acks: null,
    enableIdempotence: null,
    racks: brokers.map((broker) => settings.racks[broker] ?? ''),
    clientRacks: CLIENTS.map((client) => settings.clientRacks[client] ?? ''),
    withinRackMinMs: String(settings.withinRackLatency.minMs),
    withinRackMaxMs: String(settings.withinRackLatency.maxMs),
    betweenRacksMinMs: String(settings.betweenRacksLatency.minMs),
    betweenRacksMaxMs: String(settings.betweenRacksLatency.maxMs),
  };
}

/** Settings as the fields say; what they leave open is as in the cluster at this moment. */
export function settingsFrom(draft: SettingsDraft, world: World): Settings {
  const running = runningSettings(world);
  const brokers = numberFrom(draft.brokers);
  const { minInsyncReplicas: minimum } = draft;
  return {
    ...running,
    brokers,
    partitions: numberFrom(draft.partitions),
    replicationFactor: numberFrom(draft.replicationFactor),
    eligibleLeaderReplicas: draft.eligibleLeaderReplicas,
    logDirectories: numberFrom(draft.logDirectories),
    producers: numberFrom(draft.producers),
    consumers: numberFrom(draft.consumers),
    autoOffsetReset: draft.autoOffsetReset,
    isolationLevel: draft.isolationLevel,
    replicaSelector: draft.replicaSelector,
    minInsyncReplicas: minimum === null ? running.minInsyncReplicas : numberFrom(minimum),
    uncleanLeaderElection: draft.uncleanLeaderElection ?? running.uncleanLeaderElection,
    acks: draft.acks ?? running.acks,
    enableIdempotence: draft.enableIdempotence ?? running.enableIdempotence,
    racks: racksFrom(draft.racks.slice(0, brokers)),
    clientRacks: clientRacksFrom(draft),
    withinRackLatency: rangeFrom(draft.withinRackMinMs, draft.withinRackMaxMs),
    betweenRacksLatency: rangeFrom(draft.betweenRacksMinMs, draft.betweenRacksMaxMs),
  };
}

/** The clients that a new cluster begins with. */
export function clientsOf({ producers, consumers }: SettingsDraft): readonly ClientId[] {
  const counts = { producer: numberFrom(producers), consumer: numberFrom(consumers) };
  return CLIENTS.filter((client) => {
    const [kind, number] = client.split('-');
    return Number(number) <= (kind === 'producer' ? counts.producer : counts.consumer);
  });
}

/** The settings of a cluster, with what commands have changed since it was made. */
export function runningSettings(world: World): Settings {
  const { settings, controller, producers } = world;
  const topic = controller.image.topics[settings.topic];
  const producer = Object.values(producers)[0];
  return {
    ...settings,
    minInsyncReplicas: topic?.minInsyncReplicas ?? settings.minInsyncReplicas,
    uncleanLeaderElection: topic?.uncleanLeaderElection ?? settings.uncleanLeaderElection,
    acks: producer?.acks ?? settings.acks,
    enableIdempotence: producer?.enableIdempotence ?? settings.enableIdempotence,
  };
}

/** What was typed as a number, in digits only; NaN for what is none. */
export function numberFrom(text: string): number {
  return DIGITS.test(text.trim()) ? Number(text) : Number.NaN;
}

function rangeFrom(minMs: string, maxMs: string): LatencyRange {
  return { minMs: numberFrom(minMs), maxMs: numberFrom(maxMs) };
}

function clientRacksFrom(draft: SettingsDraft): Settings['clientRacks'] {
  const racks: Record<string, string> = {};
  for (const client of clientsOf(draft)) {
    const name = draft.clientRacks[CLIENTS.indexOf(client)]?.trim();
    if (name) racks[client] = name;
  }
  return racks;
}

function racksFrom(names: readonly string[]): Settings['racks'] {
  const racks: Record<number, string> = {};
  for (const [at, name] of names.entries()) if (name.trim()) racks[at + 1] = name.trim();
  return racks;
}
