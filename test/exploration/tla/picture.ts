import type { LogRecord } from './log';
import { listed, type Leadership, type State } from './state';

/** What a trace shows of a state. Replicas count from 1, and -1 is nobody. */
export interface Picture {
  /** What led to it. */
  readonly action: string;
  readonly quorum: LeadershipPicture;
  readonly replicas: Readonly<Record<string, ReplicaPicture>>;
}

interface LeadershipPicture extends Omit<Leadership, 'isr'> {
  readonly isr: readonly number[];
}

interface ReplicaPicture extends LeadershipPicture {
  readonly hw: number;
  readonly log: readonly LogRecord[];
}

/** A state as a trace shows it. What has been requested is not in it, nor the next id. */
export function pictureOf(action: string, { quorum, replicas }: State): Picture {
  const leadershipOf = ({ leader, leaderEpoch, isr }: Leadership): LeadershipPicture => ({
    leader: leader < 0 ? -1 : leader + 1,
    leaderEpoch,
    isr: listed(isr, replicas.length).map((id) => id + 1),
  });
  const pictures = replicas.map((replica) => {
    const { id, hw, log } = replica;
    return [id + 1, { ...leadershipOf(replica), hw, log: log.records }] as const;
  });
  return { action, quorum: leadershipOf(quorum), replicas: Object.fromEntries(pictures) };
}
