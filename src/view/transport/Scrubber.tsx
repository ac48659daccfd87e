import { useMemo, useRef, type PointerEvent } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { lastStory, toldMoments } from '../../timeline/recording';
import { useSize } from '../useSize';
import { axisEnd } from './axisEnd';
import { marksOnAxis } from './marksOnAxis';
import { ScrubberBands } from './ScrubberBands';
import { ScrubberLabels } from './ScrubberLabels';
import { ScrubberMarks } from './ScrubberMarks';
import { ScrubberThumb } from './ScrubberThumb';
import { ScrubberTimes } from './ScrubberTimes';

/** The history of the run. Its axis is story time, so that what is worth seeing has room. */
export function Scrubber() {
  const [measure, { width }] = useSize();
  const end = useHighwater((state) => axisEnd(lastStory(state.recording)));
  const moments = useHighwater((state) => toldMoments(state.recording));
  const scale = width / end;
  const marks = useMemo(() => marksOnAxis(moments, scale), [moments, scale]);
  const drag = useDrag(scale);
  return (
    <div className="scrubber" {...drag}>
      <div ref={measure} className="scrubberAxis">
        <ScrubberLabels marks={marks} width={width} />
        <div className="scrubberTrack" />
        <ScrubberBands scale={scale} />
        <ScrubberThumb scale={scale} />
        <ScrubberMarks marks={marks} />
        <ScrubberTimes scale={scale} width={width} />
      </div>
    </div>
  );
}

/** Press anywhere on the scrubber to go there; hold to leaf through the run. */
function useDrag(scale: number) {
  const store = useHighwaterStore();
  const isDragged = useRef(false);
  const seek = (event: PointerEvent<HTMLElement>) => {
    const axis = event.currentTarget.firstElementChild?.getBoundingClientRect();
    if (!axis || scale <= 0) return;
    const { recording, seek: goTo } = store.getState();
    const story = (event.clientX - axis.left) / scale;
    goTo(Math.max(0, Math.min(story, lastStory(recording))));
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      isDragged.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      store.getState().pause();
      seek(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (isDragged.current) seek(event);
    },
    onPointerUp: () => {
      isDragged.current = false;
    },
    onPointerCancel: () => {
      isDragged.current = false;
    },
  };
}
