import { describe, expect, it } from 'vitest';
import { electLeader } from './election';
import type { Candidates, ElectionResult, ElectionType } from './election';

// Replicas 1, 2, 3; broker 1 led and is down.
const candidates: Candidates = {
  replicas: [1, 2, 3],
  inSync: [1, 2, 3],
  eligible: [],
  lastKnownLeaders: [],
  leader: 1,
  isAcceptable: (broker) => broker !== 1,
  eligibleLeaderReplicas: true,
};

function elect(fields: Partial<Candidates>, type: ElectionType = 'ONLINE'): ElectionResult {
  return electLeader({ ...candidates, ...fields }, type);
}
const nobody = { leader: -1, unclean: false };
const cleanly = (leader: number): ElectionResult => ({ leader, unclean: false });
const uncleanly = (leader: number): ElectionResult => ({ leader, unclean: true });

describe('an election', () => {
  it('takes the first replica in assignment order that is in sync and active', () => {
    expect(elect({})).toEqual(cleanly(2));
    expect(elect({ replicas: [1, 3, 2] })).toEqual(cleanly(3));
  });

  it('passes over a replica that is not in sync', () => {
    expect(elect({ inSync: [1, 3] })).toEqual(cleanly(3));
  });

  it('keeps the present leader as long as it is valid', () => {
    expect(elect({ leader: 3 })).toEqual(cleanly(3));
  });

  it('finds nobody when all that are in sync are down', () => {
    expect(elect({ inSync: [1] })).toEqual(nobody);
  });

  it('takes an eligible leader cleanly when nobody is in sync', () => {
    expect(elect({ inSync: [], eligible: [3] })).toEqual(cleanly(3));
  });

  it('does not look at the eligible ones while somebody is in sync', () => {
    expect(elect({ inSync: [1], eligible: [3] })).toEqual(nobody);
  });
});

describe('a preferred election', () => {
  it('takes the first assigned replica even from a valid leader', () => {
    expect(elect({ replicas: [3, 2, 1], leader: 2 }, 'PREFERRED')).toEqual(cleanly(3));
  });

  it('keeps the present leader when the first assigned one is not in sync', () => {
    const late = { replicas: [3, 2, 1], leader: 2, inSync: [1, 2] };
    expect(elect(late, 'PREFERRED')).toEqual(cleanly(2));
  });

  it('never takes a replica that may lack records', () => {
    expect(elect({ inSync: [1] }, 'PREFERRED')).toEqual(nobody);
  });
});

describe('an unclean election', () => {
  it('takes any active replica only when there is no clean choice', () => {
    expect(elect({ inSync: [1, 3] }, 'UNCLEAN')).toEqual(cleanly(3));
    expect(elect({ inSync: [1] }, 'UNCLEAN')).toEqual(uncleanly(2));
  });

  it('finds nobody when every replica is down', () => {
    expect(elect({ isAcceptable: () => false }, 'UNCLEAN')).toEqual(nobody);
  });
});

describe('the last known leader', () => {
  const gone = { inSync: [], eligible: [], lastKnownLeaders: [3], leader: -1 };

  it('may return when nobody else is left, at a risk', () => {
    expect(elect(gone)).toEqual(uncleanly(3));
  });

  it('is not asked while an eligible leader exists, though it be down', () => {
    expect(elect({ ...gone, eligible: [1] })).toEqual(nobody);
  });

  it('is not asked without eligible leader replicas', () => {
    expect(elect({ ...gone, eligibleLeaderReplicas: false })).toEqual(nobody);
  });
});
