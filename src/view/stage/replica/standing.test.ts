import { describe, expect, it } from 'vitest';
import { EMPTY_LOG } from '../../../sim/broker/log';
import type { Lifecycle, Replica, Role } from '../../../sim/broker/state';
import type { PartitionRegistration } from '../../../sim/controller/state';
import { moveOf, standingOf } from './standing';

const FOLLOWER: Role = { type: 'follower', fetches: true };
const LEADER: Role = {
  type: 'leader',
  epochStartOffset: 0,
  inSync: { type: 'committed', inSync: [1, 2] },
  followers: {},
};
const WAITING: Role = { type: 'waiting' };
const DECIDED: PartitionRegistration = {
  replicas: [1, 2],
  inSync: [1, 2],
  eligible: [],
  lastKnownLeaders: [],
  directories: {},
  adding: [],
  removing: [],
  leader: 2,
  leaderEpoch: 4,
  partitionEpoch: 1,
  recovery: 'RECOVERED',
};

describe('a running broker', () => {
  it('leads when it believes so and the controller decided so', () => {
    expect(standing(LEADER, { leader: 1 })).toBe('leader');
  });

  it('only thinks that it leads when the controller chose another, or a later epoch', () => {
    expect(standing(LEADER, { leader: 2 })).toBe('thinksItLeads');
    expect(standing(LEADER, { leader: 1, leaderEpoch: 5 })).toBe('thinksItLeads');
  });

  it('is elected before it has been told', () => {
    expect(standing(FOLLOWER, { leader: 1 })).toBe('elected');
  });

  it('follows in sync by the decision of the controller alone', () => {
    expect(standing(FOLLOWER, { leader: 2, inSync: [1, 2] })).toBe('inSync');
    expect(standing(FOLLOWER, { leader: 2, inSync: [2] })).toBe('catchingUp');
    expect(standing(FOLLOWER, { leader: 2, inSync: [2], eligible: [1] })).toBe('eligible');
  });

  it('waits without a leader', () => {
    expect(standing(WAITING, { leader: -1, inSync: [1] })).toBe('inSyncWithoutLeader');
    expect(standing(WAITING, { leader: -1, inSync: [2] })).toBe('outOfSync');
  });
});

describe('a disk that failed', () => {
  it('is what matters about a replica on it, whatever it was', () => {
    expect(standing(LEADER, { leader: 1 }, 'RUNNING', ['d1'])).toBe('diskFailed');
    expect(standing(LEADER, { leader: 1 }, 'RUNNING', ['d2'])).toBe('leader');
  });
});

it('is dropped once the partition lives on other brokers', () => {
  expect(standing(FOLLOWER, { replicas: [2, 3], leader: 2 })).toBe('dropped');
});

it('is brought by a reassignment, or taken away', () => {
  expect(moveOf(1, { ...DECIDED, adding: [1] })).toBe('adding');
  expect(moveOf(1, { ...DECIDED, removing: [1] })).toBe('removing');
  expect(moveOf(1, DECIDED)).toBeNull();
});

describe('a broker that is down', () => {
  const down = (decided: Partial<PartitionRegistration>) =>
    standing(WAITING, decided, 'NOT_RUNNING');

  it('is still leader, or still in sync, until the controller decides otherwise', () => {
    expect(down({ leader: 1 })).toBe('stillLeader');
    expect(down({ leader: 2, inSync: [1, 2] })).toBe('stillInSync');
    expect(down({ leader: 2, inSync: [2] })).toBe('outOfSync');
    expect(down({ leader: -1, inSync: [], eligible: [1] })).toBe('eligible');
  });

  it('led last, as long as nobody else leads', () => {
    const led = { inSync: [], lastKnownLeaders: [1] };
    expect(down({ ...led, leader: -1 })).toBe('lastKnownLeader');
    expect(down({ ...led, leader: 2 })).toBe('outOfSync');
  });
});

function standing(
  role: Role,
  decided: Partial<PartitionRegistration>,
  lifecycle: Lifecycle = 'RUNNING',
  offlineDirectories: readonly string[] = [],
) {
  const replica: Replica = {
    partition: 'orders-0',
    directory: 'd1',
    onDisk: { offset: 0, flushDueAt: null },
    log: EMPTY_LOG,
    leaderEpochs: [],
    highWatermark: 0,
    checkpointedHighWatermark: null,
    leader: 1,
    leaderEpoch: 4,
    partitionEpoch: 1,
    role,
  };
  const broker = { id: 1, lifecycle, offlineDirectories };
  return standingOf(broker, replica, { ...DECIDED, ...decided });
}
