import type { Box } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import { tileOf } from '../layout/stageVariables';
import { textWidth } from '../layout/typeScale';
import type { Sprite } from './sprite';
import { shapeSize } from './spritePlace';

/** What a message has around its words or its shape, on both sides together, in CSS pixels. */
const AROUND = 14;
/** Before a label beside a shape, and behind it. */
const BESIDE = 4;

/** Where on the stage the middle of a message may be, so that all of it is seen. */
export function spriteRoom(
  layout: StageLayout,
  sprite: Pick<Sprite, 'kind' | 'label' | 'background'>,
): Box {
  const [wide, high] = spriteSize(layout, sprite);
  return { x: wide / 2, y: high / 2, width: layout.width - wide, height: layout.height - high };
}

/** At most, for nothing is measured. */
function spriteSize(
  layout: StageLayout,
  sprite: Pick<Sprite, 'kind' | 'label' | 'background'>,
): readonly [width: number, height: number] {
  const { side, font, widthMax, labelFont, unit } = tileOf(layout);
  const { kind, label, background } = sprite;
  if (kind === 'produce' || kind === 'records') {
    const words = textWidth(label, font, 'mono') + AROUND;
    return [Math.min(Math.max(side, words), widthMax), side];
  }
  const isBare = kind === 'fetch' || background;
  const high = shapeSize(sprite) * unit + (isBare ? 0 : AROUND);
  return [label === '' ? high : high + BESIDE + textWidth(label, labelFont, 'mono'), high];
}
