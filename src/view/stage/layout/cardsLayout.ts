import type { ClientId, Table } from '../../../sim/ids';
import { PHONE_WIDTH } from './brokersPlan';
import { type Box, clamp, type Point } from './geometry';
import { FONT_MIN, fontSize } from './typeScale';
import type { CardId, CardKind, CardPlace, CardsLayout, PlainRequest } from './stageLayout';

interface CardBand {
  readonly ids: readonly CardId[];
  readonly height: number;
  readonly kind: 'full' | 'compact' | 'line';
}

/** What the size of the stage alone decides about the cards of clients and controller. */
export interface CardsPlan {
  readonly kind: 'full' | 'compact' | 'stacked';
  readonly bands: readonly CardBand[];
  readonly heights: readonly number[];
  readonly gap: number;
  readonly titleFont: number;
  readonly font: number;
  readonly padding: number;
}

/** Gap between cards, padding and size of the names. */
const SIZES = {
  few: { compact: [10, 10, 15], full: [16, 16, 16] },
  many: { compact: [7, 6, 13], full: [12, 10, 16] },
} as const;
/** How wide names are, in sizes of their letters. */
const [CONTROLLER_EMS, CONSUMER_EMS] = [5.8, 5.2];
const WIDTH_MAX = 360;
const ROW_WIDTH_MIN = 1000;
const PRODUCER_SHARE = 0.41;
const CONTROLLER_SHARE = 0.32;
/** A card has room for its words and buttons side by side. */
const WORDY_MIN = 236;
const LINES_FONT_MAX = 12.5;
const LARGE_WIDTH_MIN = 1200;
/** Less than that leaves the rows of three partitions no room for their cells. */
const LOW = 300;
/** On its side a phone has still less. */
export const LOWEST = 256;

/** Who has a card: what is hidden has none. */
type Carded = Pick<PlainRequest, 'clients' | 'hasController'>;

export function planCards({
  width,
  height,
  fontMin,
  ...carded
}: Carded & Pick<PlainRequest, 'width' | 'height' | 'fontMin'>): CardsPlan {
  const font = fontSize(12.5, 1, fontMin);
  const many = isMany(carded.clients);
  const isTight = fontMin > LINES_FONT_MAX && (many || width < LARGE_WIDTH_MIN);
  const isCompact = height < 400 || width < 760 || isTight;
  const scale = isCompact ? 1 : clamp(height / 640, 1, 1.15);
  const [gap, padding, title] = SIZES[many ? 'many' : 'few'][isCompact ? 'compact' : 'full'];
  const within = Math.round(padding * scale);
  const wanted = fontSize(title, scale, fontMin);
  const ids = bandsOf(carded, false).flatMap((band) => band.ids);
  const parts = ids.reduce((sum, id) => sum + shareOf(id), 0);
  const part = (width - 60 - gap * (ids.length - 1)) / parts;
  // The longest names have just room.
  const room = (share: number, ems: number) => (part * share - 2 * within) / ems;
  const titleFont = many
    ? Math.min(wanted, room(shareOf('controller'), CONTROLLER_EMS), room(1, CONSUMER_EMS))
    : wanted;
  if (width < PHONE_WIDTH || titleFont < fontMin) {
    const bands = bandsOf(carded, width >= PHONE_WIDTH);
    const heights = bands.map((band) => band.height);
    const own = { titleFont: fontSize(15, 1, fontMin), font, padding: many ? 8 : 10 };
    return { kind: 'stacked', bands, heights, gap: 26, ...own };
  }
  // Where the words are larger, three lines have no room beside the buttons.
  const isLow = height < LOW && fontMin <= FONT_MIN;
  const lowest = !isLow ? 62 : height < LOWEST && !many ? 50 : 54;
  const kind = isCompact ? 'compact' : 'full';
  const bands = [{ ids, kind, height: isCompact ? lowest : Math.round(96 * scale) }] as const;
  return {
    kind,
    bands,
    heights: ids.length === 0 ? [] : [bands[0].height],
    gap,
    titleFont,
    font: isCompact ? font : fontSize(13.5, scale, fontMin),
    padding: within,
  };
}

/** Height that the cards take, with the channels between their bands. */
export function cardsHeight({ heights, gap }: CardsPlan): number {
  return heights.reduce((sum, each) => sum + each, 0) + gap * Math.max(0, heights.length - 1);
}

/** Who stands in which band where they stand in several, from top to bottom. */
function bandsOf({ clients, hasController }: Carded, isWide: boolean): readonly CardBand[] {
  const many = isMany(clients);
  const all: readonly CardId[] = hasController ? ['controller', ...clients] : clients;
  const inLine = (id: CardId) => !isProducer(id) && (!many || (!isWide && id === 'controller'));
  const bands: readonly CardBand[] = [
    { ids: all.filter(isProducer), height: 62, kind: 'compact' },
    { ids: all.filter(inLine), height: 38, kind: 'line' },
    { ids: all.filter((id) => !isProducer(id) && !inLine(id)), height: 62, kind: 'compact' },
  ];
  return bands.filter(({ ids }) => ids.length > 0);
}

interface Room extends Point {
  readonly width: number;
}

/** The cards above the brokers, each above a column where there are three. */
export function layoutCards(
  plan: CardsPlan,
  columns: readonly Box[],
  room: Room,
  carded: Carded,
): Omit<CardsLayout, 'unit'> {
  const { titleFont, font, padding } = plan;
  const isFew = plan.kind !== 'stacked' && !isMany(carded.clients);
  const places = isFew ? placeFew(plan, columns, room, carded) : placeMany(plan, room);
  return { places, titleFont, font, padding };
}

/** One producer and one consumer have room for words. */
function placeFew(
  plan: CardsPlan,
  columns: readonly Box[],
  room: Room,
  { clients, hasController }: Carded,
): Table<CardId, CardPlace> {
  const { producer, controller, consumer } = placeThree(plan, columns, room);
  const places: { [id in CardId]?: CardPlace } = hasController ? { controller } : {};
  for (const id of clients) places[id] = isProducer(id) ? producer : consumer;
  return places;
}

function placeThree(plan: CardsPlan, columns: readonly Box[], room: Room) {
  const { y } = room;
  const first = columns[0] ?? { x: 0, y: 0, width: 0, height: 0 };
  const last = columns.at(-1) ?? first;
  // Few brokers take less room than three cards need side by side.
  const width = Math.max(last.x + last.width - first.x, Math.min(room.width, ROW_WIDTH_MIN));
  const left = (first.x + last.x + last.width - width) / 2;
  const [upper = 0] = plan.heights;
  const widths = columns.length === 3 && plan.kind === 'full' ? columns : null;
  const free = width - 2 * plan.gap;
  const producer = widths?.[0]?.width ?? Math.min(WIDTH_MAX, free * PRODUCER_SHARE);
  const controller = widths?.[1]?.width ?? Math.min(WIDTH_MAX, free * CONTROLLER_SHARE);
  const rest = free * (1 - PRODUCER_SHARE - CONTROLLER_SHARE);
  const consumer = widths?.[2]?.width ?? Math.min(WIDTH_MAX, rest);
  const between = (left + producer + left + width - consumer) / 2;
  const controllerX = widths?.[1]?.x ?? between - controller / 2;
  const kind = plan.kind === 'full' ? 'full' : 'compact';
  return {
    producer: card(kind, { x: left, y, width: producer, height: upper }, 0),
    controller: card(kind, { x: controllerX, y, width: controller, height: upper }, 0),
    consumer: card(kind, { x: left + width - consumer, y, width: consumer, height: upper }, 0),
  };
}

/** Producers to the left, consumers to the right, the controller between them, all in a row. */
function placeMany(plan: CardsPlan, room: Room): Table<CardId, CardPlace> {
  const below = (band: number) => {
    const above = plan.heights.slice(0, band);
    return { ...room, y: above.reduce((sum, each) => sum + each + plan.gap, room.y) };
  };
  const rows = plan.bands.map(({ ids, kind }, n) => row(plan, below(n), ids, n, kind));
  return Object.fromEntries(rows.flatMap((each) => Object.entries(each)));
}

function row(
  { heights, gap }: CardsPlan,
  { x, y, width }: Room,
  ids: readonly CardId[],
  band: number,
  kind: 'full' | 'compact' | 'line',
): Table<CardId, CardPlace> {
  const between = Math.min(gap, 12);
  const share = kind === 'line' ? () => 1 : shareOf;
  const parts = ids.reduce((sum, id) => sum + share(id), 0);
  const part = (width - between * (ids.length - 1)) / parts;
  const narrow = { full: 'tall', compact: 'narrow', line: 'line' } as const;
  const places: { [id in CardId]?: CardPlace } = {};
  let left = x;
  for (const id of ids) {
    const own = part * share(id);
    const its = part < WORDY_MIN ? narrow[kind] : kind;
    places[id] = card(its, { x: left, y, width: own, height: heights[band] ?? 0 }, band);
    left += own + between;
  }
  return places;
}

function shareOf(id: CardId): number {
  if (id === 'controller') return 1.2;
  return isProducer(id) ? 1.08 : 1;
}

function isMany(clients: readonly ClientId[]): boolean {
  const producers = clients.filter(isProducer).length;
  return producers > 1 || clients.length - producers > 1;
}

function isProducer(id: CardId): boolean {
  return id.startsWith('producer');
}

function card(kind: CardKind, { x, y, width, height }: Box, band: number): CardPlace {
  return { x: Math.round(x), y, width: Math.floor(width), height, kind, band };
}
