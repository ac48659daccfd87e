import { brokers, count, seconds, sentence, set } from '../explain/words';
import { brokerNode } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import { rowOf } from '../table';
import type { World } from '../world';
import { fencedBy, hindranceOf, hindranceWords } from './hindrance';
import { highWatermarkHolders } from './highWatermark';
import type { FollowerStanding, Holding } from './highWatermark';
import type { Why } from './why';

/**
 * Why the high watermark of a broker's log stands where it is: nothing to commit, too few in sync,
 * or who holds it back. Null when the broker believes that it follows
 * (Partition.maybeIncrementLeaderHW).
 */
export function whyHighWatermark(
  world: World,
  partition: PartitionId,
  broker: BrokerId,
): Why | null {
  const holding = highWatermarkHolders(world, partition, broker);
  if (holding === null) return null;
  const { highWatermark, logEndOffset, state } = holding;
  const above = count(logEndOffset - highWatermark, 'record');
  const stands = `The high watermark of broker ${broker} stands at ${highWatermark}`;
  const deposed = deposedWords(world, partition, holding);
  const by = `${above} of its log ${logEndOffset - highWatermark === 1 ? 'is' : 'are'} above it.`;
  switch (state) {
    case 'committed':
      return {
        what: `${stands}, the end of its log: there is nothing left to commit.`,
        because: deposed,
        inequality: `high watermark ${highWatermark} = log end ${logEndOffset}`,
        rule: 'the least log end of the leader and of all that count',
      };
    case 'underMinimum':
      return {
        what: `${stands} and may not move: too few are in sync. ${sentence(by)}`,
        because: [...deposed, ...missing(world, partition, holding)],
        inequality: `${holding.inSync.length} in sync < ${holding.minimum} min.insync.replicas`,
        rule: 'below min.insync.replicas nothing is committed (KAFKA-15583, since 3.7)',
      };
    case 'held':
    case 'free':
      return {
        what: `${stands}; ${by}`,
        because: [
          ...deposed,
          ...selfWords(world, broker),
          ...heldWords(holding, deposed.length > 0),
        ],
        inequality: leastOf(holding),
        rule: 'replica.lag.time.max.ms = 30000, broker.session.timeout.ms = 9000',
      };
    default:
      return state satisfies never;
  }
}

function heldWords(holding: Holding, isDeposed: boolean): readonly string[] {
  const holders = holding.followers.filter(({ holds }) => holds);
  if (holding.state === 'free' || holders.length === 0) {
    return ['Nobody holds it back: it moves with the next fetch or the next record.'];
  }
  return holders.map((follower) => holderWords(holding, follower, isDeposed));
}

function holderWords({ leader }: Holding, follower: FollowerStanding, isDeposed: boolean): string {
  const { broker, logEndOffset, behind, hindrance } = follower;
  const knows =
    logEndOffset === -1
      ? `Broker ${broker} holds it back: it has not fetched in this leader epoch yet.`
      : `Broker ${broker} holds it back by ${behind}: broker ${leader} knows its log end as ` +
        `${logEndOffset}.`;
  const because =
    follower.follows || !isDeposed ? waitWords(hindrance) : 'It follows another leader.';
  return [knows, because, asWords(follower), untilWords(leader, follower, isDeposed)]
    .filter((text) => text !== '')
    .join(' ');
}

function waitWords(hindrance: FollowerStanding['hindrance']): string {
  return hindrance === null ? 'Its next fetch tells.' : `It ${hindranceWords(hindrance)}.`;
}

function asWords({ as }: FollowerStanding): string {
  switch (as) {
    case 'inSync':
    case 'out':
      return '';
    case 'joining':
      return 'It is proposed to join the in-sync set, so it counts already.';
    case 'leaving':
      return 'Its removal is proposed; until the controller agrees, it counts.';
    case 'near':
      return 'It is not in sync, but was caught up less than 30 s ago and may join, so it counts.';
    default:
      return as satisfies never;
  }
}

function untilWords(leader: BrokerId, { until }: FollowerStanding, isDeposed: boolean): string {
  if (until === null) return '';
  const at = seconds(until.at);
  switch (until.by) {
    case 'session':
      return `At ${at} its session is over: the controller fences it, and it counts no more.`;
    case 'lag':
      return isDeposed
        ? `At ${at} broker ${leader} proposes its removal, in vain.`
        : `Unless it catches up, broker ${leader} proposes its removal at ${at}.`;
    case 'time':
      return `At ${at} it counts no more.`;
    default:
      return until.by satisfies never;
  }
}

// A leader that does nothing moves nothing.
function selfWords(world: World, broker: BrokerId): readonly string[] {
  const hindrance = hindranceOf(world, broker, 'controller');
  if (hindrance === null || hindrance.type === 'slowDisk') return [];
  const says = `Broker ${broker} itself ${hindranceWords(hindrance)}.`;
  const at = fencedBy(world, broker);
  return [at === null ? says : `${says} At ${seconds(at)} its session is over.`];
}

function deposedWords(world: World, partition: PartitionId, holding: Holding): readonly string[] {
  const decided = rowOf(world.controller.image.partitions, partition);
  const { leader, leaderEpoch, followers } = holding;
  if (decided.leader === leader && decided.leaderEpoch === leaderEpoch) return [];
  const by = decided.leader === -1 ? 'nobody leads' : `broker ${decided.leader} leads`;
  const unaware = followers.filter(({ follows }) => follows).map(({ broker }) => broker);
  const fetch =
    unaware.length === 0
      ? `nobody fetches from it in epoch ${leaderEpoch} any more.`
      : `of ${brokers(unaware)} alone it is fetched from in epoch ${leaderEpoch}, unawares too.`;
  return [
    `Broker ${leader} does not know yet that ${by} in epoch ${decided.leaderEpoch}: ${fetch}`,
  ];
}

function missing(world: World, partition: PartitionId, holding: Holding): readonly string[] {
  const { leader, inSync, minimum } = holding;
  const { replicas } = rowOf(world.controller.image.partitions, partition);
  const outside = replicas.filter((id) => !inSync.includes(id));
  const wanted = minimum - inSync.length;
  const first = `In sync are ${set(inSync)}: ${wanted} more of ${brokers(outside)} must join.`;
  return [
    first,
    ...outside.map((id) => {
      const hindrance = hindranceOf(world, id, brokerNode(leader), partition);
      const says = hindrance === null ? 'is catching up' : hindranceWords(hindrance);
      return `Broker ${id} ${says}.`;
    }),
  ];
}

function leastOf({ leader, logEndOffset, followers }: Holding): string {
  const counted = followers.filter(({ as }) => as !== 'out');
  const ends = counted.map(
    (each) => `broker ${each.broker}: ${each.logEndOffset === -1 ? '?' : each.logEndOffset}`,
  );
  return `least of ${[`broker ${leader}: ${logEndOffset}`, ...ends].join(', ')}`;
}
