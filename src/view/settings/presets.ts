import { DEFAULT_SETTINGS, type Settings } from '../../sim/config';
import { draftOf, type SettingsDraft } from './settingsDraft';

/** Settings that belong together, to fill the fields of a new cluster with. */
export interface Preset {
  readonly name: string;
  readonly says: string;
  readonly draft: SettingsDraft;
}

export const PRESETS: readonly Preset[] = [
  preset('Defaults', 'acks=all and, unlike Kafka by itself, min.insync.replicas=2', {}),
  preset('Three regions, nearest replica reads', 'a broker and a consumer in each region', {
    racks: { 1: 'us', 2: 'eu', 3: 'ap' },
    clientRacks: {
      'producer-1': 'us',
      'consumer-1': 'us',
      'consumer-2': 'eu',
      'consumer-3': 'ap',
    },
    consumers: 3,
    replicaSelector: 'rackAware',
  }),
  preset('Without eligible leader replicas', 'as before KIP-966', {
    eligibleLeaderReplicas: false,
  }),
  preset('Classic defaults', 'before Kafka 3: acks=1, min.insync.replicas=1, no idempotence', {
    acks: 1,
    minInsyncReplicas: 1,
    enableIdempotence: false,
    eligibleLeaderReplicas: false,
  }),
];

function preset(name: string, says: string, changed: Partial<Settings>): Preset {
  const settings = { ...DEFAULT_SETTINGS, ...changed };
  const { acks, enableIdempotence, uncleanLeaderElection } = settings;
  const minInsyncReplicas = String(settings.minInsyncReplicas);
  // Nothing is left open: it is the same whatever the cluster that runs is like.
  const closed = { acks, enableIdempotence, uncleanLeaderElection, minInsyncReplicas };
  return { name, says, draft: { ...draftOf(settings), ...closed } };
}
