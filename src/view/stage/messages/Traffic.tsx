import { memo, use, useCallback, useMemo } from 'react';
import { heldShare } from '../../../sim/underWay';
import type { NetworkState } from '../../../sim/network';
import type { World } from '../../../sim/world';
import { useHighwater, useHighwaterStore } from '../../../store/HighwaterContext';
import { seldom } from '../../later/seldom';
import { showInPanel } from '../../panel/showInPanel';
import type { Happened } from '../effects/happenings';
import type { StageLayout } from '../layout/stageLayout';
import { useStageTime } from '../StageTime';
import { CutLinks } from './CutLinks';
import { isCut } from './cutWays';
import { DeletedReplicas } from './DeletedReplicas';
import { DockedFetch } from './DockedFetch';
import { dockedFetches, placeDocked } from './dockedFetches';
import { ElementsMaxContext } from './elementsMax';
import { FlyingMessage } from './FlyingMessage';
import { LostMessage } from './LostMessage';
import { type LastSeen, lostMessages } from './lostMessages';
import { PaintedTraffic } from './PaintedTraffic';
import { type RoutedSprite, routedSprite } from './routedSprite';
import { spritesOf } from './sprite';
import { Wires } from './Wires';

const CutGesture = seldom(async () => (await import('./CutGesture')).CutGesture);

export interface TrafficProps {
  readonly layout: StageLayout;
  readonly world: World;
  /** What happened a moment ago, oldest first. */
  readonly events: readonly Happened[];
  /** The flight of an id as it was before a story second, null when unknown. */
  readonly flightBefore: (id: number, story: number) => LastSeen | null;
}

/** The messages on their ways, those that died a moment ago, and the ways that are cut. */
export const Traffic = memo(function Traffic(props: TrafficProps) {
  const { layout, world, events, flightBefore } = props;
  const { flights, network } = world;
  const { cutLinks } = network;
  const routed = useMemo(
    () =>
      wordsOnTop(
        flights.flatMap(spritesOf).flatMap((sprite) => routedSprite(layout, sprite) ?? []),
      ),
    [layout, flights],
  );
  const held = useMemo(() => heldSprites(layout, network), [layout, network]);
  const docked = useMemo(() => placeDocked(layout, dockedFetches(world)), [layout, world]);
  const lost = useMemo(() => lostMessages(events, flightBefore), [events, flightBefore]);
  const { picked, onPick } = usePicked();
  const elementOf = (each: RoutedSprite, heldAt: number | null) => (
    <FlyingMessage
      key={each.sprite.key}
      routed={each}
      isDoomed={isCut(cutLinks, each.sprite)}
      heldAt={heldAt}
      isPicked={picked === each.sprite.flightId}
      onPick={onPick}
    />
  );
  const ways = useMemo(() => [...routed, ...held.map((each) => each.routed)], [routed, held]);
  const { playing } = useStageTime();
  const most = use(ElementsMaxContext);
  const isPainted = playing ? most < Infinity : routed.length > most;
  return (
    <>
      <Wires layout={layout} routed={ways} />
      <CutGesture layout={layout} />
      <CutLinks layout={layout} cutLinks={cutLinks} events={events} />
      {docked.map(({ docked: each, place }) => (
        <DockedFetch key={each.key} docked={each} x={place.x} y={place.y} />
      ))}
      {isPainted ? (
        <PaintedTraffic
          layout={layout}
          routed={routed}
          cutLinks={cutLinks}
          picked={picked}
          onPick={onPick}
        />
      ) : (
        routed.map((each) => elementOf(each, null))
      )}
      {held.map(({ routed: each, share }) => elementOf(each, share))}
      <DeletedReplicas layout={layout} world={world} events={events} />
      {lost.map((each) => (
        <LostMessage key={each.sprite.key} lost={each} layout={layout} />
      ))}
    </>
  );
});

/** What says something passes above what has a shape alone. */
function wordsOnTop(routed: readonly RoutedSprite[]): readonly RoutedSprite[] {
  const says = ({ sprite }: RoutedSprite) => sprite.label !== '';
  return [...routed.filter((each) => !says(each)), ...routed.filter(says)];
}

/** The message that is looked at, and how another one is picked. */
function usePicked() {
  const store = useHighwaterStore();
  const picked = useHighwater(({ selected }) =>
    selected?.type === 'message' ? selected.flightId : null,
  );
  const onPick = useCallback(
    (flightId: number) => showInPanel(store.getState(), { type: 'message', flightId }, 'wire'),
    [store],
  );
  return { picked, onPick };
}

function heldSprites(layout: StageLayout, { held }: NetworkState) {
  return held.flatMap((one) =>
    spritesOf(one.flight).flatMap((sprite) => {
      const routed = routedSprite(layout, sprite);
      return routed ? [{ routed, share: heldShare(one) }] : [];
    }),
  );
}
