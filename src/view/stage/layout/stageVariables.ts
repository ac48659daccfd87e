import type { CSSProperties } from 'react';
import { clamp } from './geometry';
import { type Lane, type StageLayout, TILE_HALF } from './stageLayout';

type Variables = Readonly<Record<`--${string}`, string>>;

/**
 * What all rows, headers and cards have in common, as custom properties: written once on the
 * stage, so that no element repeats it.
 */
export function stageVariables(layout: StageLayout): CSSProperties {
  const { row, header, cards, gutters, fontMin, unit } = layout;
  const { head, numbers, cells } = row;
  const tile = Math.round(clamp((cells?.height ?? 22) * 0.88, 22 * unit, 30 * unit));
  const style: CSSProperties & Variables = {
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
    '--cell-font': px(cells?.font ?? numbers.font),
    '--flag-drop': px(cells?.flagDrop ?? 0),
    '--tile': px(tile),
    '--tile-font': px(Math.max(fontMin, Math.round(tile * 0.54))),
    '--tile-max': px(tileRoom(gutters)),
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
