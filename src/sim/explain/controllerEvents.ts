import type { ControllerEvent } from '../decisionEvent';
import type { InSyncEvent } from '../event';
import type { Explanation } from './explanation';
import { brokers, seconds, sentence, set } from './words';

type Of<Type extends (ControllerEvent | InSyncEvent)['type']> = Extract<
  ControllerEvent | InSyncEvent,
  { type: Type }
>;

/** The leader asks for another in-sync set. */
export function explainProposed(event: Of<'inSyncChangeProposed'>): Explanation {
  const { broker, partition, change, replicas, to } = event;
  const grows = change === 'expand';
  return {
    what: grows
      ? `${partition}: broker ${broker} proposes ${brokers(replicas)} for the in-sync set.`
      : `${partition}: broker ${broker} proposes an in-sync set without ${brokers(replicas)}.`,
    why: grows
      ? 'It has all that is committed. Only the controller can change the set, so the leader asks.'
      : whyShrunk(replicas.length),
    rule: grows
      ? 'log end ≥ high watermark and ≥ start of the epoch'
      : `replica.lag.time.max.ms = 30000; proposed: ${set(to)}`,
    where: grows ? 'Partition.maybeExpandIsr' : 'Partition.maybeShrinkIsr',
  };
}

function whyShrunk(replicas: number): string {
  return replicas === 1
    ? 'It has not caught up for 30 s. Until the controller agrees, it is still waited for.'
    : 'They have not caught up for 30 s. Until the controller agrees, they are still waited for.';
}

/** The controller said no. */
export function explainProposalRefused(event: Of<'inSyncChangeRefused'>): Explanation {
  const { partition, error } = event;
  const isIneligible = error === 'INELIGIBLE_REPLICA';
  return {
    what: `${partition}: the controller answered the proposal with ${error}.`,
    why: isIneligible
      ? 'A replica in it is fenced, shutting down, or a process that has started anew since.'
      : 'The proposal was made from older knowledge than the controller has.',
    rule: isIneligible
      ? 'members must be active, with their present broker epoch (KIP-903)'
      : 'compare-and-set on the leader and partition epochs (KIP-497)',
    where: 'ReplicationControlManager.validateAlterPartitionData',
  };
}

/** The set changed. */
export function explainInSync(event: Of<'inSyncReplicasChanged'>): Explanation {
  const { partition, from, to, effectiveMinInSync } = event;
  return {
    what: `${partition}: in-sync set ${set(from)} → ${set(to)}.`,
    why: changeReason(event, to.length > from.length),
    rule: `min.insync.replicas = ${effectiveMinInSync}, or more`,
    where: 'PartitionChangeBuilder.build, ReplicationControlManager',
  };
}

function changeReason(
  { from, to, effectiveMinInSync: minimum }: Of<'inSyncReplicasChanged'>,
  grows: boolean,
): string {
  if (to.length < minimum) {
    return grows || from.length < minimum
      ? `It is still below the minimum of ${minimum}: nothing is committed.`
      : `That is below the minimum of ${minimum}: the high watermark stands still now.`;
  }
  return grows
    ? 'Who is in the set holds the high watermark back, and may be elected.'
    : 'Who has left is waited for no longer, and cannot be elected cleanly.';
}

/** KIP-966. */
export function explainEligible(event: Of<'eligibleLeadersChanged'>): Explanation {
  const { partition, to } = event;
  return {
    what:
      to.length === 0
        ? `${partition}: no eligible leaders are remembered any more.`
        : `${partition}: ${brokers(to)} may still lead, though not in sync.`,
    why: eligibleReason(event),
    rule: 'eligible.leader.replicas.version = 1 (KIP-966, on in new clusters since 4.1)',
    where: 'PartitionChangeBuilder.maybePopulateTargetElr',
  };
}

function eligibleReason({ because, from, to }: Of<'eligibleLeadersChanged'>): string {
  switch (because) {
    case 'left':
      return 'Below the minimum nothing is committed, so who leaves then has all that was.';
    case 'uncleanRestart':
      return `${sentence(brokers(without(from, to)))} did not stop cleanly, and may lack records.`;
    case 'elected':
      return 'The partition has a leader again, and starts over from its log.';
    case 'minimumMet':
      return 'With enough replicas in sync again, who stayed behind may lack committed records.';
    case 'minimumChanged':
      return 'They were remembered for another min.insync.replicas.';
    default:
      return because satisfies never;
  }
}

function without(from: readonly number[], to: readonly number[]): readonly number[] {
  return from.filter((broker) => !to.includes(broker));
}

/** Elected. */
export function explainElected(event: Of<'leaderElected'>): Explanation {
  const { partition, leader, leaderEpoch } = event;
  return {
    what: `${partition}: the controller made broker ${leader} leader, epoch ${leaderEpoch}.`,
    ...electionReason(event),
    where: 'PartitionChangeBuilder.electLeader',
  };
}

function electionReason({ leader, by }: Of<'leaderElected'>): Pick<Explanation, 'why' | 'rule'> {
  switch (by) {
    case 'inSync':
      return {
        why: `Broker ${leader} is the first replica in assignment order that is in sync and alive.`,
        rule: 'first in the assignment, in sync and active; log length plays no role',
      };
    case 'eligible':
      return {
        why: `Nobody is in sync, but broker ${leader} has all that was ever committed.`,
        rule: 'eligible leader replicas (KIP-966)',
      };
    case 'lastKnownLeader':
      return {
        why: `Nobody in sync or eligible is left; broker ${leader} led last and came back.`,
        rule: 'last known leader (KIP-966); it counts as unclean',
      };
    case 'preferred':
      return {
        why: `Broker ${leader} is first in the assignment, and in sync.`,
        rule: 'auto.leader.rebalance.enable, every 300 s; or kafka-leader-election.sh',
      };
    case 'unclean':
      return {
        why: `Broker ${leader} was not in sync: committed records that it lacks are lost.`,
        rule: 'unclean.leader.election.enable = true, or an administrator’s wish',
      };
    default:
      return by satisfies never;
  }
}

/** Nobody may lead. */
export function explainOffline(event: Of<'partitionWentOffline'>): Explanation {
  const { partition, uncleanAllowed } = event;
  return {
    what: `${partition} has no leader: nobody can write or read it.`,
    why: offlineReason(event),
    rule: `unclean.leader.election.enable = ${uncleanAllowed}`,
    where: 'PartitionChangeBuilder.electLeader',
  };
}

function offlineReason(event: Of<'partitionWentOffline'>): string {
  const { inSync, eligible, lastKnownLeaders, uncleanAllowed } = event;
  if (uncleanAllowed) return 'No replica can lead now. The first one that returns will.';
  const awaited = [...inSync, ...eligible];
  if (awaited.length > 0) {
    return `Without loss only ${brokers(awaited)} may lead, so the partition waits.`;
  }
  return `${sentence(brokers(lastKnownLeaders))} led last, and may return as leader.`;
}

/** Silent too long, or about to stop. */
export function explainFenced(event: Of<'brokerFenced'>): Explanation {
  const { broker, lastContactAt, at, because } = event;
  if (because === 'stops') {
    return {
      what: `The controller fenced broker ${broker}, and lets it stop.`,
      why: 'It leads nothing any more, so nobody has to wait for it.',
      rule: 'shouldShutDown in the answer to its heartbeat',
      where: 'BrokerHeartbeatManager.calculateNextBrokerState',
    };
  }
  return {
    what: `The controller fenced broker ${broker}.`,
    why: `It had heard nothing from it for ${seconds(at - lastContactAt)}, so its session is over.`,
    rule: 'broker.session.timeout.ms = 9000, looked for every 1125 ms',
    where: 'BrokerHeartbeatTracker.isExpired, ReplicationControlManager.maybeFenceOneStaleBroker',
  };
}

/** Allowed to serve. */
export function explainUnfenced({ broker }: Of<'brokerUnfenced'>): Explanation {
  return {
    what: `The controller lets broker ${broker} serve.`,
    why: 'It has read the metadata. Leaders propose it for in-sync sets once it has caught up.',
    rule: 'heartbeat with the metadata offset of its own registration',
    where: 'BrokerHeartbeatManager.calculateNextBrokerState',
  };
}

/** Registered. */
export function explainRegistered(event: Of<'brokerRegistered'>): Explanation {
  const { broker, brokerEpoch, isFirst } = event;
  const again = isFirst ? '' : ' anew';
  return {
    what: `The controller registered broker ${broker}${again}, broker epoch ${brokerEpoch}.`,
    why: registrationReason(event),
    rule: 'a new incarnation gets a new broker epoch (KIP-631)',
    where: 'ClusterControlManager.registerBroker',
  };
}

function registrationReason({ isFirst, clean }: Of<'brokerRegistered'>): string {
  if (isFirst) return 'The cluster knows no broker of this id. It starts fenced.';
  if (clean) return 'It had stopped cleanly. It starts fenced.';
  return 'It did not stop cleanly, so it may lack what it had. It starts fenced.';
}

/** Come back later. */
export function explainRegistrationRefused(event: Of<'registrationRefused'>): Explanation {
  const { broker, error, retryAt, at } = event;
  return {
    what: `The controller refused broker ${broker}: ${error}.`,
    why: `Its last process still has a session; it asks again in ${seconds(retryAt - at)}.`,
    rule: 'broker.session.timeout.ms = 9000, broker.heartbeat.interval.ms = 2000',
    where: 'ClusterControlManager.registerBroker, BrokerLifecycleManager',
  };
}
