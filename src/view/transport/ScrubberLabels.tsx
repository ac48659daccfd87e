import { memo } from 'react';
import type { PlacedMark } from './marksOnAxis';
import { spacedLabels } from './spacedLabels';
import { toneStyle } from './toneStyle';

interface ScrubberLabelsProps {
  readonly marks: readonly PlacedMark[];
  readonly width: number;
}

/** Words over the heaviest marks, as many as there is room for. */
export const ScrubberLabels = memo(function ScrubberLabels({ marks, width }: ScrubberLabelsProps) {
  return (
    <div className="scrubberLabels" aria-hidden>
      {spacedLabels(marks, width).map((label) => (
        <span
          key={label.id}
          className="scrubberLabel"
          style={{ ...toneStyle(label), left: label.left, width: label.width }}
        >
          {label.text}
        </span>
      ))}
    </div>
  );
});
