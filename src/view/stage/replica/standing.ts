import type { BrokerId } from '../../../sim/ids';
import { NO_LEADER } from '../../../sim/ids';
import type { Lifecycle, Replica } from '../../../sim/broker/state';
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
  | 'stillInSync';

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
    long: 'thinks it leads',
    short: 'thinks lead',
    spoken: 'thinks it leads, the controller says otherwise',
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
};

export function standingWords(standing: Standing): Words {
  return WORDS[standing];
}

/** Whether the row is drawn as a leader's: crown, filled ground, thick border. */
export function looksLikeLeader(standing: Standing): boolean {
  return standing === 'leader' || standing === 'thinksItLeads';
}

/** Compares what a broker believes of its replica with what the controller decided. */
export function standingOf(
  broker: BrokerId,
  lifecycle: Lifecycle,
  { role, leaderEpoch }: Replica,
  decided: PartitionRegistration,
): Standing {
  const leads = decided.leader === broker;
  const isInSync = decided.inSync.includes(broker);
  const isEligible = decided.eligible.includes(broker);
  if (lifecycle === 'NOT_RUNNING') {
    if (leads) return 'stillLeader';
    if (isInSync) return 'stillInSync';
    return isEligible ? 'eligible' : 'outOfSync';
  }
  if (role.type === 'leader')
    return leads && leaderEpoch === decided.leaderEpoch ? 'leader' : 'thinksItLeads';
  if (leads) return 'elected';
  if (isInSync) return decided.leader === NO_LEADER ? 'inSyncWithoutLeader' : 'inSync';
  if (isEligible) return 'eligible';
  return role.type === 'follower' && role.fetches ? 'catchingUp' : 'outOfSync';
}
