import { createPortal } from 'react-dom';
import { useHighwater } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import type { Box } from '../stage/layout/geometry';
import { useStageLayout } from '../stage/Stage';
import type { PresentLayerProps } from './PresentLayer';
import { litBoxes } from './spotlight';

const RADIUS = 14;

/** Dims the stage but for what is to be looked at; what is dimmed can still be made out. */
export function Spotlight({ width, height, type }: PresentLayerProps) {
  const spotlight = useHighwater((state) => state.presenting?.spotlight);
  const layout = useStageLayout(width, height, type, useHighwater(worldOf));
  // Upon the picture, with which it is scrolled.
  const stage = document.querySelector('.stageBox > :first-child');
  const boxes = spotlight ? litBoxes(layout, spotlight) : [];
  if (!stage || boxes.length === 0) return null;
  return createPortal(
    <svg
      className="spotlight"
      width={layout.width}
      height={layout.height}
      aria-hidden
      focusable={false}
    >
      <path
        className="spotlightDim"
        fillRule="evenodd"
        d={`M0 0H${layout.width}V${layout.height}H0Z${boxes.map(rounded).join('')}`}
      />
      {boxes.map((box) => (
        <path key={rounded(box)} className="spotlightEdge" d={rounded(box)} />
      ))}
    </svg>,
    stage,
  );
}

function rounded({ x, y, width, height }: Box): string {
  const r = RADIUS;
  const arc = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + r} ${y}h${width - 2 * r}${arc(r, r)}v${height - 2 * r}${arc(-r, r)}` +
    `h${2 * r - width}${arc(-r, -r)}v${2 * r - height}${arc(r, -r)}Z`
  );
}
