import { type PointerEvent, type ReactNode, useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import type { AxisProps } from './Axis';
import type { PlacedMark } from './marksOnAxis';
import { Tip } from './Tip';

interface PointingProps extends AxisProps {
  readonly marks: readonly PlacedMark[];
  readonly children: ReactNode;
}

interface Place {
  readonly x: number;
  readonly row: string | undefined;
}

/**
 * Says what is where the pointer is. While the scrubber is dragged, or has the focus of the
 * keyboard, that is the playhead.
 */
export function Pointing({ children, isHeld, ...axis }: PointingProps) {
  const [pointed, setPointed] = useState<Place | null>(null);
  const playhead = useHighwater((state) => (state.playing ? null : state.playhead));
  const here = playhead === null ? null : { x: playhead * axis.scale, row: undefined };
  const place = isHeld ? here : (pointed ?? here);
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch') return;
    const { left } = event.currentTarget.getBoundingClientRect();
    setPointed({ x: event.clientX - left, row: rowUnder(event.target) });
  };
  return (
    <div className="history" onPointerMove={onPointerMove} onPointerLeave={() => setPointed(null)}>
      {children}
      {place && <Tip {...axis} {...place} isShown={isHeld || pointed !== null} />}
    </div>
  );
}

function rowUnder(target: EventTarget): string | undefined {
  const row = target instanceof Element && target.closest<HTMLElement>('.bandRow');
  return row ? row.dataset['partition'] : undefined;
}
