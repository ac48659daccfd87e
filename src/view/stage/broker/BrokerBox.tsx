import { memo, type ReactElement, type ReactNode } from 'react';
import type { BrokerState, Replica } from '../../../sim/broker/state';
import type { ControllerState } from '../../../sim/controller/state';
import {
  type BrokerId,
  NO_LEADER,
  type Offset,
  type PartitionId,
  type Table,
} from '../../../sim/ids';
import { partitionIdsIn } from '../../../sim/ids';
import { usePartRole } from '../../surroundings';
import { NO_EFFECTS, type ReplicaEffects } from '../effects/happenings';
import type { OnPick } from '../OnPick';
import type { RowLayout } from '../layout/rowLayout';
import type { BrokerPlace, HeaderLayout } from '../layout/stageLayout';
import { type RenderPartitionMenu, ReplicaRow } from '../replica/ReplicaRow';
import { spokenReplica } from '../replica/spokenReplica';
import { type Move, moveOf, type Standing, standingOf } from '../replica/standing';
import { BrokerHeader } from './BrokerHeader';
import { brokerStatus, type BrokerStatus, isDown } from './brokerStatus';
import { brokerTags } from './brokerTags';
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
  /** Nodes to or from which its messages are lost, in words; empty when there are none. */
  readonly cutFrom: string;
  readonly effects: Table<PartitionId, ReplicaEffects>;
  /** Story second at which its process was last seen to go or come, if a moment ago. */
  readonly lifecycleChangedAt: number | null;
  readonly selected: PartitionId;
  readonly onPick: OnPick;
  readonly renderBrokerMenu: RenderBrokerMenu;
  readonly renderPartitionMenu: RenderPartitionMenu;
}

/** A broker: a box with its replicas, the same partition at the same height in every broker. */
export const BrokerBox = memo(function BrokerBox(props: BrokerBoxProps) {
  const { broker, image, place, header, row, windowStarts, effects, selected } = props;
  const { id } = broker;
  const status = brokerStatus(broker, image.brokers[id]);
  const down = isDown(status);
  const tags = brokerTags(broker);
  const replicas = status === 'instance gone' ? [] : shownReplicas(broker, image);
  const spoken = replicas.map((each) => spokenReplica(each.replica, each.standing, each.move));
  return (
    <section
      role={usePartRole()}
      className={styles.box}
      style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
      data-broker={id}
      data-status={status}
      data-down={down}
      aria-label={`${nameOf(props, status)}. ${spoken.join('. ')}`}
    >
      <BrokerHeader
        broker={broker}
        status={status}
        tags={tags}
        isFenced={(down || status === 'paused') && image.brokers[id]?.fenced === true}
        header={header}
        width={place.width}
        renderBrokerMenu={props.renderBrokerMenu}
      />
      {replicas.length === 0 && status !== 'instance gone' && (
        <p className={styles.empty}>no replicas</p>
      )}
      <ul className={styles.rows}>
        {replicas.map(({ partition, hasMenu, ...shown }) => {
          const box = place.rows[partition];
          if (!box) return null;
          return (
            <ReplicaRow
              key={partition}
              broker={id}
              {...shown}
              isDown={down}
              left={box.x - place.x}
              top={box.y - place.y}
              layout={row}
              windowStart={windowStarts[partition] ?? 0}
              effects={effects[partition] ?? NO_EFFECTS}
              isSelected={partition === selected}
              onPick={props.onPick}
              renderMenu={hasMenu ? props.renderPartitionMenu : null}
            />
          );
        })}
      </ul>
      {props.lifecycleChangedAt !== null && (
        <LifecycleChange at={props.lifecycleChangedAt} isDown={down} />
      )}
    </section>
  );
});

/** What is true of the broker as a whole, for those who listen. */
function nameOf({ broker, cutFrom }: BrokerBoxProps, status: BrokerStatus): string {
  const name = [`Broker ${broker.id}`, status, ...brokerTags(broker).map(({ long }) => long)];
  if (broker.rack !== null) name.push(`rack ${broker.rack}`);
  if (cutFrom !== '') name.push(`links cut: ${cutFrom}`);
  return name.join(', ');
}

interface ShownReplica {
  readonly partition: PartitionId;
  readonly replica: Replica;
  readonly standing: Standing;
  readonly isLed: boolean;
  readonly move: Move | null;
  /** The menu of a partition is on one row only: the leader's, or the first while nobody leads. */
  readonly hasMenu: boolean;
}

function shownReplicas(
  broker: BrokerState,
  image: ControllerState['image'],
): readonly ShownReplica[] {
  return partitionIdsIn(broker.replicas).flatMap((partition) => {
    const [replica, decided] = [broker.replicas[partition], image.partitions[partition]];
    if (!replica || !decided) return [];
    const standing = standingOf(broker, replica, decided);
    const { leader, replicas } = decided;
    const isLed = leader !== NO_LEADER;
    const hasMenu = (isLed ? leader : replicas[0]) === broker.id;
    return [{ partition, replica, standing, isLed, move: moveOf(broker.id, decided), hasMenu }];
  });
}
