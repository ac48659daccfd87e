import { readCandidates, selectReplica } from '../../../src/sim/broker/readReplica';
import { newProgress } from '../../../src/sim/broker/inSync';
import type { Replica } from '../../../src/sim/broker/state';
import type { BrokerTurn } from '../../../src/sim/broker/turn';
import { replicaOf } from '../../../src/sim/broker/turn';
import { leaseAt, leaseOn } from '../../../src/sim/client/readReplica';
import type { ReadReplica } from '../../../src/sim/client/state';
import { adapter } from './adapter';
import { readAt } from './reading';
import * as rig from './rig';

interface ReplicaView {
  readonly id: number;
  readonly rack: string | null;
  readonly logEndOffset: number;
  readonly timeSinceLastCaughtUpMs: number;
}

interface SelectGiven {
  readonly leader: number;
  readonly replicas: readonly ReplicaView[];
}

export const selectReplicaAdapter = adapter<SelectGiven, { readonly clientRack: string | null }>(
  ({ leader, replicas }, { clientRack }) => {
    const candidates = replicas.map(({ timeSinceLastCaughtUpMs: msSinceCaughtUp, ...rest }) => ({
      ...rest,
      msSinceCaughtUp,
    }));
    return { selected: selectReplica(candidates, leader, clientRack) };
  },
);

interface PreferredCase {
  readonly brokerRole: 'leader' | 'follower';
  readonly clientRack: string;
  /** Kafka's test has a selector that answers so; here the leader stands in the client's rack. */
  readonly selectorReturnsLeader?: boolean;
  readonly fetchOffset?: number;
  readonly replicas?: readonly {
    readonly id: number;
    readonly rack: string;
    readonly inIsr: boolean;
    readonly logEndOffset?: number;
    readonly logStartOffset?: number;
  }[];
}

export const preferredReadReplicaAdapter = adapter<unknown, readonly PreferredCase[]>(
  (_given, cases) => cases.map(preferred),
);

const LOG_END = 10;

function preferred(wanted: PreferredCase): object {
  const { clientRack, fetchOffset = 0 } = wanted;
  const turn = brokerIn(wanted);
  const { role, ...replica } = replicaOf(turn, rig.PARTITION);
  const { id, image } = turn.broker;
  const candidates =
    role.type === 'leader'
      ? readCandidates(id, { ...replica, role }, image.brokers, fetchOffset, rig.NOW)
      : [];
  const fetched = readAt(turn, rig.PARTITION, -1, fetchOffset, { clientRack });
  return {
    preferredReadReplica: fetched.preferredReadReplica,
    served: fetched.error === 'NONE' && fetched.preferredReadReplica === null,
    candidates: candidates.map((candidate) => candidate.id),
  };
}

// The first replica is the broker that is asked.
function brokerIn({ brokerRole, clientRack, replicas = bothIn(clientRack) }: PreferredCase) {
  const [own = 0] = replicas.map(({ id }) => id);
  const registrations = replicas.map(({ id, rack }) => rig.registration(id, 100, { rack }));
  const inSync = replicas.filter(({ inIsr }) => inIsr).map(({ id }) => id);
  const partition = rig.partitionWith({ replicas: replicas.map(({ id }) => id), inSync });
  const image = rig.imageOf(registrations, { [rig.PARTITION]: partition }, 1);
  const others = replicas.slice(1).map(({ id, inIsr, logEndOffset, logStartOffset }) => {
    const progress = newProgress(inIsr, rig.NOW, 100);
    const known = { logEndOffset: logEndOffset ?? LOG_END, logStartOffset: logStartOffset ?? 0 };
    return [id, { ...progress, ...known }];
  });
  const role: Replica['role'] =
    brokerRole === 'follower'
      ? { type: 'follower', fetches: true }
      : {
          type: 'leader',
          epochStartOffset: 0,
          inSync: { type: 'committed', inSync },
          followers: Object.fromEntries(others),
        };
  const epochs = Array.from({ length: LOG_END }, () => 0);
  const replica = rig.replicaWith(epochs, { highWatermark: LOG_END, leaderEpoch: 0, role });
  const broker = rig.brokerWith(own, image, [replica]);
  const turn: BrokerTurn = rig.turnAt(rig.NOW, { ...broker, replicaSelector: 'rackAware' });
  return turn;
}

function bothIn(rack: string): NonNullable<PreferredCase['replicas']> {
  return [0, 1].map((id) => ({ id, rack, inIsr: true }));
}

type LeaseStep =
  | { readonly do: 'set'; readonly replica: number; readonly expiresAt: number }
  | { readonly do: 'get'; readonly at: number }
  | { readonly do: 'clear' };

export const preferredReplicaLeaseAdapter = adapter<unknown, readonly LeaseStep[]>(
  (_given, steps) => {
    let lease: ReadReplica | null = null;
    return steps.map((step) => {
      if (step.do === 'set') lease = leaseOn(lease, step.replica, step.expiresAt);
      if (step.do === 'clear') lease = null;
      if (step.do !== 'get') return null;
      lease = leaseAt(lease, step.at);
      return { replica: lease?.replica ?? null };
    });
  },
);
