import { describe, expect, it } from 'vitest';
import { completedReassignment } from './reassignment';

// Broker 3 is to be replaced by 4.
const moving = { replicas: [1, 2, 3, 4], adding: [4], removing: [3] };

describe('a reassignment', () => {
  it('ends when all newcomers are in sync, and the leavers go', () => {
    const after = { replicas: [1, 2, 4], inSync: [1, 4] };
    expect(completedReassignment(moving, [1, 3, 4])).toEqual(after);
  });

  it('goes on while a newcomer is not in sync', () => {
    expect(completedReassignment(moving, [1, 2, 3])).toBeNull();
  });

  it('goes on while only leavers are in sync', () => {
    const smaller = { replicas: [1, 2, 3], adding: [], removing: [3] };
    expect(completedReassignment(smaller, [3])).toBeNull();
  });

  it('to a smaller factor needs the whole target in sync', () => {
    const smaller = { replicas: [1, 2, 3], adding: [], removing: [3] };
    expect(completedReassignment(smaller, [1, 3])).toBeNull();
    expect(completedReassignment(smaller, [1, 2])).toEqual({ replicas: [1, 2], inSync: [1, 2] });
  });

  it('cannot end when none is running', () => {
    expect(completedReassignment({ replicas: [1], adding: [], removing: [] }, [1])).toBeNull();
  });
});
