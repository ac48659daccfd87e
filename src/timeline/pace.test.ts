import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flight } from '../sim/message';
import {
  clusterTimeBetween,
  type Pace,
  paceAfter,
  quietSeconds,
  startOfStory,
  storyBetween,
} from './pace';
import { effort } from '../../test/properties/effort';

const HOP_SECONDS_MIN = 0.6;
const HOP_SECONDS_MAX = 1.5;
const NOBODY: readonly Flight[] = [];

interface Gap {
  readonly ms: number;
  readonly latencies: readonly number[];
  readonly commanded: boolean;
}

const gaps = fc.array(
  fc.record({
    ms: fc.integer({ min: 1, max: 40_000 }),
    latencies: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 3 }),
    commanded: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('a message on its way', () => {
  it('is in the air for about a second, whatever its latency', () => {
    for (let latencyMs = 1; latencyMs <= 500; latencyMs += 1) {
      const seconds = passAt(startOfStory(5), latencyMs, [flight(5, latencyMs)]).story;
      expect(seconds).toBeGreaterThanOrEqual(HOP_SECONDS_MIN);
      expect(seconds).toBeLessThanOrEqual(HOP_SECONDS_MAX);
    }
  });

  it.each([
    { minMs: 1, maxMs: 2 },
    { minMs: 30, maxMs: 45 },
  ])('is seen as long in company, with latencies of $minMs to $maxMs ms', ({ minMs, maxMs }) => {
    const sendings = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: minMs, max: maxMs })),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(sendings, (sent) => {
        const flights = sent.map(([sentAt, latencyMs]) => flight(sentAt, latencyMs));
        for (const seconds of hopSeconds(flights)) {
          expect(seconds).toBeGreaterThanOrEqual(HOP_SECONDS_MIN);
          expect(seconds).toBeLessThanOrEqual(HOP_SECONDS_MAX + 1e-9);
        }
      }),
      effort(100, 1_000),
    );
  });

  it('does not slow the story down when it is routine', () => {
    const routine = { ...flight(0, 40), background: true };
    expect(passAt(startOfStory(0), 40, [routine])).toEqual(passAt(startOfStory(0), 40, NOBODY));
  });
});

describe('a quiet stretch', () => {
  it('shrinks: 500 ms to about a second, 9 s to less than 6 s, 30 s to less than 10 s', () => {
    expect(quietSeconds(500)).toBeCloseTo(1.2, 1);
    expect(quietSeconds(9_000)).toBeCloseTo(4.1, 1);
    expect(quietSeconds(30_000)).toBeCloseTo(5.5, 1);
  });

  it('passes evenly after 30 s, with no jump in pace where that begins', () => {
    const evenly = quietSeconds(40_000) - quietSeconds(35_000);
    expect(quietSeconds(90_000) - quietSeconds(85_000)).toBeCloseTo(evenly, 9);
    const justBefore = quietSeconds(30_000) - quietSeconds(29_999);
    expect(quietSeconds(30_001) - quietSeconds(30_000)).toBeCloseTo(justBefore, 8);
  });

  it('takes as long in many frames as in one', () => {
    let pace = startOfStory(0);
    for (let frame = 0; frame < 90; frame += 1) pace = passAt(pace, 100, NOBODY);
    expect(pace.story).toBeCloseTo(passAt(startOfStory(0), 9_000, NOBODY).story, 9);
  });

  it('begins again, slowly, where a message has arrived', () => {
    const idle = passAt(startOfStory(0), 20_000, NOBODY);
    const arrived = passAt(idle, 2, [flight(20_000, 2)]);
    expect(passAt(arrived, 500, NOBODY).story - arrived.story).toBeCloseTo(quietSeconds(500), 9);
  });

  it('begins again, slowly, where a person acts', () => {
    const idle = passAt(startOfStory(0), 20_000, NOBODY);
    const acted = paceAfter(idle, NOBODY, { tick: 20_001, commanded: true });
    expect(acted.story - idle.story).toBeLessThan(0.001);
    expect(passAt(acted, 500, NOBODY).story - acted.story).toBeCloseTo(quietSeconds(500), 9);
  });
});

describe('story time', () => {
  it('always goes on when cluster time does', () => {
    fc.assert(
      fc.property(gaps, (all) => {
        for (const [from, to] of pairs(pacesOver(all))) {
          expect(to.story).toBeGreaterThan(from.story);
        }
      }),
      effort(100, 1_000),
    );
  });

  it('gives every moment of cluster time back', () => {
    fc.assert(
      fc.property(gaps, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        for (const [from, to] of pairs(pacesOver(all))) {
          const story = from.story + share * (to.story - from.story);
          const tick = clusterTimeBetween(from, to, story);
          expect(storyBetween(from, to, tick)).toBeCloseTo(story, 6);
          expect(tick).toBeGreaterThanOrEqual(from.tick);
          expect(tick).toBeLessThanOrEqual(to.tick);
        }
      }),
      effort(100, 1_000),
    );
  });

  it('meets the frames exactly, not nearly', () => {
    fc.assert(
      fc.property(gaps, (all) => {
        for (const [from, to] of pairs(pacesOver(all))) {
          expect(clusterTimeBetween(from, to, from.story)).toBe(from.tick);
          expect(storyBetween(from, to, from.tick)).toBe(from.story);
        }
      }),
      effort(100, 1_000),
    );
  });
});

function flight(sentAt: number, latencyMs: number): Flight {
  return {
    id: 1,
    from: 'broker-1',
    to: 'broker-2',
    sentAt,
    arrivesAt: sentAt + latencyMs,
    message: { type: 'metadataRequest', correlationId: 1 },
    background: false,
  };
}

function passAt(pace: Pace, ms: number, flights: readonly Flight[]): Pace {
  return paceAfter(pace, flights, { tick: pace.tick + ms, commanded: false });
}

function pacesOver(gaps: readonly Gap[]): readonly Pace[] {
  const paces = [startOfStory(7)];
  let pace = startOfStory(7);
  for (const { ms, latencies, commanded } of gaps) {
    const { tick } = pace;
    const flights = latencies.map((latencyMs) => flight(tick, latencyMs));
    pace = paceAfter(pace, flights, { tick: tick + ms, commanded });
    paces.push(pace);
  }
  return paces;
}

function pairs(paces: readonly Pace[]): readonly (readonly [Pace, Pace])[] {
  return paces.slice(1).map((to, index) => [paces[index] ?? to, to]);
}

/** How long each flight is seen when a frame stands wherever one is sent or arrives. */
function hopSeconds(flights: readonly Flight[]): readonly number[] {
  const ticks = new Set(flights.flatMap(({ sentAt, arrivesAt }) => [sentAt, arrivesAt]));
  const storyOf = new Map<number, number>();
  let pace = startOfStory(0);
  for (const tick of [...ticks].toSorted((a, b) => a - b)) {
    const inTheAir = flights.filter(
      (each) => each.sentAt <= pace.tick && pace.tick < each.arrivesAt,
    );
    pace = tick === 0 ? pace : paceAfter(pace, inTheAir, { tick, commanded: false });
    storyOf.set(tick, pace.story);
  }
  return flights.map(
    ({ sentAt, arrivesAt }) => (storyOf.get(arrivesAt) ?? 0) - (storyOf.get(sentAt) ?? 0),
  );
}
