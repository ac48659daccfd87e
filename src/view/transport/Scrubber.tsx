import { type ComponentType, type PointerEvent, useState } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { lastStory } from '../../timeline/recording';
import { useSize } from '../useSize';
import { axisEnd } from './axisEnd';
import { ScrubberThumb } from './ScrubberThumb';

interface ScrubberProps {
  /** Draws the history along the axis, once there is one. */
  readonly Axis:
    | ComponentType<{
        /** Pixels for each story second. */
        readonly scale: number;
        readonly width: number;
        /** The scrubber is being dragged. */
        readonly isHeld: boolean;
      }>
    | undefined;
}

/** The history of the run. Its axis is story time, so that what is worth seeing has room. */
export function Scrubber({ Axis }: ScrubberProps) {
  const [measure, { width }] = useSize();
  const end = useHighwater((state) => axisEnd(lastStory(state.recording)));
  const scale = width / end;
  const [isHeld, handlers] = useDrag(scale);
  return (
    <div className="scrubber" {...handlers}>
      <div ref={measure} className="scrubberAxis">
        <ScrubberThumb scale={scale} width={width} />
        {Axis && width > 0 && <Axis scale={scale} width={width} isHeld={isHeld} />}
      </div>
    </div>
  );
}

/** Press anywhere on the scrubber to go there; hold to leaf through the run. */
function useDrag(scale: number) {
  const store = useHighwaterStore();
  const [isHeld, setHeld] = useState(false);
  const seek = (event: PointerEvent<HTMLElement>) => {
    const axis = event.currentTarget.firstElementChild?.getBoundingClientRect();
    if (!axis || scale <= 0) return;
    const { recording, seek: goTo } = store.getState();
    const story = (event.clientX - axis.left) / scale;
    goTo(Math.max(0, Math.min(story, lastStory(recording))));
  };
  const release = () => setHeld(false);
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      setHeld(true);
      event.currentTarget.setPointerCapture(event.pointerId);
      store.getState().pause();
      seek(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (isHeld) seek(event);
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
  return [isHeld, handlers] as const;
}
