import { memo } from 'react';
import { useLookOf } from '../lookOf';
import { toneStyle } from '../transport/toneStyle';
import { type PlacedMark, shapeOf } from './marksOnAxis';

/** Ticks over the track where something happened. What it was is told by the shape. */
export const Marks = memo(function Marks({ marks }: { readonly marks: readonly PlacedMark[] }) {
  const lookOf = useLookOf();
  return (
    <div className="marks" aria-hidden>
      {marks.map((mark) => (
        <span
          key={mark.id}
          className="mark"
          data-shape={shapeOf(mark)}
          style={{ ...toneStyle(mark, lookOf), left: mark.x }}
        />
      ))}
    </div>
  );
});
