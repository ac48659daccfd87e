import { memo } from 'react';
import { useLookOf } from '../lookOf';
import type { PlacedMark } from './marksOnAxis';
import { toneStyle } from './toneStyle';

/** Dots on the track where something happened; a failure is a square, so colour is not all. */
export const ScrubberMarks = memo(function ScrubberMarks({
  marks,
}: {
  readonly marks: readonly PlacedMark[];
}) {
  const lookOf = useLookOf();
  return (
    <div className="scrubberMarks" aria-hidden>
      {marks.map((mark) => (
        <span
          key={mark.id}
          className="scrubberMark"
          data-tone={mark.tone}
          style={{ ...toneStyle(mark, lookOf), left: mark.x }}
        />
      ))}
    </div>
  );
});
