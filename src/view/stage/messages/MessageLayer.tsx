import { memo, useMemo } from 'react';
import type { StageLayout } from '../layout/stageLayout';
import type { Route } from '../routes/route';
import { routeBetween } from '../routes/routeBetween';
import { DockedFetch } from './DockedFetch';
import { type Docked, placeDocked } from './dockedFetches';
import { FlyingMessage } from './FlyingMessage';
import { LostMessage } from './LostMessage';
import type { Lost } from './lostMessages';
import { MessageCanvas } from './MessageCanvas';
import type { Sprite } from './sprite';
import { Wires } from './Wires';
import styles from './messages.module.css';

/** Above this many, one canvas is cheaper than an element for each. */
export const ELEMENTS_MAX = 150;

export interface RoutedSprite {
  readonly sprite: Sprite;
  readonly route: Route;
}

interface MessageLayerProps {
  readonly layout: StageLayout;
  readonly sprites: readonly Sprite[];
  readonly docked: readonly Docked[];
  readonly lost: readonly Lost[];
}

/** All that is under way, above the boxes and in nobody's way. Events tell it to those who listen. */
export const MessageLayer = memo(function MessageLayer(props: MessageLayerProps) {
  const { layout, sprites, docked, lost } = props;
  const routed = useMemo(() => routedSprites(layout, sprites), [layout, sprites]);
  const placed = useMemo(() => placeDocked(layout, docked), [layout, docked]);
  const { width, height } = layout;
  return (
    <div aria-hidden className={styles.layer} style={{ width, height }}>
      <Wires layout={layout} routed={routed} />
      {placed.map(({ docked: each, place }) => (
        <DockedFetch key={each.key} docked={each} x={place.x} y={place.y} />
      ))}
      {routed.length > ELEMENTS_MAX ? (
        <MessageCanvas routed={routed} width={width} height={height} />
      ) : (
        routed.map(({ sprite, route }) => (
          <FlyingMessage key={sprite.key} sprite={sprite} route={route} />
        ))
      )}
      {lost.map((each) => (
        <LostMessage key={each.sprite.key} lost={each} layout={layout} />
      ))}
    </div>
  );
});

function routedSprites(layout: StageLayout, sprites: readonly Sprite[]): readonly RoutedSprite[] {
  return sprites.flatMap((sprite) => {
    const { from, to, partition, lane } = sprite;
    const route = routeBetween(layout, from, to, partition, lane);
    return route ? [{ sprite, route }] : [];
  });
}
