import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from './config';
import type { Settings } from './config';
import { dispatch, isCut, latencyBetween, racksOf, waysOf } from './network';
import type { Link, Outgoing, Sent } from './network';

const settings: Settings = {
  ...DEFAULT_SETTINGS,
  racks: { 1: 'a', 2: 'b' },
  clientRacks: { 'producer-1': 'a', 'consumer-1': 'b' },
};
const near = { minMs: 1, maxMs: 2 };
const far = { minMs: 30, maxMs: 45 };

const question: Outgoing = {
  from: 'broker-1',
  to: 'broker-2',
  message: { type: 'metadataRequest', correlationId: 1 },
  background: false,
};

const racks = racksOf(settings);
const network = { racks, cutLinks: [], held: [] };

function send(now: number, sent: Sent): ReturnType<typeof dispatch> {
  return dispatch({ settings, network, seed: 1 }, now, 9, question, sent);
}

function latency(from: Link['from'], to: Link['to']): ReturnType<typeof latencyBetween> {
  return latencyBetween(settings, racks, { from, to });
}

describe('the rack of a node', () => {
  it('is broker.rack for a broker, client.rack for a client, and none without either', () => {
    expect(racks).toEqual({
      'broker-1': 'a',
      'broker-2': 'b',
      'producer-1': 'a',
      'consumer-1': 'b',
    });
  });
});

describe('the latency between two nodes', () => {
  it('is small within a rack and large between racks', () => {
    expect(latency('producer-1', 'broker-1')).toEqual(near);
    expect(latency('broker-1', 'broker-2')).toEqual(far);
  });

  it('is small when one of them has no rack', () => {
    expect(latency('controller', 'broker-2')).toEqual(near);
    expect(latency('broker-3', 'broker-1')).toEqual(near);
  });
});

describe('a cut link', () => {
  const link = { from: 'broker-1', to: 'broker-2' } as const;
  const back = { from: 'broker-2', to: 'broker-1' } as const;

  it('loses what is sent the way that is cut, and nothing that comes back', () => {
    const half = { ...network, cutLinks: [link] };
    expect([isCut(half, link), isCut(half, back), isCut(network, link)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('has a way back only if so asked', () => {
    expect(waysOf({ ...link, bothWays: false })).toEqual([link]);
    expect(waysOf({ ...link, bothWays: true })).toEqual([link, back]);
  });
});

describe('a message that is sent', () => {
  it('is an interval of time, fixed at once', () => {
    const { flight } = send(100, {});
    expect(flight).toMatchObject({ id: 9, sentAt: 100, from: 'broker-1', to: 'broker-2' });
    expect(flight.arrivesAt).toBeGreaterThanOrEqual(130);
    expect(flight.arrivesAt).toBeLessThanOrEqual(145);
  });

  it('is counted with its kind and its way', () => {
    const first = send(100, {});
    const second = send(101, first.sent);
    const { arrivesAt: lastArrivalAt } = second.flight;
    expect(second.sent).toEqual({ 'broker-2:metadataRequest': { count: 2, lastArrivalAt } });
  });

  it('never overtakes an earlier one of its kind on the same way', () => {
    let sent: Sent = {};
    let last = 0;
    for (let now = 100; now < 200; now++) {
      const made = send(now, sent);
      expect(made.flight.arrivesAt).toBeGreaterThanOrEqual(last);
      last = made.flight.arrivesAt;
      sent = made.sent;
    }
  });

  it('takes the same time whatever else was sent before', () => {
    const busy: Sent = { 'broker-3:fetchRequest': { count: 5, lastArrivalAt: 999 } };
    expect(send(100, busy).flight).toEqual(send(100, {}).flight);
  });
});
