import { memo } from 'react';
import { useLookOf } from '../lookOf';
import type { PlacedMark } from './marksOnAxis';
import { spacedLabels } from './spacedLabels';
import { toneStyle } from './toneStyle';

interface ScrubberLabelsProps {
  readonly marks: readonly PlacedMark[];
  readonly width: number;
}

/** Words over the heaviest marks, as many as there is room for. */
export const ScrubberLabels = memo(function ScrubberLabels({ marks, width }: ScrubberLabelsProps) {
  const lookOf = useLookOf();
  return (
    <div className="scrubberLabels" aria-hidden>
      {spacedLabels(marks, width).map((label) => (
        <span
          key={label.id}
          className="scrubberLabel"
          style={{ ...toneStyle(label, lookOf), left: label.left, width: label.width }}
        >
          {label.text}
        </span>
      ))}
    </div>
  );
});
