import { describe, expect, it } from 'vitest';
import { startCluster } from '../../test/cluster';
import { acknowledged, fenced, happened, hasRecords, leaderIs } from '../../test/conditions';
import { running } from '../../test/conditions';
import { rareEvents, samplesOf } from '../../test/eventSamples';
import { eventTypes } from '../../test/eventTypes';
import type { Event } from './event';
import { explain } from './explain';
import { ALWAYS_SIMPLIFIED, SIMPLIFICATIONS } from './simplifications';

/** One life with everything that a person can do: of crashes, settings and a load. */
function eventfulLife(): readonly Event[] {
  const cluster = startCluster().settle().produce('a').until(acknowledged('a')).settle();
  cluster.crash(3).until(fenced(3)).crash(2).until(fenced(2));
  cluster.produce('b').until(happened('produceRetried')).crash(1).until(fenced(1));
  cluster.start(2).until(running(2)).start(1).start(3).until(leaderIs('orders-0', 1)).settle();
  cluster.crash(2).start(2).until(happened('registrationRefused')).settle();
  cluster.startLoad(10).wait(500).stopLoad().settle();
  cluster.changeAcks(0).produce('c').until(happened('recordsAcknowledged')).changeAcks(1);
  cluster.changeMinInsyncReplicas(1).changeUncleanLeaderElection(true).settle();
  return cluster.history.map(({ event }) => event);
}

/** A leader that has what nobody else has, and comes back. */
function cutLife(): readonly Event[] {
  const racks = { 1: 'a', 2: 'b', 3: 'a' };
  const cluster = startCluster({ acks: 1, minInsyncReplicas: 1, racks }).settle();
  cluster.produce('a').until(acknowledged('a')).produce('b');
  cluster
    .until(hasRecords(3, 'orders-0', 2))
    .crash(1)
    .until(leaderIs('orders-0', 2))
    .settle();
  return cluster.history.map(({ event }) => event);
}

const reached = [...eventfulLife(), ...cutLife()];
const events = [...reached, ...rareEvents];

describe('the explanation of an event', () => {
  it.each(eventTypes)('of type %s has four parts without a gap', (type) => {
    const ofType = events.filter((event) => event.type === type);
    expect(ofType).not.toEqual([]);
    for (const event of ofType) {
      const { what, why, rule, where } = explain(event);
      for (const part of [what, why, rule, where]) {
        expect(part.trim()).not.toBe('');
        expect(part).not.toMatch(/undefined|NaN|null|Infinity|\[object| {2}|nobody (led|may)/);
      }
    }
  });

  it('says what and why in sentences', () => {
    for (const event of events) {
      const { what, why } = explain(event);
      expect(what).toMatch(/^([A-Z]|orders).*\.$/);
      expect(why).toMatch(/^([A-Z0-9]|acks=).*\.$/);
    }
  });

  it('is the same whenever it is asked for', () => {
    for (const event of rareEvents) expect(explain(event)).toEqual(explain(event));
  });
});

it('claims no copying for new disks where nobody else may lead', () => {
  const cluster = startCluster({ eligibleLeaderReplicas: false, minInsyncReplicas: 1 }).settle();
  cluster.produce('a').until(acknowledged('a')).settle().crash(2).crash(3);
  cluster.until(fenced(2)).until(fenced(3)).crash(1).until(fenced(1)).replaceDisks(1).start(1);
  cluster.until(leaderIs('orders-0', 1)).start(2).until(running(2)).settle();
  expect(cluster.log(2, 'orders-0')).toEqual([]);
  const [started] = cluster.all('brokerStarted', { disks: 'empty' });
  expect(started === undefined ? '' : explain(started.event).why).toBe(
    'Same id, no data: it can copy its records only where another broker leads.',
  );
});

it('a leader that counts two followers out speaks of both', () => {
  const told = { type: 'inSyncChangeProposed', change: 'shrink', partition: 'orders-0' } as const;
  const rest = { broker: 1, to: [1], replicas: [2, 3] } as const;
  expect(explain({ ...told, ...rest }).why).toMatch(/^They have not caught up/);
});

it('a set that is below the minimum already does not fall below it once more', () => {
  const told = {
    type: 'inSyncReplicasChanged',
    partition: 'orders-0',
    effectiveMinInSync: 2,
  } as const;
  const rest = { leader: -1, leaderEpoch: 1, partitionEpoch: 4 } as const;
  expect(explain({ ...told, ...rest, from: [1, 2], to: [1] }).why).toMatch(/stands still now\.$/);
  expect(explain({ ...told, ...rest, from: [1], to: [] }).why).toBe(
    'It is still below the minimum of 2: nothing is committed.',
  );
});

it('a producer that stops by itself has no key to be told of', () => {
  const why = (type: 'loadStarted' | 'loadStopped') =>
    explain({ type, producer: 'producer-1', recordsPerSecond: 3 }).why;
  expect(why('loadStarted')).toMatch(/^Each has a key/);
  expect(why('loadStopped')).toBe('What it was given before may still be under way.');
});

it('tells of every lost request after which time it is missed', () => {
  const lost = { type: 'messageLost', flightId: 1, sentAt: 0, background: false } as const;
  const on = { from: 'broker-2', to: 'broker-1', because: 'linkCut' } as const;
  const types = [
    'fetchResponse',
    'metadataFetchRequest',
    'metadataRequest',
    'alterPartitionRequest',
  ] as const;
  const rules = types.map((message) => explain({ ...lost, ...on, message }).rule);
  expect(rules.map((rule) => rule.split('.')[0])).toEqual([
    'replica',
    'controller',
    'request',
    'controller',
  ]);
});

it('speaks of one lost record and of several', () => {
  const lost = { type: 'promiseBroken', partition: 'orders-0', leader: 2, leaderEpoch: 1 } as const;
  const by = { acks: 1, by: 'acks' } as const;
  const one = explain({ ...lost, ...by, recordIds: [4], values: ['d'] });
  const two = explain({ ...lost, ...by, recordIds: [4, 5], values: ['d', 'e'] });
  expect(one.why).toMatch(/^Broker 2 never got it\. .* had promised it;/);
  expect(two.why).toMatch(/^Broker 2 never got them\. .* had promised them;/);
});

it('a cut between brokers promises no lag while there is nothing to copy', () => {
  const cut = { type: 'linkCut', from: 'broker-1', to: 'broker-2', bothWays: true } as const;
  expect(explain(cut).why).toMatch(/after 30 s it is out of sync if it lacks a record/);
});

it('shows every simplification: where it bites, or in the list of what always holds', () => {
  const carried = new Set<string | undefined>(events.map((event) => explain(event).simplification));
  const always: readonly string[] = ALWAYS_SIMPLIFIED;
  const ways = Object.keys(SIMPLIFICATIONS).map((id) => {
    return { id, ways: Number(carried.has(id)) + Number(always.includes(id)) };
  });
  expect(ways.filter(({ ways: count }) => count !== 1)).toEqual([]);
});

describe('different causes have different reasons', () => {
  const whys = (sampled: readonly Event[]): number =>
    new Set(sampled.map((event) => explain(event).why)).size;

  it('for an election, by each of its five rules', () => {
    expect(whys(samplesOf('leaderElected'))).toBe(5);
  });

  it('for eligible leaders, by each way in which they change', () => {
    expect(whys(samplesOf('eligibleLeadersChanged'))).toBe(5);
  });

  it('for a refused batch, by its error', () => {
    expect(whys(samplesOf('produceRefused'))).toBe(8);
  });

  it('for a pause, by whether the session outlasts it, hops of a heartbeat included', () => {
    const pause = { type: 'brokerPaused', broker: 1, leads: 0 } as const;
    const why = (forMs: number): string => explain({ ...pause, forMs }).why;
    expect([why(6_900), why(6_950), why(10_226)].map((text) => text.split('. ')[1])).toEqual([
      'Its session outlasts that, so it costs time only.',
      'Its session ends at about the same time: it may be fenced.',
      'Its session ends before: it will be fenced, and wake up without knowing.',
    ]);
  });

  it('for a log that is cut, by what made it cut', () => {
    expect(whys(samplesOf('logTruncated'))).toBe(4);
  });
});
