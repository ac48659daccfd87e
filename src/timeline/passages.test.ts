import { describe, expect, it } from 'vitest';
import type { Command } from '../sim/command';
import { act, extend, record } from './recorder';
import { openingScenario } from './openingScenario';
import { passagesIn } from './passages';
import { frame, frameCount, isAtRest, lastStory, type Recording } from './recording';

const produce: Command = {
  type: 'produce',
  producer: 'producer-1',
  partition: 'orders-0',
  key: null,
  value: 'x',
};

describe('messages on their way in a range of frames', () => {
  const recording = untilRest(act(record(openingScenario()), 0, produce));
  const last = frameCount(recording) - 1;

  it('are each there once, from when they were sent to when they arrived', () => {
    const passages = passagesIn(recording, 0, last);
    const ids = passages.map(({ flight }) => flight.id);
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
    for (const { flight, endsAt, fate } of passages) {
      expect(endsAt).toBe(flight.arrivesAt);
      expect(fate).toBe(endsAt <= frame(recording, last).world.now ? 'arrived' : 'inFlight');
    }
    const foreground = passages.filter(({ flight }) => !flight.background);
    expect(foreground[0]?.flight.message).toMatchObject({ type: 'produceRequest' });
    expect(foreground.map(({ flight }) => flight.message.type)).toContain('produceResponse');
  });

  it('are those that the frames of the range show', () => {
    for (let from = 0; from < last; from += 7) {
      const to = Math.min(from + 5, last);
      const shown = new Set<number>();
      for (let index = from; index <= to; index += 1)
        for (const { id } of frame(recording, index).world.flights) shown.add(id);
      const found = passagesIn(recording, from, to).map(({ flight }) => flight.id);
      expect(found).toEqual([...shown].toSorted((a, b) => a - b));
    }
  });

  it('tell why they reached nobody', () => {
    const crashed = act(recording, lastStory(recording), { type: 'crashBroker', broker: 1 });
    const cut = act(crashed, lastStory(crashed), {
      type: 'cutLink',
      from: 'producer-1',
      to: 'broker-2',
      bothWays: false,
    });
    const later = untilRest(act(cut, lastStory(cut), { ...produce, partition: 'orders-1' }));
    const lost = passagesIn(later, 0, frameCount(later) - 1).filter(({ fate }) => fate === 'lost');
    const whys = new Set(lost.map(({ because }) => because));
    expect(whys).toEqual(new Set(['receiverDown', 'linkCut']));
    const cutOff = lost.find(({ because }) => because === 'linkCut');
    expect(cutOff?.flight).toMatchObject({ from: 'producer-1', to: 'broker-2' });
  });
});

function untilRest(recording: Recording): Recording {
  let now = recording;
  for (let second = 0; second < 60 && !isAtRest(now); second += 1)
    now = extend(now, lastStory(now) + 1);
  return now;
}
