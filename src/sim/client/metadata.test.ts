import { describe, expect, it } from 'vitest';
import type { MetadataResponse } from '../message';
import type { Wire } from '../network';
import {
  askMetadata,
  bootstrapMetadata,
  failMetadata,
  isMetadataDue,
  knownLeader,
  leaveBroker,
  staleMetadata,
  takeMetadata,
} from './metadata';
import type { ClientMetadata } from './state';

const CLIENT = 'producer-1';

function wireAt(now: number): Wire {
  return { now, seed: 1, outbox: [], events: [] };
}

function answer(leader: number, leaderEpoch: number): MetadataResponse {
  const leaders = { 'orders-0': { leader, leaderEpoch } };
  return { type: 'metadataResponse', correlationId: 7, brokers: [1, 2], leaders };
}

/** A client that has asked broker 2. */
function asking(fields: Partial<ClientMetadata> = {}): ClientMetadata {
  const known = { ...bootstrapMetadata([1, 2, 3], 0), asksNext: 2, ...fields };
  return askMetadata(wireAt(10), CLIENT, known, 7, false);
}
const informed = takeMetadata(wireAt(20), CLIENT, asking(), answer(1, 4));

describe('a client that wants metadata', () => {
  it('asks at once when it has only its bootstrap list', () => {
    const known = bootstrapMetadata([1, 2, 3], 0);
    expect([isMetadataDue(known, 0), isMetadataDue(known, 1)]).toEqual([false, true]);
  });

  it('asks one broker, and nobody else before the answer is there', () => {
    expect(asking().inFlight).toEqual({ correlationId: 7, broker: 2, expiresAt: 30_010 });
    expect(isMetadataDue(asking(), 900_000)).toBe(false);
  });

  it('asks again after five minutes if nothing makes it ask sooner', () => {
    expect(informed.dueAt).toBe(300_020);
  });

  it('asks at once the first time that it learns to be out of date', () => {
    expect(staleMetadata(wireAt(50), CLIENT, informed).dueAt).toBe(50);
  });

  it('pauses 100 ms, give or take a fifth, when the answer brought nothing new', () => {
    const { dueAt } = staleMetadata(wireAt(50), CLIENT, { ...informed, attempt: 1 });
    expect(dueAt).toBeGreaterThanOrEqual(130);
    expect(dueAt).toBeLessThanOrEqual(170);
  });
});

describe('a metadata answer', () => {
  it('tells of a leader that the client did not know', () => {
    const wire = wireAt(20);
    const known = takeMetadata(wire, CLIENT, asking(), answer(1, 4));
    const changed = [{ partition: 'orders-0', leader: 1 }];
    expect(wire.events).toEqual([
      { type: 'metadataRefreshed', client: CLIENT, broker: 2, changed },
    ]);
    expect(knownLeader(known, 'orders-0')?.leader).toBe(1);
  });

  it('of an older leader epoch is not believed', () => {
    const wire = wireAt(30);
    const after = takeMetadata(wire, CLIENT, asking(informed), answer(3, 3));
    expect(knownLeader(after, 'orders-0')?.leader).toBe(1);
    expect(wire.events).toEqual([]);
  });

  it('may say that a partition has no leader', () => {
    const after = takeMetadata(wireAt(30), CLIENT, asking(informed), answer(-1, 5));
    expect(knownLeader(after, 'orders-0')).toBeNull();
  });

  it('without news leaves the attempts counted, so that the pauses grow', () => {
    const after = takeMetadata(wireAt(30), CLIENT, asking(informed), answer(1, 4));
    expect([informed.attempt, after.attempt]).toEqual([0, 1]);
  });

  it('to another question than the last one is ignored', () => {
    const known = asking();
    expect(takeMetadata(wireAt(20), CLIENT, known, { ...answer(1, 4), correlationId: 6 })).toBe(
      known,
    );
  });
});

describe('a client without an answer', () => {
  it('asks the next broker of its list', () => {
    expect(failMetadata(wireAt(40), CLIENT, asking()).asksNext).toBe(3);
  });

  it('does not ask the broker whose connection has just closed', () => {
    expect(informed.asksNext).toBe(2);
    expect(leaveBroker(wireAt(40), CLIENT, informed, 2).asksNext).toBe(1);
    expect(leaveBroker(wireAt(40), CLIENT, informed, 1)).toBe(informed);
  });

  it('has no answer to wait for on a connection that has closed', () => {
    const after = leaveBroker(wireAt(40), CLIENT, asking(), 2);
    expect([after.inFlight, after.asksNext]).toEqual([null, 3]);
    expect(leaveBroker(wireAt(40), CLIENT, asking(), 1).inFlight).not.toBeNull();
  });

  it('starts from its bootstrap list again when none of the known ones answers', () => {
    const narrow = asking({ brokers: [2], bootstrap: [1, 2, 3] });
    const after = failMetadata(wireAt(40), CLIENT, narrow);
    expect(after).toMatchObject({ brokers: [1, 2, 3], unanswered: 0, asksNext: 3 });
  });
});
