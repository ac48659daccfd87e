import type { LatencyRange, Settings } from '../../sim/config';
import type { World } from '../../sim/world';

/** What stands in the fields of a new cluster: as it was typed, right or wrong. */
export interface SettingsDraft {
  readonly brokers: string;
  readonly partitions: string;
  readonly replicationFactor: string;
  readonly eligibleLeaderReplicas: boolean;
  /** One for each broker, from broker 1. */
  readonly racks: readonly string[];
  readonly producerRack: string;
  readonly consumerRack: string;
  readonly withinRackMinMs: string;
  readonly withinRackMaxMs: string;
  readonly betweenRacksMinMs: string;
  readonly betweenRacksMaxMs: string;
}

export const BROKERS_MAX = 9;

const DIGITS = /^\d+$/;

/** The fields as they stand for a cluster that there is. */
export function draftOf(settings: Settings): SettingsDraft {
  const brokers = Array.from({ length: BROKERS_MAX }, (_, at) => at + 1);
  return {
    brokers: String(settings.brokers),
    partitions: String(settings.partitions),
    replicationFactor: String(settings.replicationFactor),
    eligibleLeaderReplicas: settings.eligibleLeaderReplicas,
    racks: brokers.map((broker) => settings.racks[broker] ?? ''),
    producerRack: settings.clientRacks['producer-1'] ?? '',
    consumerRack: settings.clientRacks['consumer-1'] ?? '',
    withinRackMinMs: String(settings.withinRackLatency.minMs),
    withinRackMaxMs: String(settings.withinRackLatency.maxMs),
    betweenRacksMinMs: String(settings.betweenRacksLatency.minMs),
    betweenRacksMaxMs: String(settings.betweenRacksLatency.maxMs),
  };
}

/** Settings as the fields say, otherwise as they are in the cluster at this moment. */
export function settingsFrom(draft: SettingsDraft, world: World): Settings {
  const brokers = numberFrom(draft.brokers);
  return {
    ...runningSettings(world),
    brokers,
    partitions: numberFrom(draft.partitions),
    replicationFactor: numberFrom(draft.replicationFactor),
    eligibleLeaderReplicas: draft.eligibleLeaderReplicas,
    racks: racksFrom(draft.racks.slice(0, brokers)),
    clientRacks: clientRacksFrom(draft),
    withinRackLatency: rangeFrom(draft.withinRackMinMs, draft.withinRackMaxMs),
    betweenRacksLatency: rangeFrom(draft.betweenRacksMinMs, draft.betweenRacksMaxMs),
  };
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
  };
}

/** What was typed as a number, in digits only; NaN for what is none. */
export function numberFrom(text: string): number {
  return DIGITS.test(text.trim()) ? Number(text) : Number.NaN;
}

function rangeFrom(minMs: string, maxMs: string): LatencyRange {
  return { minMs: numberFrom(minMs), maxMs: numberFrom(maxMs) };
}

function clientRacksFrom({ producerRack, consumerRack }: SettingsDraft): Settings['clientRacks'] {
  return {
    ...(producerRack.trim() && { 'producer-1': producerRack.trim() }),
    ...(consumerRack.trim() && { 'consumer-1': consumerRack.trim() }),
  };
}

function racksFrom(names: readonly string[]): Settings['racks'] {
  const racks: Record<number, string> = {};
  for (const [at, name] of names.entries()) if (name.trim()) racks[at + 1] = name.trim();
  return racks;
}
