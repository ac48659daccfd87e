import type { Spot } from '../../../lessons/lesson';
import type { Box } from '../layout/geometry';
import { cellX, logWindowFrom } from '../layout/logWindow';
import type { StageLayout } from '../layout/stageLayout';
import { windowStarts, windowStartsKey } from '../layout/windowStarts';
import type { World } from '../../../sim/world';

/** Where something stands on the stage; null when it is not there. */
export function spotBox(layout: StageLayout, world: World, spot: Spot): Box | null {
  switch (spot.type) {
    case 'controller':
      return layout.cards.places.controller ?? null;
    case 'client':
      return layout.cards.places[spot.client] ?? null;
    case 'broker':
      return layout.brokers[spot.broker] ?? null;
    case 'replica':
      return layout.brokers[spot.broker]?.rows[spot.partition] ?? null;
    case 'cell':
      return cellBox(layout, world, spot);
    default:
      return spot satisfies never;
  }
}

function cellBox(
  layout: StageLayout,
  world: World,
  { broker, partition, offset }: Extract<Spot, { readonly type: 'cell' }>,
): Box | null {
  const row = layout.brokers[broker]?.rows[partition];
  const { cells } = layout.row;
  if (!row) return null;
  // Where a row has no room for cells, the row stands for them.
  if (!cells) return row;
  const start = windowStarts(windowStartsKey(layout, world))[partition] ?? 0;
  if (offset < start) return row;
  const x = row.x + cellX(cells, logWindowFrom(cells, start), offset);
  return { x, y: row.y + cells.y, width: cells.width, height: cells.height };
}
