import { electLeader } from '../controller/election';
import { isActive } from '../controller/partitions';
import { hasOnlineDirectory } from '../controller/directoryOf';
import type { PartitionRegistration } from '../controller/state';
import { topicConfigOf } from '../controller/topicConfig';
import { logEndOffset } from '../broker/log';
import { brokers, count, seconds } from '../explain/words';
import { NO_LEADER } from '../ids';
import type { BrokerId, PartitionId, Tick } from '../ids';
import { rowOf } from '../table';
import type { World } from '../world';
import { fencedBy, hindranceOf, hindranceWords } from './hindrance';
import type { Hindrance } from './hindrance';
import type { Why } from './why';

/** Who could lead a partition that nobody leads, and at what price. */
export interface Candidate {
  readonly broker: BrokerId;
  /** By what it may be elected; `none`: only uncleanly (PartitionChangeBuilder). */
  readonly by: 'inSync' | 'eligible' | 'lastKnownLeader' | 'none';
  /** The controller would take it now: active, with its log directory online (LeaderAcceptor). */
  readonly isAcceptable: boolean;
  readonly hindrance: Hindrance | null;
  /** Records of the longest copy that it does not have: what its election could lose. */
  readonly lacks: number;
}

/** Candidates of a partition without a leader, in assignment order; none while it is led. */
export function candidatesFor(world: World, partition: PartitionId): readonly Candidate[] {
  const { image } = world.controller;
  const decided = rowOf(image.partitions, partition);
  if (decided.leader !== NO_LEADER) return [];
  const endOf = (broker: BrokerId): number => {
    const log = world.brokers[broker]?.replicas[partition]?.log;
    return log === undefined ? 0 : logEndOffset(log);
  };
  const longest = Math.max(...decided.replicas.map(endOf));
  return decided.replicas.map((broker) => ({
    broker,
    by: standingFor(decided, broker, image.eligibleLeaderReplicas),
    isAcceptable: isActive(image, broker) && hasOnlineDirectory(image, decided, broker),
    hindrance: hindranceOf(world, broker, 'controller', partition),
    lacks: longest - endOf(broker),
  }));
}

function standingFor(
  { inSync, eligible, lastKnownLeaders }: PartitionRegistration,
  broker: BrokerId,
  eligibleLeaderReplicas: boolean,
): Candidate['by'] {
  if (inSync.length > 0) return inSync.includes(broker) ? 'inSync' : 'none';
  if (eligible.includes(broker)) return 'eligible';
  const isLast = eligible.length === 0 && lastKnownLeaders.length === 1;
  const mayReturn = eligibleLeaderReplicas && isLast && lastKnownLeaders.includes(broker);
  return mayReturn ? 'lastKnownLeader' : 'none';
}

/**
 * Why nobody takes writes for a partition: who may lead it, what each of them waits for, and what
 * others would cost; or the leader is not there and the controller does not know yet. Null while a
 * leader serves it (PartitionChangeBuilder.electLeader).
 */
export function whyOffline(world: World, partition: PartitionId): Why | null {
  const { leader, leaderEpoch } = rowOf(world.controller.image.partitions, partition);
  if (leader !== NO_LEADER) return whyNotServed(world, partition, leader, leaderEpoch);
  const candidates = candidatesFor(world, partition);
  const able = candidates.filter(({ by }) => by !== 'none');
  const { uncleanLeaderElection } = topicConfigOf(world.controller.image, partition);
  const others = candidates.filter(({ by }) => by === 'none');
  const how = uncleanLeaderElection ? ' without loss' : '';
  return {
    what: `${partition} has no leader: nobody who may lead it${how} is there.`,
    because: [
      ...able.map(candidateWords),
      ...(uncleanLeaderElection
        ? [uncleanWords(candidates, world.controller.uncleanElectionDueAt)]
        : others.map(otherWords)),
    ],
    inequality: `may lead${how}: ${namesOf(able)}; there: nobody`,
    rule: `unclean.leader.election.enable = ${uncleanLeaderElection}; eligible: KIP-966`,
  };
}

// At once when a broker comes or goes, else by a task (`unclean.leader.election.interval.ms`).
function uncleanWords(candidates: readonly Candidate[], dueAt: Tick): string {
  const next = candidates.find(({ isAcceptable }) => isAcceptable);
  return next === undefined
    ? 'An unclean election is allowed: any replica that comes back will lead.'
    : `An unclean election is allowed: broker ${next.broker} will lead, at ${seconds(dueAt)} at ` +
        `the latest, when the controller looks again.`;
}

function namesOf(those: readonly Candidate[]): string {
  return those.length === 0 ? 'nobody' : brokers(those.map(({ broker }) => broker));
}

function candidateWords({ broker, by, isAcceptable, hindrance, lacks }: Candidate): string {
  const waits = isAcceptable ? 'It can be elected now.' : waitWords(hindrance);
  switch (by) {
    case 'inSync':
      return `Broker ${broker} is in sync: it may lead. ${waits}`;
    case 'eligible':
      return `Broker ${broker} is an eligible leader: it had all that was committed. ${waits}`;
    case 'lastKnownLeader':
    case 'none': {
      const price = lacks === 0 ? '' : ` It lacks ${count(lacks, 'record')}.`;
      return `Broker ${broker} led last: it may return, at a risk (KIP-966).${price} ${waits}`;
    }
    default:
      return by satisfies never;
  }
}

function waitWords(hindrance: Hindrance | null): string {
  if (hindrance === null || hindrance.type === 'slowDisk') {
    return 'It waits for the controller to unfence it, with its next heartbeat.';
  }
  const isGone = hindrance.type === 'down' && hindrance.machine === 'gone';
  const needs = hindrance.type === 'down' ? ' and has to be started' : '';
  return `It ${hindranceWords(hindrance)}${isGone ? '; started anew, it is empty' : needs}.`;
}

function otherWords({ broker, isAcceptable, hindrance, lacks }: Candidate): string {
  const price =
    lacks === 0 ? 'no copy that is left has more' : `${count(lacks, 'record')} could be lost`;
  const could = `Broker ${broker} could lead only by an unclean election: ${price}.`;
  return isAcceptable || hindrance === null ? could : `${could} It ${hindranceWords(hindrance)}.`;
}

// The controller has decided on somebody who does not do it.
function whyNotServed(
  world: World,
  partition: PartitionId,
  leader: BrokerId,
  leaderEpoch: number,
): Why | null {
  const hindrance = hindranceOf(world, leader, 'controller', partition);
  const replica = world.brokers[leader]?.replicas[partition];
  const knows = replica?.role.type === 'leader' && replica.leaderEpoch === leaderEpoch;
  const isIdle = hindrance?.type === 'down' || hindrance?.type === 'paused';
  if (knows && !isIdle) return null;
  const isWaiting = hindrance !== null && hindrance.type !== 'slowDisk';
  const at = fencedBy(world, leader);
  return {
    what: isWaiting
      ? `${partition} is led by broker ${leader}, which ${hindranceWords(hindrance)}.`
      : `${partition}: broker ${leader} is elected, and has not heard of it yet.`,
    because: at === null ? [] : [nextWords(world, partition, leader, at)],
    inequality: null,
    rule: 'broker.session.timeout.ms = 9000, looked for every 1125 ms',
  };
}

function nextWords(world: World, partition: PartitionId, leader: BrokerId, at: Tick): string {
  const { image } = world.controller;
  const decided = rowOf(image.partitions, partition);
  const { uncleanLeaderElection } = topicConfigOf(image, partition);
  const inSync = decided.inSync.filter((broker) => broker !== leader);
  // Without eligible leaders the last one stays in the set (PartitionChangeBuilder).
  const isKept = inSync.length === 0 && !image.eligibleLeaderReplicas;
  const next = electLeader(
    {
      ...decided,
      inSync: isKept ? decided.inSync : inSync,
      lastKnownLeaders: [],
      leader: NO_LEADER,
      isAcceptable: (broker) =>
        broker !== leader && isActive(image, broker) && hasOnlineDirectory(image, decided, broker),
      eligibleLeaderReplicas: image.eligibleLeaderReplicas,
    },
    uncleanLeaderElection ? 'UNCLEAN' : 'ONLINE',
  );
  const how = next.unclean ? ', by an unclean election' : '';
  const then =
    next.leader === NO_LEADER ? 'nobody else may lead' : `broker ${next.leader} is next${how}`;
  return `The controller notices at ${seconds(at)} at the latest; then ${then}.`;
}
