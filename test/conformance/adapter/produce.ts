import { delayedProduceOutcome } from '../../../src/sim/broker/delayedProduce';
import { effectiveMinInSync } from '../../../src/sim/broker/highWatermark';
import { newProgress } from '../../../src/sim/broker/inSync';
import { logEndOffset } from '../../../src/sim/broker/log';
import { handleProduce } from '../../../src/sim/broker/produce';
import type { Replica, Role } from '../../../src/sim/broker/state';
import { replicaOf } from '../../../src/sim/broker/turn';
import type { Acks } from '../../../src/sim/config';
import type { Outgoing } from '../../../src/sim/network';
import { adapter } from './adapter';
import * as rig from './rig';

interface Given {
  readonly isLeader: boolean;
  readonly replicas: readonly number[];
  readonly isr: readonly number[];
  readonly maximalIsr?: readonly number[];
  readonly minIsr: number;
  readonly leo: number;
  readonly hw: number;
}

interface When {
  /** Or a number that is none of these. */
  readonly acks: Acks;
  readonly records: number;
}

const LEADER = 1;

export const produceAdapter = adapter<Given, When>((given, when) => {
  const brokers = given.replicas.map((id) => rig.registration(id, id + 100));
  const partition = rig.partitionWith({ replicas: given.replicas });
  const image = rig.imageOf(brokers, { [rig.PARTITION]: partition }, given.minIsr);
  const epochs = Array.from({ length: given.leo }, () => 0);
  const replica: Replica = {
    ...rig.replicaWith(epochs, { highWatermark: given.hw }),
    leader: given.isLeader ? LEADER : 2,
    leaderEpoch: 0,
    partitionEpoch: 0,
    role: given.isLeader ? leaderOf(given) : { type: 'follower', fetches: true },
  };
  const turn = rig.turnAt(rig.NOW, rig.brokerWith(LEADER, image, [replica]));
  handleProduce(turn, rig.produceRequest(when.records, { acks: when.acks }));
  const after = replicaOf(turn, rig.PARTITION);
  const waiting = turn.broker.delayedProduces[0];
  const leo = logEndOffset(after.log);
  return {
    appended: leo > given.leo,
    leo,
    immediate: waiting === undefined ? answerIn(turn.wire.outbox) : null,
    completesWhenHwAtLeast: waiting?.requiredOffset,
    hwAfter: after.highWatermark,
  };
});

// The followers have all that the leader has, or as much as it has told them is committed.
function leaderOf({ isr, maximalIsr, replicas, hw }: Given): Role {
  const newcomer = maximalIsr?.find((broker) => !isr.includes(broker));
  const others = replicas.filter((broker) => broker !== LEADER);
  const followers = others.map((broker) => {
    const isCounted = isr.includes(broker) || broker === newcomer;
    const progress = newProgress(isCounted, rig.NOW, broker + 100);
    return [broker, isCounted ? { ...progress, logEndOffset: hw } : progress];
  });
  return {
    type: 'leader',
    epochStartOffset: 0,
    inSync:
      newcomer === undefined
        ? { type: 'committed', inSync: isr }
        : { type: 'pendingExpand', inSync: isr, newcomer },
    followers: Object.fromEntries(followers),
  };
}

function answerIn(outbox: readonly Outgoing[]): string {
  const answers = outbox.map(({ message }) => message);
  const answer = answers.find((message) => message.type === 'produceResponse');
  return answer?.error ?? 'no-response';
}

interface DelayedGiven {
  readonly requiredOffset: number;
  readonly isLeader: boolean;
  readonly replicas: readonly number[];
  readonly maximalIsr: readonly number[];
  readonly minIsr: number;
}

export const delayedProduceAdapter = adapter<
  DelayedGiven,
  { readonly hw: number; readonly timeoutElapsed?: boolean }
>((given, { hw, timeoutElapsed }) => {
  const error = delayedProduceOutcome({
    requiredOffset: given.requiredOffset,
    isDirectoryOnline: true,
    isLeader: given.isLeader,
    highWatermark: hw,
    maximalInSyncCount: given.maximalIsr.length,
    effectiveMinInSync: effectiveMinInSync(given.minIsr, given.replicas.length),
    isExpired: timeoutElapsed ?? false,
  });
  return error === null ? { complete: false } : { complete: true, error };
});
