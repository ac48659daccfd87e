import { brokerNode, type BrokerId, type NodeId, type PartitionId } from '../../sim/ids';
import type { World } from '../../sim/world';
import { frame, type Recording } from '../../timeline/recording';
import { markOf } from '../../timeline/run';
import type { Wishes } from './wishes';
import { brokerStatus, isDown } from '../stage/broker/brokerStatus';

/** A time during which something held of a broker. */
export interface Span {
  readonly node: NodeId;
  readonly kind: 'leader' | 'down' | 'troubled';
  readonly text: string;
  /** Story seconds. */
  readonly from: number;
  readonly to: number;
  /** It began before the frames that were looked at. */
  readonly isOlder: boolean;
}

type Held = Pick<Span, 'kind' | 'text'>;

/** When each broker was not well, and when it believed itself to lead a partition. */
export function spansOf(
  recording: Recording,
  from: number,
  to: number,
  brokers: readonly BrokerId[],
  { partition, allPartitions }: Wishes,
): readonly Span[] {
  return brokers.flatMap((broker) => [
    ...runsOf(recording, from, to, broker, (world) =>
      leadershipOf(world, broker, partition, allPartitions ? `${partition}: ` : ''),
    ),
    ...runsOf(recording, from, to, broker, (world) => troubleOf(world, broker)),
  ]);
}

function runsOf(
  recording: Recording,
  from: number,
  to: number,
  broker: BrokerId,
  heldIn: (world: World) => Held | null,
): readonly Span[] {
  const spans: Span[] = [];
  let open: Span | null = null;
  for (let index = from; index <= to; index += 1) {
    // Without an event no broker changes its part or its state.
    if (index > from && markOf(recording.line.run, index).events.length === 0) continue;
    const { world, story } = frame(recording, index);
    const held = heldIn(world);
    if (open && held?.text === open.text) continue;
    if (open) spans.push({ ...open, to: story });
    const node = brokerNode(broker);
    open = held && { ...held, node, from: story, to: story, isOlder: index === from };
  }
  if (open) spans.push({ ...open, to: Infinity });
  return spans;
}

function leadershipOf(
  { brokers }: World,
  id: BrokerId,
  partition: PartitionId,
  prefix: string,
): Held | null {
  const broker = brokers[id];
  const replica = broker?.replicas[partition];
  if (!replica || broker?.lifecycle === 'NOT_RUNNING' || replica.role.type !== 'leader')
    return null;
  return { kind: 'leader', text: `${prefix}leader, epoch ${replica.leaderEpoch}` };
}

function troubleOf({ brokers, controller }: World, id: BrokerId): Held | null {
  const broker = brokers[id];
  if (!broker) return null;
  const status = brokerStatus(broker, controller.image.brokers[id]);
  if (status === 'online') return null;
  return { kind: isDown(status) ? 'down' : 'troubled', text: status };
}
