import { logEndOffset, recordAt } from '../broker/log';
import type { BrokerState } from '../broker/state';
import type { PartitionRegistration } from '../controller/state';
import { partitionIdsIn } from '../ids';
import { countOf } from '../ledger';
import { rowOf, rowsOf, sameList } from '../table';
import type { World } from '../world';
import type { ProgressInvariant } from './invariant';

/** The version numbers of a partition, and what they count. */
const epochsGrow: ProgressInvariant = {
  name: 'The leader epoch rises with every election, the partition epoch with every change',
  because: 'the record that changes a partition raises them, and no record is taken back',
  brokenBy: (before, after) => {
    const [was, is] = [before.controller.image, after.controller.image];
    if (was === is) return null;
    if (is.offset <= was.offset) return `the metadata log goes back to offset ${is.offset}.`;
    for (const id of partitionIdsIn(was.partitions)) {
      const [one, other] = [rowOf(was.partitions, id), is.partitions[id]];
      const fault = other === undefined ? 'it is gone' : epochFault(one, other);
      if (fault !== null) return `${id}: ${fault}.`;
    }
    return null;
  },
};

function epochFault(was: PartitionRegistration, is: PartitionRegistration): string | null {
  if (is.leaderEpoch < was.leaderEpoch) return `the leader epoch falls to ${is.leaderEpoch}`;
  if (is.partitionEpoch < was.partitionEpoch)
    return `the partition epoch falls to ${is.partitionEpoch}`;
  const isElected = is.leader !== was.leader;
  if (isElected && is.leaderEpoch === was.leaderEpoch) return 'another one leads in one epoch';
  const isChanged = isElected || !SETS.every((set) => sameList(was[set], is[set]));
  return isChanged && is.partitionEpoch === was.partitionEpoch ? 'it changes unseen' : null;
}

const SETS = ['replicas', 'inSync', 'eligible', 'lastKnownLeaders', 'adding', 'removing'] as const;

/** What a leader has, it keeps for as long as it leads. */
const leadersOnlyAppend: ProgressInvariant = {
  name: 'While a broker leads in one epoch its log and its high watermark only grow',
  because: 'only followers truncate, and only who becomes a leader begins with an older watermark',
  brokenBy: (before, after) =>
    inEachProcess(before, after, (was, is) => {
      if (was.replicas === is.replicas) return null;
      for (const id of partitionIdsIn(was.replicas)) {
        const [one, other] = [rowOf(was.replicas, id), is.replicas[id]];
        if (one === other || one.role.type !== 'leader' || other?.role.type !== 'leader') continue;
        if (other.leaderEpoch !== one.leaderEpoch) continue;
        const end = logEndOffset(one.log);
        const isKept = recordAt(one.log, end - 1) === recordAt(other.log, end - 1);
        if (!isKept || other.highWatermark < one.highWatermark) return `${id} loses records.`;
      }
      return null;
    }),
};

/** What a process knows does not get older. */
const knowledgeGrows: ProgressInvariant = {
  name: 'A process goes back neither in the metadata log nor to an older epoch of a partition',
  because: 'it applies records in their order, and disregards what is older than what it has',
  brokenBy: (before, after) =>
    inEachProcess(before, after, (was, is) => {
      if (is.image.offset < was.image.offset) return `metadata goes back to ${is.image.offset}.`;
      if (was.replicas === is.replicas) return null;
      for (const id of partitionIdsIn(was.replicas)) {
        const [one, other] = [rowOf(was.replicas, id), is.replicas[id]];
        if (other === undefined) continue; // the copy was deleted
        const isOlder =
          other.leaderEpoch < one.leaderEpoch || other.partitionEpoch < one.partitionEpoch;
        if (isOlder) return `${id} goes back to leader epoch ${other.leaderEpoch}.`;
      }
      return null;
    }),
};

/** Nobody takes back a promise. */
const promisesStay: ProgressInvariant = {
  name: 'A producer that was told of a record is never told otherwise',
  because: 'a batch is done with once it is answered or given up',
  brokenBy: (before, after) => {
    for (const { id, acknowledged, failed } of rowsOf(before.producers)) {
      const is = rowOf(after.producers, id);
      const [told, gaveUp] = [countOf(is.acknowledged), countOf(is.failed)];
      if (told < countOf(acknowledged) || gaveUp < countOf(failed)) return `${id} forgets.`;
    }
    return null;
  },
};

/** Every promise about what a step changes. */
export const PROGRESS_INVARIANTS: readonly ProgressInvariant[] = [
  epochsGrow,
  leadersOnlyAppend,
  knowledgeGrows,
  promisesStay,
];

/** The first fault of a process that has gone on, null when none has one. */
function inEachProcess(
  before: World,
  after: World,
  fault: (was: BrokerState, is: BrokerState) => string | null,
): string | null {
  for (const was of rowsOf(before.brokers)) {
    const is = rowOf(after.brokers, was.id);
    const goesOn = was.incarnation === is.incarnation && is.lifecycle !== 'NOT_RUNNING';
    const found = was === is || !goesOn ? null : fault(was, is);
    if (found !== null) return `broker ${was.id}: ${found}`;
  }
  return null;
}
