import { memo, useMemo } from 'react';
import type { Link } from '../../../sim/network';
import { useLookOf } from '../../lookOf';
import type { StageLayout } from '../layout/stageLayout';
import { tileOf } from '../layout/stageVariables';
import { useStageTime } from '../StageTime';
import { MessageCanvas } from './MessageCanvas';
import type { Painted } from './paintMessages';
import type { RoutedSprite } from './routedSprite';
import { WireCanvas } from './WireCanvas';

interface PaintedTrafficProps {
  readonly layout: StageLayout;
  readonly routed: readonly RoutedSprite[];
  /** Those that stand still are elements; their ways are painted with the others. */
  readonly held: readonly RoutedSprite[];
  readonly cutLinks: readonly Link[];
  /** The message that is looked at. */
  readonly picked: number | null;
  readonly onPick: (flightId: number) => void;
}

/** Many messages and their ways, looking as elements do. */
export const PaintedTraffic = memo(function PaintedTraffic(props: PaintedTrafficProps) {
  const { layout, routed, held, cutLinks, picked, onPick } = props;
  const { width, height } = layout;
  const { reducedMotion } = useStageTime();
  const lookOf = useLookOf();
  const tile = useMemo(() => tileOf(layout), [layout]);
  const painted = useMemo<Painted>(
    () => ({ routed, cutLinks, picked, reducedMotion, lookOf, tile }),
    [routed, cutLinks, picked, reducedMotion, lookOf, tile],
  );
  const ways = useMemo(() => [...routed, ...held], [routed, held]);
  return (
    <>
      <WireCanvas routed={ways} width={width} height={height} />
      <MessageCanvas painted={painted} width={width} height={height} onPick={onPick} />
    </>
  );
});
