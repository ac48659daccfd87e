import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/sim/event';
import { effort, isLong } from './effort';
import { play } from './play';
import { anyScript } from './scripts';

/**
 * How often each event must have come up at least, or the search has not been where it says.
 *
 * Rarely to be had by chance: a refused proposal. The metadata that overtook it mostly reaches the
 * leader before the refusal does, and the leader then disregards the answer; scenarios tell of it.
 */
const REACH: { readonly [Type in Event['type']]: number } = {
  recordProduced: 200,
  recordsAppended: 100,
  duplicateFound: 1,
  produceRefused: 10,
  recordsAcknowledged: 100,
  produceRetried: 50,
  deliveryFailed: 1,
  metadataRefreshed: 100,
  recordsConsumed: 100,
  positionReset: 0,
  recordsReplicated: 50,
  followerCounted: 80,
  highWatermarkAdvanced: 100,
  followerHighWatermarkMoved: 30,
  logTruncated: 1,
  fetchFailed: 20,
  inSyncChangeProposed: 20,
  inSyncChangeRefused: 0,
  inSyncReplicasChanged: 50,
  eligibleLeadersChanged: 20,
  leaderElected: 50,
  partitionWentOffline: 20,
  brokerFenced: 30,
  brokerUnfenced: 30,
  brokerRegistered: 30,
  registrationRefused: 30,
  brokerCrashed: 100,
  brokerStarted: 100,
  metadataApplied: 100,
  becameLeader: 50,
  becameFollower: 30,
  minInsyncReplicasChanged: 5,
  uncleanLeaderElectionChanged: 5,
  acksChanged: 5,
  loadStarted: 3,
  loadStopped: 1,
  promiseBroken: 4,
  powerLost: 0,
  unflushedRecordsLost: 0,
  instanceLost: 0,
  disksReplaced: 0,
  brokerPaused: 2,
  brokerResumed: 1,
  diskSlowed: 0,
  logDirectoryFailed: 0,
  logDirectoriesOffline: 0,
  shutdownBegan: 0,
  controlledShutdownEntered: 0,
  brokerStopped: 0,
  linkCut: 8,
  linkHealed: 6,
  reassignmentStarted: 10,
  reassignmentCompleted: 5,
  reassignmentCancelled: 1,
  replicaDeleted: 5,
  brokerAdded: 3,
  brokerUnregistered: 2,
  topicCreated: 1,
  clientAdded: 1,
  duplicateAppended: 1,
  idempotenceChanged: 3,
  leaderHinted: 1,
  readReplicaChosen: 0,
  readReplicaDropped: 0,
  truncationDetected: 1,
  consumerFailed: 0,
  offsetsCommitted: 0,
  consumerRestarted: 0,
  autoOffsetResetChanged: 0,
  messageLost: 100,
};

describe('whatever is done to a cluster', () => {
  it('every promise holds after every step, and the search comes by every kind of event', () => {
    const counts = new Map<Event['type'], number>();
    let steps = 0;
    fc.assert(
      fc.property(anyScript(8), (script) => {
        play(script, (_before, _after, events) => {
          steps++;
          for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1);
        });
      }),
      effort(60, 6_000),
    );
    if (isLong) console.log(`${steps} steps`, Object.fromEntries(counts));
    const missed = Object.entries(REACH).filter(([type, least]) => countOf(counts, type) < least);
    expect(missed).toEqual([]);
  });
});

function countOf(counts: ReadonlyMap<string, number>, type: string): number {
  return counts.get(type) ?? 0;
}
