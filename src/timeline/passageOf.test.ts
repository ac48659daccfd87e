import { describe, expect, it } from 'vitest';
import type { Command } from '../sim/command';
import { underWay } from '../sim/underWay';
import { openingScenario } from './openingScenario';
import { passageOf } from './passageOf';
import { act, extend, record } from './recorder';
import { frame, frameCount, lastStory, type Recording } from './recording';

const produce: Command = {
  type: 'produce',
  producer: 'producer-1',
  partition: 'orders-0',
  key: null,
  value: 'x',
};

describe('one message, at any frame', () => {
  const sent = extend(act(record(openingScenario()), 0, produce), 3);
  const at = indexWhere(sent, (index) => flightIn(sent, index) !== null);
  const id = flightIn(sent, at) ?? 0;

  it('is not sent yet, then on its way, and has arrived after that', () => {
    expect(passageOf(sent, at - 1, id)).toBeNull();
    expect(passageOf(sent, at, id)).toMatchObject({ fate: 'inFlight', stoppedAt: null });
    const last = passageOf(sent, frameCount(sent) - 1, id);
    expect(last).toMatchObject({ fate: 'arrived', because: null, flight: { id } });
    expect(last?.endsAt).toBe(last?.flight.arrivesAt);
  });

  it('stands still while it is held, and is lost where it is dropped', () => {
    const held = extend(act(sent, frame(sent, at).story, { type: 'holdMessage', flight: id }), 4);
    const stopped = passageOf(held, frameCount(held) - 1, id);
    expect(stopped).toMatchObject({ fate: 'inFlight' });
    expect(stopped?.stoppedAt).toBeGreaterThan(0);
    const dropped = act(held, lastStory(held), { type: 'dropMessage', flight: id });
    expect(passageOf(dropped, frameCount(dropped) - 1, id)).toMatchObject({
      fate: 'lost',
      because: 'dropped',
      stoppedAt: stopped?.stoppedAt,
    });
  });
});

function flightIn(recording: Recording, index: number): number | null {
  const flights = underWay(frame(recording, index).world);
  return flights.find(({ message }) => message.type === 'produceRequest')?.id ?? null;
}

function indexWhere(recording: Recording, isSo: (index: number) => boolean): number {
  for (let index = 1; index < frameCount(recording); index += 1) if (isSo(index)) return index;
  throw new Error('It is so in no frame.');
}
