import { lazy, memo, Suspense, useMemo } from 'react';
import type { Flight } from '../../../sim/message';
import type { World } from '../../../sim/world';
import type { Happened } from '../effects/happenings';
import { LaterBoundary } from '../../later/LaterBoundary';
import type { StageLayout } from '../layout/stageLayout';
import { CutLinks } from './CutLinks';
import { isCut } from './cutWays';
import { DeletedReplicas } from './DeletedReplicas';
import { DockedFetch } from './DockedFetch';
import { dockedFetches, placeDocked } from './dockedFetches';
import { FlyingMessage } from './FlyingMessage';
import { LostMessage } from './LostMessage';
import { lostMessages } from './lostMessages';
import { routedSprite } from './routedSprite';
import { spritesOf } from './sprite';
import { Wires } from './Wires';

// Few clusters ever need it, and where it cannot be had, elements do.
const MessageCanvas = lazy(async () => {
  const canvas = await import('./MessageCanvas');
  return { default: canvas.MessageCanvas };
});

/** Above this many, one canvas is cheaper than an element for each. */
const ELEMENTS_MAX = 150;

export interface TrafficProps {
  readonly layout: StageLayout;
  readonly world: World;
  /** What happened a moment ago, oldest first. */
  readonly events: readonly Happened[];
  /** The flight of an id as it was before a story second, null when unknown. */
  readonly flightBefore: (id: number, story: number) => Flight | null;
}

/** The messages on their ways, those that died a moment ago, and the ways that are cut. */
export const Traffic = memo(function Traffic(props: TrafficProps) {
  const { layout, world, events, flightBefore } = props;
  const { flights, network } = world;
  const { cutLinks } = network;
  const routed = useMemo(
    () => flights.flatMap(spritesOf).flatMap((sprite) => routedSprite(layout, sprite) ?? []),
    [layout, flights],
  );
  const docked = useMemo(() => placeDocked(layout, dockedFetches(world)), [layout, world]);
  const lost = useMemo(() => lostMessages(events, flightBefore), [events, flightBefore]);
  const { width, height } = layout;
  const elements = () =>
    routed.map(({ sprite, route }) => (
      <FlyingMessage
        key={sprite.key}
        sprite={sprite}
        route={route}
        isDoomed={isCut(cutLinks, sprite)}
      />
    ));
  return (
    <>
      <Wires layout={layout} routed={routed} />
      <CutLinks layout={layout} cutLinks={cutLinks} events={events} />
      {docked.map(({ docked: each, place }) => (
        <DockedFetch key={each.key} docked={each} x={place.x} y={place.y} />
      ))}
      {routed.length > ELEMENTS_MAX ? (
        <LaterBoundary fallback={elements()}>
          <Suspense>
            <MessageCanvas routed={routed} width={width} height={height} />
          </Suspense>
        </LaterBoundary>
      ) : (
        elements()
      )}
      <DeletedReplicas layout={layout} world={world} events={events} />
      {lost.map((each) => (
        <LostMessage key={each.sprite.key} lost={each} layout={layout} />
      ))}
    </>
  );
});
