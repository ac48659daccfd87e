import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { openingWorld } from '../../../../test/renderPicture';
import type { Flight } from '../../../sim/message';
import { movingValue } from '../../../store/movingValue';
import { layoutStage } from '../layout/layoutStage';
import { placementKey, placementOf } from '../layout/placement';
import { StageTimeContext } from '../StageTime';
import { PaintedTraffic } from './PaintedTraffic';
import { placeOf } from './paintMessages';
import { routedSprite } from './routedSprite';
import { spritesOf } from './sprite';

const layout = layoutStage({
  width: 1_200,
  height: 600,
  offsetDigits: 1,
  ...placementOf(placementKey(openingWorld(), [])),
});
const HALF_WAY = 15;
const routed = [heartbeat(7, 'broker-1'), heartbeat(8, 'broker-3')]
  .flatMap(spritesOf)
  .flatMap((sprite) => routedSprite(layout, sprite) ?? []);

it('picks a painted message where it is at that moment, before anything under it', () => {
  const { onPick, under } = canvas();
  const [first] = routed;
  if (!first) throw new Error('There are two.');
  const { x, y } = placeOf(first, HALF_WAY, { cutLinks: [], reducedMotion: false });
  fireEvent.pointerDown(under, { clientX: x + 3, clientY: y, pointerType: 'mouse', button: 0 });
  expect(onPick).toHaveBeenCalledExactlyOnceWith(7);
});

it('leaves to what is under it every press beside its messages', () => {
  const { onPick, onUnder, under } = canvas();
  fireEvent.pointerDown(under, { clientX: 3, clientY: 590, pointerType: 'mouse', button: 0 });
  fireEvent.click(under, { clientX: 3, clientY: 590 });
  expect(onPick).not.toHaveBeenCalled();
  expect(onUnder).toHaveBeenCalledOnce();
});

it('picks at a tap once the finger goes up, and taps nothing else', () => {
  const { onPick, onUnder, under } = canvas();
  const [, second] = routed;
  if (!second) throw new Error('There are two.');
  const { x, y } = placeOf(second, HALF_WAY, { cutLinks: [], reducedMotion: false });
  const at = { clientX: x, clientY: y, pointerType: 'touch', button: 0 };
  fireEvent.pointerDown(under, at);
  expect(onPick).not.toHaveBeenCalled();
  fireEvent.click(under, at);
  expect(onPick).toHaveBeenCalledExactlyOnceWith(8);
  expect(onUnder).not.toHaveBeenCalled();
});

function canvas() {
  const [onPick, onUnder] = [vi.fn<(id: number) => void>(), vi.fn<() => void>()];
  const [playhead, clusterTime] = [movingValue(0), movingValue(HALF_WAY)];
  render(
    <StageTimeContext value={{ playhead, clusterTime, playing: false, reducedMotion: false }}>
      <div>
        <button type="button" onClick={onUnder}>
          under
        </button>
        <div>
          <PaintedTraffic
            layout={layout}
            routed={routed}
            cutLinks={[]}
            picked={null}
            onPick={onPick}
          />
        </div>
      </div>
    </StageTimeContext>,
  );
  return { onPick, onUnder, under: screen.getByRole('button', { name: 'under' }) };
}

function heartbeat(id: number, from: 'broker-1' | 'broker-3'): Flight {
  return {
    id,
    from,
    to: 'controller',
    sentAt: 10,
    arrivesAt: 20,
    background: true,
    message: {
      type: 'brokerHeartbeatRequest',
      broker: 1,
      brokerEpoch: 1,
      currentMetadataOffset: 1,
      wantFence: false,
      wantShutDown: false,
      offlineLogDirs: [],
    },
  };
}
