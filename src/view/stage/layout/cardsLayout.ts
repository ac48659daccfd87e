import { PHONE_WIDTH } from './brokersPlan';
import type { Box, Point } from './geometry';
import type { CardKind, CardPlace, CardsLayout } from './stageLayout';

/** What the size of the stage alone decides about the cards of clients and controller. */
export interface CardsPlan {
  readonly kind: 'full' | 'compact' | 'stacked';
  readonly heights: readonly number[];
  readonly gap: number;
  readonly titleFont: number;
  readonly font: number;
  readonly padding: number;
}

const WIDTH_MAX = 360;
const ROW_WIDTH_MIN = 1000;
const PRODUCER_SHARE = 0.41;
const CONTROLLER_SHARE = 0.32;

export function planCards(width: number, height: number): CardsPlan {
  if (width < PHONE_WIDTH) {
    const heights = [62, 38];
    return { kind: 'stacked', heights, gap: 26, titleFont: 15, font: 12.5, padding: 10 };
  }
  if (height < 400 || width < 760)
    return { kind: 'compact', heights: [62], gap: 10, titleFont: 15, font: 12.5, padding: 10 };
  const scale = Math.min(1.15, Math.max(1, height / 640));
  return {
    kind: 'full',
    heights: [Math.round(96 * scale)],
    gap: 16,
    titleFont: Math.round(16 * scale * 2) / 2,
    font: Math.round(13.5 * scale * 2) / 2,
    padding: Math.round(16 * scale),
  };
}

/** Height that the cards take, with the channels between their bands. */
export function cardsHeight({ heights, gap }: CardsPlan): number {
  return heights.reduce((sum, each) => sum + each, 0) + gap * (heights.length - 1);
}

interface Room extends Point {
  readonly width: number;
}

/** The cards above the brokers, each above a column where there are three. */
export function layoutCards(plan: CardsPlan, columns: readonly Box[], room: Room): CardsLayout {
  const { titleFont, font, padding } = plan;
  return { ...placeCards(plan, columns, room), titleFont, font, padding };
}

function placeCards(plan: CardsPlan, columns: readonly Box[], room: Room) {
  const { y } = room;
  const first = columns[0] ?? { x: 0, y: 0, width: 0, height: 0 };
  const last = columns.at(-1) ?? first;
  // Few brokers take less room than three cards need side by side.
  const needed = plan.kind === 'stacked' ? 0 : Math.min(room.width, ROW_WIDTH_MIN);
  const width = Math.max(last.x + last.width - first.x, needed);
  const left = (first.x + last.x + last.width - width) / 2;
  const [upper = 0, lower = 0] = plan.heights;
  if (plan.kind === 'stacked') {
    const half = (width - 10) / 2;
    const lowerY = y + upper + plan.gap;
    return {
      producer: card('compact', { x: left, y, width, height: upper }, 0),
      controller: card('line', { x: left, y: lowerY, width: half, height: lower }, 1),
      consumer: card('line', { x: left + half + 10, y: lowerY, width: half, height: lower }, 1),
    };
  }
  const widths = columns.length === 3 && plan.kind === 'full' ? columns : null;
  const free = width - 2 * plan.gap;
  const producer = widths?.[0]?.width ?? Math.min(WIDTH_MAX, free * PRODUCER_SHARE);
  const controller = widths?.[1]?.width ?? Math.min(WIDTH_MAX, free * CONTROLLER_SHARE);
  const rest = free * (1 - PRODUCER_SHARE - CONTROLLER_SHARE);
  const consumer = widths?.[2]?.width ?? Math.min(WIDTH_MAX, rest);
  const between = (left + producer + left + width - consumer) / 2;
  const controllerX = widths?.[1]?.x ?? between - controller / 2;
  const { kind } = plan;
  return {
    producer: card(kind, { x: left, y, width: producer, height: upper }, 0),
    controller: card(kind, { x: controllerX, y, width: controller, height: upper }, 0),
    consumer: card(kind, { x: left + width - consumer, y, width: consumer, height: upper }, 0),
  };
}

function card(kind: CardKind, { x, y, width, height }: Box, band: number): CardPlace {
  return { x: Math.round(x), y, width: Math.floor(width), height, kind, band };
}
