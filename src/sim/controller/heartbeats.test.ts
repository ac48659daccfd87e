import { describe, expect, it } from 'vitest';
import { nextBrokerState } from './heartbeats';
import type { HeartbeatCase } from './heartbeats';

// Its registration is record 20 of the metadata log, which it has read.
const beat: HeartbeatCase = {
  state: 'FENCED',
  wantShutDown: false,
  wantFence: false,
  currentMetadataOffset: 20,
  registrationOffset: 20,
  hasLeaderships: false,
  controlledShutdownOffset: 30,
  lowestActiveOffset: 30,
};

function next(fields: Partial<HeartbeatCase>): unknown {
  return nextBrokerState({ ...beat, ...fields });
}

describe('a fenced broker', () => {
  it('is unfenced once it has read its own registration', () => {
    expect(next({})).toBe('UNFENCED');
    expect(next({ currentMetadataOffset: 19 })).toBe('FENCED');
  });

  it('stays fenced as long as it wants to be', () => {
    expect(next({ wantFence: true })).toBe('FENCED');
  });

  it('may shut down at once', () => {
    expect(next({ wantShutDown: true })).toBe('SHUTDOWN_NOW');
  });
});

describe('an unfenced broker', () => {
  const unfenced = { ...beat, state: 'UNFENCED' } as const;

  it('stays so, and is fenced when it wants to be', () => {
    expect(next(unfenced)).toBe('UNFENCED');
    expect(next({ ...unfenced, wantFence: true })).toBe('FENCED');
    expect(next({ ...unfenced, wantFence: true, wantShutDown: true })).toBe('SHUTDOWN_NOW');
  });

  it('hands its leaderships over before it shuts down', () => {
    const leaving = { ...unfenced, wantShutDown: true };
    expect(next({ ...leaving, hasLeaderships: true })).toBe('CONTROLLED_SHUTDOWN');
    expect(next(leaving)).toBe('SHUTDOWN_NOW');
  });
});

describe('a broker in controlled shutdown', () => {
  const leaving = { ...beat, state: 'CONTROLLED_SHUTDOWN', wantShutDown: true } as const;

  it('waits until it leads nothing', () => {
    expect(next({ ...leaving, hasLeaderships: true })).toBe('CONTROLLED_SHUTDOWN');
  });

  it('waits until every active broker has heard of it', () => {
    expect(next({ ...leaving, lowestActiveOffset: 29 })).toBe('CONTROLLED_SHUTDOWN');
    expect(next(leaving)).toBe('SHUTDOWN_NOW');
  });

  it('does not come back once it was told to go', () => {
    expect(next({ state: 'SHUTDOWN_NOW' })).toBe('SHUTDOWN_NOW');
  });
});
