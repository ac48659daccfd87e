import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartitionId } from '../../../sim/ids';
import { stageRequest } from '../fixture/stageRequest';
import { type Box, isWithin, overlaps } from './geometry';
import { layoutStage } from './layoutStage';
import { logWindowFrom } from './logWindow';
import type { Line, RowLayout } from './rowLayout';
import type { StageLayout, StageRequest } from './stageLayout';
import { FONT_MIN } from './typeScale';
import { effort } from '../../../../test/properties/effort';

const EFFORT = effort(250, 3_000);

const stageRequests = fc
  .record({
    width: fc.integer({ min: 340, max: 1700 }),
    height: fc.integer({ min: 200, max: 1000 }),
    brokers: fc.integer({ min: 1, max: 9 }),
    partitions: fc.integer({ min: 1, max: 12 }),
    copies: fc.integer({ min: 1, max: 9 }),
    offsetDigits: fc.integer({ min: 1, max: 4 }),
    topics: fc.integer({ min: 1, max: 3 }),
    producers: fc.integer({ min: 0, max: 3 }),
    consumers: fc.integer({ min: 0, max: 3 }),
    hasController: fc.boolean(),
    racks: fc.array(fc.constantFrom('a', 'b', null), { maxLength: 4 }),
    type: fc.constantFrom(1, 1, 1.25, 5 / 3, 2, 10 / 3),
  })
  .map(({ type, ...counts }) => ({
    ...stageRequest({ ...counts, copies: Math.min(counts.copies, counts.brokers) }),
    // As `useType` has it: a narrow stage has no room for larger words.
    type: Math.min(type, Math.max(1, counts.width / 360)),
  }));

describe('whatever the size and the cluster', () => {
  const holds = (property: (layout: StageLayout, request: StageRequest) => void) =>
    fc.assert(
      fc.property(stageRequests, (request) => property(layoutStage(request), request)),
      EFFORT,
    );

  it('no two boxes overlap', () => {
    holds((layout) => {
      expectApart([...cardsOf(layout), ...brokersOf(layout)]);
      for (const broker of brokersOf(layout)) expectApart([broker.header, ...boxesOf(broker.rows)]);
    });
  });

  it('everything is inside the stage, and rows are inside their broker', () => {
    holds((layout) => {
      const stage = { x: 0, y: 0, width: layout.width, height: layout.height };
      for (const box of [...cardsOf(layout), ...brokersOf(layout)])
        expect(isWithin(box, stage)).toBe(true);
      for (const broker of brokersOf(layout))
        for (const row of boxesOf(broker.rows)) expect(isWithin(row, broker)).toBe(true);
    });
  });

  it('rack zones lie apart, under their brokers, and keep clear of the cards', () => {
    holds((layout, { brokers }) => {
      const { zones } = layout;
      expectApart([...zones, ...cardsOf(layout)]);
      expectApart([...zones.map(({ label }) => label), ...brokersOf(layout)]);
      const stage = { x: 0, y: 0, width: layout.width, height: layout.height };
      for (const zone of zones) {
        expect(isWithin(zone, stage)).toBe(true);
        expect(isWithin(zone.label, zone)).toBe(true);
      }
      for (const { id, rack } of brokers) {
        const place = layout.brokers[id];
        const under = zones.filter((zone) => place && overlaps(zone, place));
        expect(under.map((zone) => zone.rack)).toEqual(rack === null ? [] : [rack]);
      }
    });
  });

  it('every replica has a row of the size that its contents are laid out for', () => {
    holds((layout, request) => {
      for (const { id, partitions } of request.brokers)
        for (const partition of partitions)
          expect(sizeOf(layout.brokers[id]?.rows[partition])).toBe(sizeOf(layout.row));
    });
  });

  it('no text is too small, overlaps another or leaves its row', () => {
    holds(({ row, header, cards, fontMin }, { type = 1 }) => {
      expect(fontMin).toBeCloseTo(FONT_MIN * type, 1);
      const lines = [row.head, row.numbers];
      const fonts = [header.titleFont, header.statusFont, cards.font, cards.titleFont];
      const cellFonts = row.cells ? [row.cells.font, row.roleFont] : [row.roleFont];
      for (const font of [...fonts, ...cellFonts, ...lines.map(({ font }) => font)])
        expect(font).toBeGreaterThanOrEqual(fontMin);
      const boxes = [...lines, ...cellBoxes(row)];
      expectApart(boxes);
      for (const box of boxes)
        expect(isWithin(box, { x: 0, y: 0, width: row.width, height: row.height })).toBe(true);
    });
  });

  it('boxes keep gutters for messages between them', () => {
    holds((layout) => {
      for (const { reach } of layout.gutters) expect(reach).toBeGreaterThanOrEqual(0);
      for (const { reach } of layout.channels.slice(1)) expect(reach).toBeGreaterThanOrEqual(0);
    });
  });

  it('what says that records are left out ends before the first cell', () => {
    holds(({ row: { cells } }, { offsetDigits }) => {
      if (!cells) return;
      const { x: first } = logWindowFrom(cells, 50);
      const words = {
        long: `… ${'9'.repeat(offsetDigits)} earlier`,
        short: '9'.repeat(offsetDigits),
      };
      const wide =
        cells.earlierWords === 'long'
          ? words.long.length * 0.55 * cells.font
          : cells.font + (cells.earlierWords === 'short' ? offsetDigits * 0.61 * cells.font : 0);
      expect(cells.x + wide).toBeLessThanOrEqual(first);
    });
  });
});

describe('whatever room there is', () => {
  const sizes = [480, 512, 620, 700, 744, 784, 900, 1_100].flatMap((width) =>
    [236, 300, 480, 640].flatMap((height) =>
      [1, 1.5, 5 / 3].map((type) => ({ width, height, type: Math.min(type, width / 360) })),
    ),
  );

  it.each([3, 5])('the name of a partition is whole in the rows of %d brokers', (brokers) => {
    for (const { type, ...size } of sizes) {
      const counts = { ...size, brokers, partitions: 12, copies: 3 };
      const { row } = layoutStage({ ...stageRequest(counts), type });
      const name = 0.6 * 'orders-11'.length * row.head.font;
      const role = row.roleWords === 'none' ? 0 : 7 * 0.55 * row.roleFont;
      const need = row.glyph + name + role;
      const { width, height } = size;
      expect(need, `${width} × ${height}, type ${type}`).toBeLessThanOrEqual(row.head.width);
    }
  });

  it('so is the name of the controller among many clients', () => {
    for (const { type, ...size } of sizes) {
      const counts = { ...size, brokers: 3, partitions: 3, producers: 3, consumers: 3 };
      const { cards } = layoutStage({ ...stageRequest(counts), type });
      const { width = 0 } = cards.places.controller ?? {};
      const inner = width - 2 * cards.padding;
      expect(5.7 * cards.titleFont, `${size.width}, type ${type}`).toBeLessThanOrEqual(inner);
    }
  });
});

describe('on a wide stage', () => {
  it('brokers stand side by side and a partition reads across', () => {
    const layout = layoutStage(
      stageRequest({ width: 1214, height: 592, brokers: 3, partitions: 3 }),
    );
    const brokers = brokersOf(layout);
    expect(new Set(brokers.map(({ y }) => y)).size).toBe(1);
    expect(new Set(brokers.map(({ rows }) => rows['orders-1']?.y)).size).toBe(1);
    expect(layout.row.kind).toBe('full');
    expect(layout.row).toMatchObject({ roleWords: 'long', numberWords: 'long' });
    expect(layout.row.cells?.count).toBeGreaterThanOrEqual(8);
    expect(layout.height).toBe(592);
  });

  it('topics stand a little apart, at the same height in every broker', () => {
    const layout = layoutStage(
      stageRequest({ width: 1214, height: 592, brokers: 3, partitions: 4, topics: 2 }),
    );
    for (const { rows } of brokersOf(layout)) {
      const ys = ['orders-0', 'orders-1', 'payments-0'] as const;
      const [a, b, c] = ys.map((name) => rows[name]?.y ?? 0);
      expect((c ?? 0) - (b ?? 0)).toBeGreaterThan((b ?? 0) - (a ?? 0));
    }
  });

  it('nine brokers with twelve partitions of three copies fit without scrolling', () => {
    const many = { width: 1214, height: 592, brokers: 9, partitions: 12, copies: 3 };
    expect(layoutStage(stageRequest(many)).height).toBe(592);
  });
});

describe('in large type', () => {
  const type = 5 / 3;

  it('three brokers still say who leads, and show their logs, on a projector', () => {
    const room = { width: 1264, height: 530, brokers: 3, partitions: 3 };
    const { row, cards, height } = layoutStage({ ...stageRequest(room), type });
    expect(row).toMatchObject({ kind: 'slim', roleWords: 'short' });
    expect(row.cells?.count).toBeGreaterThanOrEqual(6);
    expect(Math.min(row.roleFont, row.numbers.font, cards.font)).toBeGreaterThanOrEqual(20);
    expect(height).toBe(530);
  });

  it('what has no room is left out whole: cells first, then words', () => {
    const room = { width: 1264, height: 538, brokers: 9, partitions: 3 };
    const { row, height } = layoutStage({ ...stageRequest(room), type });
    expect(row).toMatchObject({ roleWords: 'none', numberWords: 'none' });
    expect(height).toBe(538);
  });
});

describe('racks', () => {
  const wide = { width: 1214, height: 592, brokers: 4, partitions: 2 };
  const racksOf = (racks: readonly (string | null)[]) =>
    layoutStage(stageRequest({ ...wide, racks })).zones.map(({ rack }) => rack);

  it('have a zone for each run of neighbours, in the order of the brokers', () => {
    expect(racksOf(['a', 'a', 'b', 'b'])).toEqual(['a', 'b']);
    expect(racksOf(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a']);
    expect(racksOf(['a', null, 'a', 'a'])).toEqual(['a', 'a']);
  });

  it('change nothing where there are none', () => {
    const { zones, height } = layoutStage(stageRequest(wide));
    expect(zones).toEqual([]);
    expect(height).toBe(592);
  });

  it('of a column hold neighbours above each other', () => {
    const column = { width: 360, height: 430, brokers: 3, partitions: 1, racks: ['a', 'a', 'b'] };
    expect(layoutStage(stageRequest(column)).zones.map(({ rack }) => rack)).toEqual(['a', 'b']);
  });
});

describe('on a phone', () => {
  it('on its side every row is in sight, with its cells', () => {
    for (const [width, height] of [
      [562, 236],
      [634, 236],
      [661, 251],
    ] as const) {
      const layout = layoutStage(stageRequest({ width, height, brokers: 3, partitions: 3 }));
      expect(layout.height).toBe(height);
      expect(layout.row.cells?.count).toBeGreaterThanOrEqual(5);
    }
  });

  it('brokers stand in a column with gutters at their sides', () => {
    const layout = layoutStage(
      stageRequest({ width: 360, height: 430, brokers: 3, partitions: 3 }),
    );
    expect(new Set(brokersOf(layout).map(({ x }) => x)).size).toBe(1);
    expect(layout.gutters).toHaveLength(2);
  });
});

function brokersOf(layout: StageLayout) {
  return Object.values(layout.brokers).filter((each) => each !== undefined);
}

function cardsOf({ cards }: StageLayout) {
  return Object.values(cards.places).filter((each) => each !== undefined);
}

function boxesOf(rows: { readonly [partition in PartitionId]?: Box }): readonly Box[] {
  return Object.values(rows).filter((each) => each !== undefined);
}

function cellBoxes({ cells }: RowLayout): readonly Box[] {
  if (!cells) return [];
  const width = cells.count * (cells.width + cells.gap) - cells.gap;
  return [{ x: cells.x, y: cells.y, width, height: cells.height + cells.flagDrop }];
}

function expectApart(boxes: readonly (Box | Line)[]) {
  const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).map((b) => [a, b] as const));
  expect(pairs.filter(([a, b]) => overlaps(within(a), within(b)))).toEqual([]);
}

/** Of boxes that are scaled, the last digits do not count. */
function within({ x, y, width, height }: Box | Line): Box {
  const digit = 0.02;
  return { x, y, width: width - digit, height: height - digit };
}

function sizeOf(box: { readonly width: number; readonly height: number } | undefined) {
  return `${box?.width} × ${box?.height}`;
}
