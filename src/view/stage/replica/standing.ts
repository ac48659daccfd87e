import { NO_LEADER, type BrokerId } from '../../../sim/ids';
import type { BrokerState, Replica } from '../../../sim/broker/state';
import type { PartitionRegistration } from '../../../sim/controller/state';

/** What a replica is: its broker's belief and the controller's decision, and how they differ. */
export type Standing =
  | 'leader'
  /** Believes that it leads; the controller chose another or nobody. */
  | 'thinksItLeads'
  /** Chosen by the controller; its broker has not applied that metadata yet. */
  | 'elected'
  | 'inSync'
  | 'catchingUp'
  | 'eligible'
  | 'outOfSync'
  /** In the in-sync set of a partition that nobody leads. */
  | 'inSyncWithoutLeader'
  /** Its broker is down and the controller still names it leader. */
  | 'stillLeader'
  /** Its broker is down and still in the in-sync set. */
  | 'stillInSync'
  /** Led last, and may be brought back when nobody else can lead (KIP-966). */
  | 'lastKnownLeader'
  /** The partition was reassigned to others; its broker has not deleted it yet. */
  | 'dropped'
  /** Its log directory cannot be read any more (KIP-858). */
  | 'diskFailed';

/** What a reassignment under way has in mind for a replica. */
export type Move = 'adding' | 'removing';

interface Words {
  readonly long: string;
  /** At most twelve characters. */
  readonly short: string;
  /** For a screen reader, after the name of the partition. */
  readonly spoken: string;
}

const WORDS: Readonly<Record<Standing, Words>> = {
  leader: { long: 'LEADER', short: 'LEADER', spoken: 'leader' },
  thinksItLeads: {
    long: 'believes it leads',
    short: 'not leader',
    spoken: 'believes it leads, the controller says otherwise',
  },
  elected: {
    long: 'elected, not told',
    short: 'elected',
    spoken: 'elected leader, not told yet',
  },
  inSync: { long: 'follower · in sync', short: 'in sync', spoken: 'follower, in sync' },
  catchingUp: {
    long: 'follower · catching up',
    short: 'catching up',
    spoken: 'follower, catching up, out of the in-sync set',
  },
  eligible: {
    long: 'eligible leader',
    short: 'eligible',
    spoken: 'eligible leader, out of the in-sync set',
  },
  outOfSync: { long: 'out of ISR', short: 'out of ISR', spoken: 'out of the in-sync set' },
  inSyncWithoutLeader: {
    long: 'in ISR · no leader',
    short: 'no leader',
    spoken: 'in the in-sync set, without a leader',
  },
  stillLeader: {
    long: 'still leader',
    short: 'still leader',
    spoken: 'still leader for the controller',
  },
  stillInSync: {
    long: 'still in ISR',
    short: 'still in ISR',
    spoken: 'still in the in-sync set',
  },
  lastKnownLeader: {
    long: 'last known leader',
    short: 'led last',
    spoken: 'last known leader, out of the in-sync set',
  },
  dropped: {
    long: 'no longer a replica',
    short: 'dropped',
    spoken: 'no longer a replica, not deleted yet',
  },
  diskFailed: {
    long: 'disk failed',
    short: 'disk failed',
    spoken: 'disk failed, it cannot be read',
  },
};

export function standingWords(standing: Standing): Words {
  return WORDS[standing];
}

/** Whether the row is drawn as a leader's: crown, filled ground, thick border. */
export function looksLikeLeader(standing: Standing): boolean {
  return standing === 'leader';
}

/** Compares what a broker believes of its replica with what the controller decided. */
export function standingOf(
  broker: Pick<BrokerState, 'id' | 'lifecycle' | 'offlineDirectories'>,
  { role, leaderEpoch, directory }: Replica,
  decided: PartitionRegistration,
): Standing {
  const leads = decided.leader === broker.id;
  if (!decided.replicas.includes(broker.id)) return 'dropped';
  if (broker.offlineDirectories.includes(directory)) return 'diskFailed';
  if (broker.lifecycle === 'NOT_RUNNING') {
    if (leads) return 'stillLeader';
    return decided.inSync.includes(broker.id) ? 'stillInSync' : outside(broker.id, decided);
  }
  if (role.type === 'leader')
    return leads && leaderEpoch === decided.leaderEpoch ? 'leader' : 'thinksItLeads';
  if (leads) return 'elected';
  if (decided.inSync.includes(broker.id))
    return decided.leader === NO_LEADER ? 'inSyncWithoutLeader' : 'inSync';
  const place = outside(broker.id, decided);
  const catchesUp = place === 'outOfSync' && role.type === 'follower' && role.fetches;
  return catchesUp ? 'catchingUp' : place;
}

function outside(broker: BrokerId, decided: PartitionRegistration): Standing {
  if (decided.eligible.includes(broker)) return 'eligible';
  const ledLast = decided.leader === NO_LEADER && decided.lastKnownLeaders.includes(broker);
  return ledLast ? 'lastKnownLeader' : 'outOfSync';
}

/** Whether a reassignment brings a replica or takes it away; null when neither. */
export function moveOf(broker: BrokerId, decided: PartitionRegistration): Move | null {
  if (decided.adding.includes(broker)) return 'adding';
  return decided.removing.includes(broker) ? 'removing' : null;
}
