import { effectiveMinInSyncOf, isActive } from '../controller/partitions';
import { NO_LEADER } from '../ids';
import { inEachPartition } from './each';
import type { Invariant } from './invariant';

/** The controller never lets a replica outside the in-sync set lead. */
export const leaderIsInSync: Invariant = {
  name: 'A leader is a member of the in-sync set',
  because: 'the controller elects from it, and no proposal may leave its sender out',
  brokenIn: (world) =>
    inEachPartition(world, (_, { leader, inSync }) =>
      leader === NO_LEADER || inSync.includes(leader)
        ? null
        : `broker ${leader} leads and is not in [${inSync.join(', ')}].`,
    ),
};

/** Only assigned replicas can be in sync or eligible. */
export const setsAreAssigned: Invariant = {
  name: 'The in-sync set and the eligible leaders are assigned replicas',
  because: 'the controller refuses a proposal with anybody else (INVALID_REQUEST)',
  brokenIn: (world) =>
    inEachPartition(world, (_, { replicas, inSync, eligible }) => {
      const stranger = [...inSync, ...eligible].find((broker) => !replicas.includes(broker));
      return stranger === undefined ? null : `broker ${stranger} holds no assigned replica.`;
    }),
};

/** Who is fenced or stops has left every in-sync set, except where the last member must stay. */
export const fencedIsOut: Invariant = {
  name: 'No broker that is fenced or shutting down is in sync',
  because: 'both take a broker out of every in-sync set in the same step',
  brokenIn: (world) =>
    inEachPartition(world, (_, { inSync, leader }) => {
      const { image } = world.controller;
      const isLastMember = leader === NO_LEADER && inSync.length === 1;
      const inactive = inSync.find((broker) => !isActive(image, broker));
      return inactive === undefined || isLastMember ? null : `broker ${inactive} is not active.`;
    }),
};

/** The two sets from which a leader may come cleanly do not overlap. */
export const setsAreDisjoint: Invariant = {
  name: 'Nobody is in sync and eligible at once',
  because: 'a replica becomes eligible by leaving the in-sync set (KIP-966)',
  brokenIn: (world) =>
    inEachPartition(world, (_, { inSync, eligible }) => {
      const both = inSync.find((broker) => eligible.includes(broker));
      return both === undefined ? null : `broker ${both} is in both.`;
    }),
};

/** Eligible leaders are only remembered while the minimum is not met. */
export const eligibleOnlyBelowMinimum: Invariant = {
  name: 'There are eligible leaders only while the in-sync set is below the minimum',
  because: 'with enough replicas in sync, records are committed that the others may lack',
  brokenIn: (world) =>
    inEachPartition(world, (id, { inSync, eligible }) => {
      const minimum = effectiveMinInSyncOf(world.controller.image, id);
      if (inSync.length < minimum || eligible.length === 0) return null;
      return `[${eligible.join(', ')}] are kept though ${inSync.length} are in sync.`;
    }),
};
