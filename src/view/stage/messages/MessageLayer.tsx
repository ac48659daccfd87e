import { lazy, memo, Suspense, useMemo } from 'react';
import type { StageLayout } from '../layout/stageLayout';
import { DockedFetch } from './DockedFetch';
import { type Docked, placeDocked } from './dockedFetches';
import { FlyingMessage } from './FlyingMessage';
import { LostMessage } from './LostMessage';
import type { Lost } from './lostMessages';
import { routedSprite } from './routedSprite';
import type { Sprite } from './sprite';
import { Wires } from './Wires';
import styles from './messages.module.css';

// Few clusters ever need it.
const MessageCanvas = lazy(async () => {
  const canvas = await import('./MessageCanvas');
  return { default: canvas.MessageCanvas };
});

/** Above this many, one canvas is cheaper than an element for each. */
const ELEMENTS_MAX = 150;

interface MessageLayerProps {
  readonly layout: StageLayout;
  readonly sprites: readonly Sprite[];
  readonly docked: readonly Docked[];
  readonly lost: readonly Lost[];
}

/** All that is under way, above the boxes. Those who listen are told by the event list. */
export const MessageLayer = memo(function MessageLayer(props: MessageLayerProps) {
  const { layout, sprites, docked, lost } = props;
  const routed = useMemo(
    () => sprites.flatMap((sprite) => routedSprite(layout, sprite) ?? []),
    [layout, sprites],
  );
  const placed = useMemo(() => placeDocked(layout, docked), [layout, docked]);
  const { width, height } = layout;
  return (
    <div aria-hidden className={styles.layer} style={{ width, height }}>
      <Wires layout={layout} routed={routed} />
      {placed.map(({ docked: each, place }) => (
        <DockedFetch key={each.key} docked={each} x={place.x} y={place.y} />
      ))}
      {routed.length > ELEMENTS_MAX ? (
        <Suspense>
          <MessageCanvas routed={routed} width={width} height={height} />
        </Suspense>
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
