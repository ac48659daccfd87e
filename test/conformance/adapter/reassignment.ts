import {
  completedReassignment,
  planReassignment,
  revertReassignment,
} from '../../../src/sim/controller/reassignment';
import { adapter } from './adapter';
import { toPartition } from './partition';
import type { VectorPartition } from './partition';

export const planReassignmentAdapter = adapter<
  { readonly current: readonly number[] },
  { readonly target: readonly number[] }
>(({ current }, { target }) => ({ ...planReassignment(current, target) }));

/** A reassignment under way, from what it began with and where it is to end. */
export const completeReassignmentAdapter = adapter<
  { readonly current: readonly number[]; readonly target: readonly number[] },
  { readonly isr: readonly number[] }
>(({ current, target }, { isr }) => {
  const completed = completedReassignment(planReassignment(current, target), isr);
  if (completed === null) return { complete: false };
  return { complete: true, replicas: completed.replicas, isr: completed.inSync };
});

export const revertReassignmentAdapter = adapter<{ readonly partition: VectorPartition }, unknown>(
  ({ partition }) => {
    const { replicas, inSync, unclean } = revertReassignment(toPartition(partition));
    return { replicas, isr: inSync, unclean };
  },
);
