import { memo, useMemo } from 'react';
import type { Event } from '../../sim/event';
import type { PartitionId, ProducerId } from '../../sim/ids';
import { type BrokerId, brokerIdsIn, brokerNode } from '../../sim/ids';
import { promisesOf } from '../../sim/promises';
import type { World } from '../../sim/world';
import { nodeName } from '../nodeName';
import { BrokerBox, type RenderBrokerMenu } from './broker/BrokerBox';
import { RackZones } from './broker/RackZones';
import type { RenderClientMenu } from './cards/ClientTitle';
import { ConsumerCard } from './cards/ConsumerCard';
import { ControllerCard } from './cards/ControllerCard';
import { ProducerCard } from './cards/ProducerCard';
import type { PromiseCounts } from './cards/Promises';
import { brokerEffects } from './effects/brokerEffects';
import { type Happened, lifecycleChangedAt } from './effects/happenings';
import type { StageLayout } from './layout/stageLayout';
import { stageVariables } from './layout/stageVariables';
import { windowStarts, windowStartsKey } from './layout/windowStarts';
import { MessageLayer } from './messages/MessageLayer';
import type { TrafficProps } from './messages/Traffic';
import type { OnPick } from './OnPick';
import type { RenderPartitionMenu } from './replica/ReplicaRow';
import styles from './stage.module.css';

export interface StagePictureProps {
  readonly layout: StageLayout;
  readonly world: World;
  /** What happened a moment ago, oldest first. */
  readonly events: readonly Happened[];
  readonly flightBefore: TrafficProps['flightBefore'];
  readonly promises: PromiseCounts;
  readonly decision: Event | null;
  readonly selected: PartitionId;
  readonly onPick: OnPick;
  readonly onProduce: (producer: ProducerId) => void;
  readonly onToggleLoad: (producer: ProducerId) => void;
  readonly renderBrokerMenu: RenderBrokerMenu;
  readonly renderPartitionMenu: RenderPartitionMenu;
  readonly renderClientMenu: RenderClientMenu;
}

/** The cluster as it is in one frame; what moves in it follows the StageTime around it. */
export const StagePicture = memo(function StagePicture(props: StagePictureProps) {
  const { layout, world, decision } = props;
  const { cards } = layout;
  const place = cards.places.controller;
  const variables = useMemo(() => stageVariables(layout), [layout]);
  return (
    <div className={styles.picture} style={{ ...variables, height: layout.height }}>
      <Producers {...props} />
      {place && (
        <ControllerCard
          place={place}
          cards={cards}
          controller={world.controller}
          now={world.now}
          decision={decision}
          onPick={props.onPick}
        />
      )}
      <Consumers {...props} />
      <RackZones zones={layout.zones} />
      <Brokers {...props} />
      <MessageLayer
        layout={layout}
        world={world}
        events={props.events}
        flightBefore={props.flightBefore}
      />
    </div>
  );
});

function Producers(props: StagePictureProps) {
  const { layout, world } = props;
  const { places } = layout.cards;
  const producers = Object.values(world.producers).filter((each) => each !== undefined);
  const isOne = producers.length === 1;
  return producers.map((producer) => {
    const place = places[producer.id];
    // Of several, each has its own promises.
    const promises = isOne ? props.promises : promisesOf(world, [producer]);
    return (
      place && (
        <ProducerCard
          key={producer.id}
          place={place}
          cards={layout.cards}
          producer={producer}
          isOne={isOne}
          promises={promises}
          partition={props.selected}
          onProduce={props.onProduce}
          onToggleLoad={props.onToggleLoad}
          renderMenu={props.renderClientMenu}
        />
      )
    );
  });
}

function Consumers({ layout, world, renderClientMenu }: StagePictureProps) {
  const { cards } = layout;
  const consumers = Object.values(world.consumers).filter((each) => each !== undefined);
  return consumers.map((consumer) => {
    const place = cards.places[consumer.id];
    return (
      place && (
        <ConsumerCard
          key={consumer.id}
          place={place}
          cards={cards}
          consumer={consumer}
          isOne={consumers.length === 1}
          renderMenu={renderClientMenu}
        />
      )
    );
  });
}

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
        cutFrom={cutFrom(world, id)}
        effects={brokerEffects(events, broker)}
        lifecycleChangedAt={lifecycleChangedAt(events, id)}
        selected={props.selected}
        onPick={props.onPick}
        renderBrokerMenu={props.renderBrokerMenu}
        renderPartitionMenu={props.renderPartitionMenu}
      />
    );
  });
}

/** In words, so that equal answers draw nothing anew. */
function cutFrom({ network }: World, broker: BrokerId): string {
  const node = brokerNode(broker);
  const others = network.cutLinks.flatMap(({ from, to }) => {
    if (from === node) return to;
    return to === node ? from : [];
  });
  return [...new Set(others.map(nodeName))].join(', ');
}
