import { memo, type ReactElement, type ReactNode } from 'react';
import type { BrokerState, Replica } from '../../../sim/broker/state';
import type { ControllerState } from '../../../sim/controller/state';
import { type BrokerId, type Offset, type PartitionId, type Table } from '../../../sim/ids';
import { partitionIdsIn } from '../../../sim/ids';
import { NO_EFFECTS, type ReplicaEffects } from '../effects/happenings';
import type { RowLayout } from '../layout/rowLayout';
import type { BrokerPlace, HeaderLayout } from '../layout/stageLayout';
import { ReplicaRow } from '../replica/ReplicaRow';
import { spokenReplica } from '../replica/spokenReplica';
import { type Standing, standingOf } from '../replica/standing';
import { BrokerHeader } from './BrokerHeader';
import { brokerStatus } from './brokerStatus';
import { LifecycleChange } from './LifecycleChange';
import styles from './broker.module.css';

export type RenderBrokerMenu = (broker: BrokerId, trigger: ReactElement) => ReactNode;

export interface BrokerBoxProps {
  readonly broker: BrokerState;
  /** What the controller decided. */
  readonly image: ControllerState['image'];
  readonly place: BrokerPlace;
  readonly header: HeaderLayout;
  readonly row: RowLayout;
  /** Offset of the first cell of each partition. */
  readonly windowStarts: Table<PartitionId, Offset>;
  readonly effects: Table<PartitionId, ReplicaEffects>;
  /** Story second at which its process was last seen to go or come, if a moment ago. */
  readonly lifecycleChangedAt: number | null;
  readonly selected: PartitionId;
  readonly onSelect: (partition: PartitionId) => void;
  readonly renderBrokerMenu: RenderBrokerMenu;
}

/** A broker: a box with its replicas, the same partition at the same height in every broker. */
export const BrokerBox = memo(function BrokerBox(props: BrokerBoxProps) {
  const { broker, image, place, header, row, windowStarts, effects, selected } = props;
  const status = brokerStatus(broker, image.brokers[broker.id]);
  const isDown = status === 'crashed';
  const replicas = shownReplicas(broker, image);
  const spoken = replicas.map(({ replica, standing }) => spokenReplica(replica, standing));
  const rack = broker.rack === null ? '' : `, rack ${broker.rack}`;
  return (
    <section
      className={styles.box}
      style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
      data-status={status}
      data-down={isDown}
      aria-label={`Broker ${broker.id}, ${status}${rack}. ${spoken.join('. ')}`}
    >
      <BrokerHeader
        id={broker.id}
        status={status}
        isFenced={isDown && image.brokers[broker.id]?.fenced === true}
        header={header}
        width={place.width}
        renderBrokerMenu={props.renderBrokerMenu}
      />
      <ul className={styles.rows}>
        {replicas.map(({ partition, replica, standing }) => {
          const box = place.rows[partition];
          if (!box) return null;
          return (
            <ReplicaRow
              key={partition}
              broker={broker.id}
              replica={replica}
              standing={standing}
              isDown={isDown}
              left={box.x - place.x}
              top={box.y - place.y}
              layout={row}
              windowStart={windowStarts[partition] ?? 0}
              effects={effects[partition] ?? NO_EFFECTS}
              isSelected={partition === selected}
              onSelect={props.onSelect}
            />
          );
        })}
      </ul>
      {props.lifecycleChangedAt !== null && (
        <LifecycleChange at={props.lifecycleChangedAt} isDown={isDown} />
      )}
    </section>
  );
});

interface ShownReplica {
  readonly partition: PartitionId;
  readonly replica: Replica;
  readonly standing: Standing;
}

function shownReplicas(
  broker: BrokerState,
  image: ControllerState['image'],
): readonly ShownReplica[] {
  return partitionIdsIn(broker.replicas).flatMap((partition) => {
    const [replica, decided] = [broker.replicas[partition], image.partitions[partition]];
    if (!replica || !decided) return [];
    const standing = standingOf(broker.id, broker.lifecycle, replica, decided);
    return [{ partition, replica, standing }];
  });
}
