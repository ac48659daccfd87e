import { type BrokerId, type PartitionId, type Table, topicOf } from '../../../sim/ids';
import { type BrokersPlan, PHONE_WIDTH, planBrokers } from './brokersPlan';
import { type CardsPlan, cardsHeight, layoutCards, LOWEST, planCards } from './cardsLayout';
import { type Box, clamp, right } from './geometry';
import { rackZones } from './rackZones';
import { rowLayout } from './rowLayout';
import {
  type BrokerPlace,
  type BrokerRequest,
  type HeaderLayout,
  type Lane,
  type PlainRequest,
  type StageLayout,
  type StageRequest,
  TILE_HALF,
} from './stageLayout';
import { FONT_MIN, fontSize, textWidth } from './typeScale';

const CHANNEL = { share: 0.1, min: 32, low: 24, max: 72 };
const EDGE = 5;

/** A row of the least height has room for words of so many times the usual size. */
const WORDS_MAX = 1.4;

/** Where everything on a stage of this size is. Pure: the same request gives the same picture. */
export function layoutStage(request: StageRequest): StageLayout {
  const { type = 1, height } = request;
  // Boxes grow less than their words, so that more of them has room; still less where it is short.
  const least = Math.max(1, type / WORDS_MAX);
  const most = Math.max(least, Math.cbrt(type * type));
  const layout = layoutAt(request, most);
  const isHigher = type > 1 && layout.height > height;
  return isHigher ? layoutAt(request, least) : layout;
}

/** With boxes so many times as large as usual. */
function layoutAt({ type = 1, ...request }: StageRequest, scale: number): StageLayout {
  const [width, height] = [request.width / scale, request.height / scale];
  const fontMin = (FONT_MIN * type) / scale;
  return scaled(layoutPlain({ ...request, width, height, fontMin }), scale);
}

function layoutPlain(request: PlainRequest): StageLayout {
  const { width, height, fontMin } = request;
  // Buttons and glyphs stand beside words of this size.
  const unit = Math.max(1, fontMin / 14);
  const outer = width < PHONE_WIDTH ? 28 : width < 760 ? 24 : 30;
  const cardsPlan = planCards(request);
  const cardsBottom = EDGE + cardsHeight(cardsPlan);
  const isPhone = width < PHONE_WIDTH;
  // On a phone the page scrolls and the stage is as high as it needs: nothing depends on height.
  const share = isPhone ? 0 : height * CHANNEL.share;
  const { [height < LOWEST && !isPhone ? 'low' : 'min']: least } = CHANNEL;
  const channel = Math.round(clamp(share, least, CHANNEL.max));
  const room = height - cardsBottom - channel - EDGE;
  const plan = planBrokers(request, outer, room);
  // What nobody needs is shared between the channel and the margins above and below.
  const spare = Math.max(0, room - plan.height);
  const wider = Math.min(40, Math.floor(spare / 3));
  const top = EDGE + Math.floor(Math.min(40, (spare - wider) / 3));
  const firstBand = top + cardsHeight(cardsPlan) + channel + wider;
  const columns = columnBoxes(request, plan);
  const place = { x: outer, y: top, width: width - 2 * outer };
  const cards = { ...layoutCards(cardsPlan, columns, place, request), unit };
  const brokers = placeBrokers(request, plan, columns, firstBand);
  const content = Math.max(firstBand + plan.height + EDGE, top + cardsHeight(cardsPlan));
  return {
    width,
    height: Math.max(height, Math.ceil(content)),
    cards,
    brokers,
    zones: rackZones(request.brokers, brokers, plan.strip),
    header: headerLayout(plan, fontMin),
    row: rowLayout(plan.rowKind, {
      width: plan.boxWidth - 2 * plan.boxPadding,
      height: plan.rowHeight,
      nameLength: Math.max(1, ...request.partitions.map((name) => name.length)),
      offsetDigits: request.offsetDigits,
      fontMin,
    }),
    fontMin,
    unit,
    gutters: guttersOf(width, columns, cardsPlan.heights.length > 1 ? outer : width),
    channels: channelsOf(cardsPlan, plan, top, firstBand),
  };
}

const COUNTS: readonly string[] = ['id', 'column', 'band', 'count'];

/** The same picture, so many times as large. */
function scaled<Part>(part: Part, by: number): Part {
  if (by === 1) return part;
  const sized = (key: string, value: unknown): unknown =>
    typeof value === 'number' && !COUNTS.includes(key) ? Math.round(value * by * 100) / 100 : value;
  return JSON.parse(JSON.stringify(part), sized);
}

function columnBoxes({ width }: PlainRequest, plan: BrokersPlan): readonly Box[] {
  const { columns, boxWidth, gutter } = plan;
  const used = columns * boxWidth + (columns - 1) * gutter;
  const left = Math.round((width - used) / 2);
  return Array.from({ length: columns }, (_, n) => ({
    x: Math.round(left + n * (boxWidth + gutter)),
    y: 0,
    width: boxWidth,
    height: 0,
  }));
}

function placeBrokers(
  request: PlainRequest,
  plan: BrokersPlan,
  columns: readonly Box[],
  firstBand: number,
): Table<BrokerId, BrokerPlace> {
  const cardBands = planCards(request).heights.length;
  const places: { [broker in BrokerId]?: BrokerPlace } = {};
  let y = firstBand;
  plan.bands.forEach((band, bandIndex) => {
    const height = plan.bandHeights[bandIndex] ?? 0;
    band.forEach((broker, column) => {
      const x = columns[column]?.x ?? 0;
      const box = { x, y, width: plan.boxWidth, height };
      places[broker.id] = {
        ...box,
        id: broker.id,
        column,
        band: cardBands + bandIndex,
        header: { x, y, width: plan.boxWidth, height: plan.headerHeight },
        rows: placeRows(request, plan, broker, box),
      };
    });
    y += height + plan.strip + plan.channel;
  });
  return places;
}

function placeRows(
  { partitions }: PlainRequest,
  { aligned, headerHeight, boxPadding, rowHeight, rowGap, topicGap }: BrokersPlan,
  broker: BrokerRequest,
  box: Box,
): Table<PartitionId, Box> {
  const order = aligned
    ? partitions
    : partitions.filter((each) => broker.partitions.includes(each));
  let topicsAbove = 0;
  const rows = order.map((partition, at) => {
    const before = order[at - 1];
    if (before !== undefined && topicOf(before) !== topicOf(partition)) topicsAbove += 1;
    const above = at * (rowHeight + rowGap) + topicsAbove * topicGap;
    const y = box.y + headerHeight + boxPadding + above;
    const width = box.width - 2 * boxPadding;
    return [partition, { x: box.x + boxPadding, y, width, height: rowHeight }] as const;
  });
  return Object.fromEntries(rows.filter(([partition]) => broker.partitions.includes(partition)));
}

function headerLayout(
  { headerHeight, boxWidth, boxPadding }: BrokersPlan,
  fontMin: number,
): HeaderLayout {
  const scale = headerHeight / 50;
  const titleFont = fontSize(18, clamp(scale, 0.8, 1), fontMin);
  const statusFont = fontSize(14.5, clamp(scale, 0.85, 1), fontMin);
  const need =
    textWidth('Broker 9', titleFont, 'strong') +
    textWidth('crashed', statusFont) +
    1.9 * statusFont;
  const isLong = need + 2 * boxPadding <= boxWidth;
  return {
    height: headerHeight,
    padding: isLong ? boxPadding + (headerHeight >= 50 ? 4 : 2) : 4,
    titleFont,
    statusFont,
    tagFont: fontMin,
    long: isLong,
  };
}

// What passes a second row of cards outside keeps out of the cards as well, `clear` wide.
function guttersOf(width: number, columns: readonly Box[], clear: number): readonly Lane[] {
  const edges = [0, ...columns.flatMap((box) => [box.x, right(box)]), width];
  edges[1] = Math.min(edges[1] ?? 0, clear);
  edges[edges.length - 2] = Math.max(edges.at(-2) ?? 0, width - clear);
  const lanes: Lane[] = [];
  for (let at = 0; at < edges.length; at += 2) {
    const [left = 0, rightEdge = 0] = edges.slice(at, at + 2);
    // Outside the brokers, messages keep near to them.
    const room = Math.min(rightEdge - left, 120);
    const middle = at === 0 ? rightEdge - room / 2 : left + room / 2;
    lanes.push({ middle, reach: Math.max(0, room / 2 - TILE_HALF - 1) });
  }
  return lanes;
}

function channelsOf(
  cards: CardsPlan,
  plan: BrokersPlan,
  top: number,
  firstBand: number,
): readonly Lane[] {
  const cardTops = cards.heights.map((_, n) => {
    const above = cards.heights.slice(0, n).reduce((sum, each) => sum + each + cards.gap, top);
    return { from: n === 0 ? 0 : above - cards.gap, to: above };
  });
  const brokerTops = plan.bandHeights.map((_, n) => {
    const above = plan.bandHeights.slice(0, n);
    const to = above.reduce((sum, each) => sum + each + plan.strip + plan.channel, firstBand);
    return { from: n === 0 ? top + cardsHeight(cards) : to - plan.channel, to };
  });
  return [...cardTops, ...brokerTops].map(({ from, to }) => ({
    middle: (from + to) / 2,
    reach: Math.max(0, (to - from) / 2 - TILE_HALF),
  }));
}
