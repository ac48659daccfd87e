import { memo } from 'react';
import { useLookOf } from '../lookOf';
import { toneStyle } from '../transport/toneStyle';
import type { PlacedMark } from './marksOnAxis';
import { spacedLabels } from './spacedLabels';

interface LabelsProps {
  readonly marks: readonly PlacedMark[];
  readonly width: number;
}

/** Words over the heaviest marks, as many as there is room for. */
export const Labels = memo(function Labels({ marks, width }: LabelsProps) {
  const lookOf = useLookOf();
  return (
    <div className="markLabels" aria-hidden>
      {spacedLabels(marks, width).map((label) => (
        <span
          key={label.id}
          className="markLabel"
          style={{ ...toneStyle(label, lookOf), left: label.left, width: label.width }}
        >
          {label.text}
        </span>
      ))}
    </div>
  );
});
