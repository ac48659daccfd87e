import type { Box } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import { tileOf } from '../layout/stageVariables';
import { textWidth } from '../layout/typeScale';
import type { Sprite } from './sprite';
import { shapeSize } from './spritePlace';

/** What is around words and around a shape, on both sides together, in CSS pixels. */
const [AROUND_WORDS, AROUND_SHAPE] = [14, 8];

/** Where on the stage the middle of a message may be, so that all of it is seen. */
export function spriteRoom(
  layout: StageLayout,
  sprite: Pick<Sprite, 'kind' | 'label' | 'background'>,
): Box {
  const { side, font, widthMax, labelFont, unit } = tileOf(layout);
  const { kind, label } = sprite;
  const isTile = kind === 'produce' || kind === 'records';
  const words =
    label === '' ? 0 : AROUND_WORDS + textWidth(label, isTile ? font : labelFont, 'mono');
  const high = isTile ? side : shapeSize(sprite) * unit + AROUND_SHAPE;
  const wide = isTile ? Math.min(Math.max(high, words), widthMax) : high + words;
  return { x: wide / 2, y: high / 2, width: layout.width - wide, height: layout.height - high };
}
