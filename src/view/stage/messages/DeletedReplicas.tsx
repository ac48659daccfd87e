import type { Event } from '../../../sim/event';
import { type BrokerId, type PartitionId, partitionIdsIn } from '../../../sim/ids';
import type { World } from '../../../sim/world';
import { EFFECT_SECONDS, type Happened } from '../effects/happenings';
import { type Box, overlaps } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import { useMark } from '../StageTime';
import styles from './messages.module.css';

interface DeletedReplicasProps {
  readonly layout: StageLayout;
  readonly world: World;
  readonly events: readonly Happened[];
}

/** Replicas that were deleted or lost a moment ago: outlines that fade where they stood. */
export function DeletedReplicas({ layout, world, events }: DeletedReplicasProps) {
  return events.flatMap(({ event, story }) => {
    if (event.type !== 'replicaDeleted' && event.type !== 'disksReplaced') return [];
    const { broker } = event;
    return partitionsLost(event, world).map((partition) => {
      const box = boxOf(layout, broker, partition);
      const key = `${broker} ${partition}`;
      return box && <Deleted key={key} box={box} partition={partition} at={story} />;
    });
  });
}

type Loss = Extract<Event, { readonly type: 'replicaDeleted' | 'disksReplaced' }>;

/** With its disks a broker loses all that the controller assigned to it. */
function partitionsLost(event: Loss, { controller }: World): readonly PartitionId[] {
  if (event.type === 'replicaDeleted') return [event.partition];
  const { partitions } = controller.image;
  return partitionIdsIn(partitions).filter((id) => partitions[id]?.replicas.includes(event.broker));
}

interface DeletedProps {
  readonly box: Box;
  readonly partition: PartitionId;
  /** Story second. */
  readonly at: number;
}

function Deleted({ box, partition, at }: DeletedProps) {
  const { ref, style } = useMark(at, EFFECT_SECONDS, (progress) => ({
    opacity: 1 - progress ** 2,
  }));
  const { x: left, y: top, width, height } = box;
  return (
    <div
      ref={ref}
      aria-hidden
      className={styles.deleted}
      style={{ ...style, left, top, width, height }}
    >
      {partition}
    </div>
  );
}

/** Where its row would be: as high as those of the others, unless something else is there now. */
export function boxOf(layout: StageLayout, broker: BrokerId, partition: PartitionId): Box | null {
  const place = layout.brokers[broker];
  if (!place || place.rows[partition]) return null;
  const places = Object.values(layout.brokers).filter((each) => each?.band === place.band);
  const model = places.find((each) => each?.rows[partition]);
  const row = model?.rows[partition];
  if (!model || !row) return null;
  const box = { ...row, x: place.x + row.x - model.x };
  const others = Object.values(place.rows).filter((each) => each !== undefined);
  return others.some((each) => overlaps(each, box)) ? null : box;
}
