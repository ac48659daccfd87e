import { memo, useMemo } from 'react';
import type { Link } from '../../../sim/network';
import { useLookOf } from '../../lookOf';
import type { StageLayout } from '../layout/stageLayout';
import { tileOf } from '../layout/stageVariables';
import { useStageTime } from '../StageTime';
import { MessageCanvas } from './MessageCanvas';
import type { Painted } from './paintMessages';
import type { RoutedSprite } from './routedSprite';

interface PaintedTrafficProps {
  readonly layout: StageLayout;
  readonly routed: readonly RoutedSprite[];
  readonly cutLinks: readonly Link[];
  /** The message that is looked at. */
  readonly picked: number | null;
  readonly onPick: (flightId: number) => void;
}

/** Messages that look as elements do, but cost no more when there are many. */
export const PaintedTraffic = memo(function PaintedTraffic(props: PaintedTrafficProps) {
  const { layout, routed, cutLinks, picked, onPick } = props;
  const { reducedMotion } = useStageTime();
  const lookOf = useLookOf();
  const tile = useMemo(() => tileOf(layout), [layout]);
  const painted = useMemo<Painted>(
    () => ({ routed, cutLinks, picked, reducedMotion, lookOf, tile }),
    [routed, cutLinks, picked, reducedMotion, lookOf, tile],
  );
  const { width, height } = layout;
  return <MessageCanvas painted={painted} width={width} height={height} onPick={onPick} />;
});
