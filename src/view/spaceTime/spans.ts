import {
  brokerIdsIn,
  brokerNode,
  type BrokerId,
  type NodeId,
  type PartitionId,
} from '../../sim/ids';
import type { World } from '../../sim/world';
import { frame, frameCount, type Recording } from '../../timeline/recording';
import { markOf, type Run } from '../../timeline/run';
import type { Wishes } from './wishes';
import { brokerStatus, isDown } from '../stage/broker/brokerStatus';

/** A time during which something held of a broker. */
export interface Span {
  readonly node: NodeId;
  readonly kind: 'leader' | 'down' | 'troubled';
  readonly text: string;
  /** Story seconds. */
  readonly from: number;
  /** Infinity while it holds. */
  readonly to: number;
  /** It began before the story. */
  readonly isOlder: boolean;
}

type Held = Pick<Span, 'kind' | 'text'>;

interface Known {
  readonly spans: readonly Span[];
  /** Frames that were looked at. */
  readonly until: number;
}

// Of each partition. A run only grows, so what was worked out of its beginning holds.
const known = new WeakMap<Run, Map<PartitionId, Known>>();

/**
 * When each broker was not well, and when it believed itself to lead a partition: of the whole run,
 * so that nothing is said of a time that was not looked at.
 */
export function spansOf(
  recording: Recording,
  { partition, allPartitions }: Pick<Wishes, 'partition' | 'allPartitions'>,
): readonly Span[] {
  const { run } = recording.line;
  const own = known.get(run) ?? new Map<PartitionId, Known>();
  known.set(run, own);
  const before = own.get(partition);
  const until = frameCount(recording);
  const start = before && before.until <= until ? before : { spans: [], until: 0 };
  const spans = [...start.spans];
  for (let index = start.until; index < until; index += 1) {
    // Without an event no broker changes its part or its state.
    if (index > 0 && markOf(run, index).events.length === 0) continue;
    goOn(spans, recording, index, partition);
  }
  own.set(partition, { spans, until });
  return allPartitions
    ? spans.map((span) =>
        span.kind === 'leader' ? { ...span, text: `${partition}: ${span.text}` } : span,
      )
    : spans;
}

/** Ends what does not hold any more in a frame, and begins what holds now. */
function goOn(spans: Span[], recording: Recording, index: number, partition: PartitionId): void {
  const { world, story } = frame(recording, index);
  const isOlder = index === 0;
  const now = brokerIdsIn(world.brokers).flatMap((broker) =>
    [leadershipOf(world, broker, partition), troubleOf(world, broker)].flatMap((held) =>
      held ? [{ ...held, node: brokerNode(broker), from: story, to: Infinity, isOlder }] : [],
    ),
  );
  for (const [at, span] of spans.entries()) {
    if (span.to < Infinity) continue;
    const same = now.findIndex(({ node, text }) => node === span.node && text === span.text);
    if (same < 0) spans[at] = { ...span, to: story };
    else now.splice(same, 1);
  }
  spans.push(...now);
}

function leadershipOf({ brokers }: World, id: BrokerId, partition: PartitionId): Held | null {
  const broker = brokers[id];
  const replica = broker?.replicas[partition];
  if (!replica || broker?.lifecycle === 'NOT_RUNNING' || replica.role.type !== 'leader')
    return null;
  return { kind: 'leader', text: `leader, epoch ${replica.leaderEpoch}` };
}

function troubleOf({ brokers, controller }: World, id: BrokerId): Held | null {
  const broker = brokers[id];
  if (!broker) return null;
  const status = brokerStatus(broker, controller.image.brokers[id]);
  if (status === 'online') return null;
  return { kind: isDown(status) ? 'down' : 'troubled', text: status };
}
