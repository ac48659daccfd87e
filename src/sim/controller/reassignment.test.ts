import { describe, expect, it } from 'vitest';
import { completedReassignment, planReassignment, revertReassignment } from './reassignment';

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

describe('a plan', () => {
  it('lists the target first, and behind it those that leave', () => {
    const plan = { replicas: [4, 2, 1, 3], adding: [4], removing: [1, 3] };
    expect(planReassignment([3, 2, 1], [4, 2])).toEqual(plan);
  });
});

describe('a reassignment that is taken back', () => {
  it('keeps the order that it has by now', () => {
    const running = { replicas: [4, 2, 1, 3], adding: [4], inSync: [1, 2] };
    const kept = { replicas: [2, 1, 3], inSync: [1, 2], unclean: false };
    expect(revertReassignment(running)).toEqual(kept);
  });

  it('is unclean when only newcomers are in sync', () => {
    const running = { replicas: [4, 2, 1], adding: [4], inSync: [4] };
    const kept = { replicas: [2, 1], inSync: [2], unclean: true };
    expect(revertReassignment(running)).toEqual(kept);
  });
});
