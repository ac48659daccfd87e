import { memo, type ReactElement, type ReactNode, useMemo } from 'react';
import type { Event } from '../../sim/event';
import type { ClientId, PartitionId, ProducerId } from '../../sim/ids';
import { brokerIdsIn } from '../../sim/ids';
import type { World } from '../../sim/world';
import { BrokerBox, type RenderBrokerMenu } from './broker/BrokerBox';
import { RackZones } from './broker/RackZones';
import { ConsumerCard } from './cards/ConsumerCard';
import { ControllerCard } from './cards/ControllerCard';
import { ProducerCard } from './cards/ProducerCard';
import type { PromiseCounts } from './cards/Promises';
import { brokerEffects } from './effects/brokerEffects';
import { type Happened, lifecycleChangedAt } from './effects/happenings';
import type { StageLayout } from './layout/stageLayout';
import { stageVariables } from './layout/stageVariables';
import { windowStarts, windowStartsKey } from './layout/windowStarts';
import { dockedFetches } from './messages/dockedFetches';
import type { Lost } from './messages/lostMessages';
import { MessageLayer } from './messages/MessageLayer';
import { spritesOf } from './messages/sprite';
import styles from './stage.module.css';

export type RenderPartitionMenu = (partition: PartitionId, trigger: ReactElement) => ReactNode;
export type RenderClientMenu = (client: ClientId, trigger: ReactElement) => ReactNode;

export interface StagePictureProps {
  readonly layout: StageLayout;
  readonly world: World;
  /** What happened a moment ago, oldest first. */
  readonly events: readonly Happened[];
  readonly lost: readonly Lost[];
  readonly promises: PromiseCounts;
  readonly decision: Event | null;
  readonly selected: PartitionId;
  readonly onSelect: (partition: PartitionId) => void;
  readonly onProduce: (producer: ProducerId) => void;
  readonly onToggleLoad: (producer: ProducerId) => void;
  readonly renderBrokerMenu: RenderBrokerMenu;
  readonly renderPartitionMenu: RenderPartitionMenu;
  readonly renderClientMenu: RenderClientMenu;
}

/** The cluster as it is in one frame; what moves in it follows the StageTime around it. */
export const StagePicture = memo(function StagePicture(props: StagePictureProps) {
  const { layout, world, promises, decision } = props;
  const { cards } = layout;
  const [producer] = Object.values(world.producers);
  const [consumer] = Object.values(world.consumers);
  const sprites = useMemo(() => world.flights.flatMap(spritesOf), [world.flights]);
  const docked = useMemo(() => dockedFetches(world), [world]);
  const variables = useMemo(() => stageVariables(layout), [layout]);
  return (
    <div className={styles.picture} style={{ ...variables, height: layout.height }}>
      {producer && (
        <ProducerCard
          place={cards.producer}
          cards={cards}
          producer={producer}
          promises={promises}
          partition={props.selected}
          onProduce={props.onProduce}
          onToggleLoad={props.onToggleLoad}
        />
      )}
      <ControllerCard
        place={cards.controller}
        cards={cards}
        controller={world.controller}
        now={world.now}
        decision={decision}
      />
      {consumer && <ConsumerCard place={cards.consumer} cards={cards} consumer={consumer} />}
      <RackZones zones={layout.zones} />
      <Brokers {...props} />
      <MessageLayer layout={layout} sprites={sprites} docked={docked} lost={props.lost} />
    </div>
  );
});

function Brokers(props: StagePictureProps) {
  const { layout, world, events } = props;
  const key = windowStartsKey(layout, world);
  const starts = useMemo(() => windowStarts(key), [key]);
  return brokerIdsIn(world.brokers).map((id) => {
    const [broker, place] = [world.brokers[id], layout.brokers[id]];
    if (!broker || !place) return null;
    return (
      <BrokerBox
        key={id}
        broker={broker}
        image={world.controller.image}
        place={place}
        header={layout.header}
        row={layout.row}
        windowStarts={starts}
        effects={brokerEffects(events, broker)}
        lifecycleChangedAt={lifecycleChangedAt(events, id)}
        selected={props.selected}
        onSelect={props.onSelect}
        renderBrokerMenu={props.renderBrokerMenu}
      />
    );
  });
}
