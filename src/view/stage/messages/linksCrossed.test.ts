import { describe, expect, it } from 'vitest';
import { openingWorld } from '../../../../test/renderPicture';
import { layoutStage } from '../layout/layoutStage';
import type { Point } from '../layout/geometry';
import { placementKey, placementOf } from '../layout/placement';
import type { StageLayout } from '../layout/stageLayout';
import { isBetween, isGround, linksCrossed, linksOn } from './linksCrossed';

const wide = layoutOf(1214, 592);

describe('a stroke across the stage', () => {
  it('can cut every link but those of who never talk to each other', () => {
    const links = linksOn(wide).map(({ link }) => `${link.from} ${link.to}`);
    expect(links).toHaveLength(3 + 3 * 3);
    expect(links).toContain('broker-1 broker-3');
    expect(links).toContain('controller broker-2');
    expect(links).not.toContain('controller producer-1');
  });

  it('down the gutter between two neighbours parts these, at whatever height', () => {
    const [one, two] = [wide.brokers[1], wide.brokers[2]];
    const x = ((one?.x ?? 0) + (one?.width ?? 0) + (two?.x ?? 0)) / 2;
    const low = (one?.y ?? 0) + (one?.height ?? 0) - 4;
    expect(cutBy(wide, { x, y: low }, { x, y: low - 60 })).toEqual(['broker-1 broker-2']);
    expect(cutBy(wide, { x, y: low }, { x, y: low - 10 })).toEqual([]);
  });

  it('is between two neighbours where it parts them, and nowhere in a column', () => {
    const { x = 0, y = 0, width = 0 } = wide.brokers[1] ?? {};
    expect(isBetween(wide, { x: x + width + 10, y: y + 40 })).toBe(true);
    expect(isBetween(wide, { x: x + width + 10, y: y - 10 })).toBe(false);
    expect(isBetween(wide, { x: x + 10, y: y + 40 })).toBe(false);
    const narrow = layoutOf(320, 900);
    expect(isBetween(narrow, { x: 4, y: (narrow.brokers[1]?.y ?? 0) + 40 })).toBe(false);
  });

  it('above a broker cuts it off from the controller and the clients', () => {
    const { x = 0, y = 0, width = 0 } = wide.brokers[2] ?? {};
    const cut = cutBy(wide, { x, y: y - 6 }, { x: x + width, y: y - 6 });
    expect(cut).toEqual(['consumer-1 broker-2', 'controller broker-2', 'producer-1 broker-2']);
  });

  it('between the brokers of a column cuts their link', () => {
    const narrow = layoutOf(320, 900);
    const { x = 0, y = 0, width = 0, height = 0 } = narrow.brokers[1] ?? {};
    const between = y + height + 3;
    const cut = cutBy(narrow, { x: 0, y: between }, { x: x + width, y: between });
    expect(cut).toContain('broker-1 broker-2');
  });

  it('begins on empty ground only', () => {
    const { x = 0, y = 0 } = wide.brokers[2] ?? {};
    expect(isGround(wide, { x: x + 10, y: y + 10 })).toBe(false);
    expect(isGround(wide, { x: x - 10, y: y + 10 })).toBe(true);
  });
});

function cutBy(layout: StageLayout, from: Point, to: Point): readonly string[] {
  return linksCrossed(layout, from, to)
    .map(({ link }) => `${link.from} ${link.to}`)
    .toSorted();
}

function layoutOf(width: number, height: number): StageLayout {
  const placed = placementOf(placementKey(openingWorld()));
  return layoutStage({ width, height, offsetDigits: 1, ...placed });
}
