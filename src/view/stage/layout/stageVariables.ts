import type { CSSProperties } from 'react';
import { clamp } from './geometry';
import { type Lane, type StageLayout, TILE_HALF } from './stageLayout';
import { textWidth } from './typeScale';

type Variables = Readonly<Record<`--${string}`, string>>;

/**
 * What all rows, headers and cards have in common, as custom properties: written once on the
 * stage, so that no element repeats it.
 */
export function stageVariables(layout: StageLayout): CSSProperties {
  const { row, header, cards, fontMin, unit } = layout;
  const { head, numbers, cells } = row;
  const tile = tileOf(layout);
  const style: CSSProperties & Variables = {
    '--wide': `${layout.width}`,
    '--tall': `${layout.height}`,
    '--unit': `${unit}`,
    '--least': px(fontMin),
    '--head-x': px(head.x),
    '--head-y': px(head.y),
    '--head-width': px(head.width),
    '--head-height': px(head.height),
    '--head-gap': row.kind === 'compact' ? '4px' : '8px',
    '--name-font': px(head.font),
    '--role-font': px(row.roleFont),
    '--numbers-x': px(numbers.x),
    '--numbers-y': px(numbers.y),
    '--numbers-width': px(numbers.width),
    '--numbers-height': px(numbers.height),
    '--numbers-font': px(numbers.font),
    '--cell-y': px(cells?.y ?? 0),
    '--cell-width': px(cells?.width ?? 0),
    '--cell-height': px(cells?.height ?? 0),
    '--cell-gap': px(cells?.gap ?? 0),
    '--cell-font': px(cells?.font ?? numbers.font),
    '--flag-drop': px(cells?.flagDrop ?? 0),
    '--tile': px(tile.side),
    '--tile-font': px(tile.font),
    '--tile-max': px(tile.widthMax),
    '--header-height': px(header.height),
    '--header-padding': px(header.padding),
    '--broker-font': px(header.titleFont),
    '--status-font': px(header.statusFont),
    '--card-title-font': px(cards.titleFont),
    '--card-font': px(cards.font),
    '--card-padding': px(cards.padding),
    '--row-radius': row.kind === 'full' ? '11px' : row.kind === 'slim' ? '9px' : '7px',
  };
  return style;
}

/** How large messages are, in CSS pixels. */
export interface TileSizes {
  /** Of one that carries records. */
  readonly side: number;
  readonly font: number;
  readonly widthMax: number;
  /** Of words beside a shape. */
  readonly labelFont: number;
  /** By how much shapes are larger than usual. */
  readonly unit: number;
}

/** So long a label is never cut: half of a number would be another number. */
const WHOLE = '12–34 '.length;
/** Padding and border of a tile, on both sides together. */
export const TILE_AROUND = 14;

export function tileOf({ row, gutters, fontMin, unit }: StageLayout): TileSizes {
  const side = Math.round(clamp((row.cells?.height ?? 22) * 0.88, 22 * unit, 30 * unit));
  const font = Math.max(fontMin, Math.round(side * 0.54));
  const least = textWidth(WHOLE, font, 'mono') + TILE_AROUND;
  return { side, font, widthMax: Math.max(tileRoom(gutters), least), labelFont: fontMin, unit };
}

/** How wide a message may be without lying on a replica's text or beyond the stage's edge. */
function tileRoom(gutters: StageLayout['gutters']): number {
  const between = gutters.slice(1, -1);
  const width = ({ reach }: Lane) => 2 * (reach + TILE_HALF);
  if (between.length === 0) return Math.min(...gutters.map(width)) + 4;
  return Math.min(...between.map(width)) + 12;
}

function px(value: number): string {
  return `${value}px`;
}
