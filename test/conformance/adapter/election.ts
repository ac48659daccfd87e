import { electLeader } from '../../../src/sim/controller/election';
import type { ElectionType } from '../../../src/sim/controller/election';
import { changed, partitionChange } from '../../../src/sim/controller/partitionChange';
import type { PartitionChangeRecord } from '../../../src/sim/controller/partitionChange';
import { adapter } from './adapter';
import { fromPartition, toPartition } from './partition';
import type { VectorPartition } from './partition';

interface Given {
  readonly partition: VectorPartition;
  readonly acceptable: readonly number[];
  readonly minIsr: number;
  readonly elrEnabled: boolean;
  readonly bumpLeaderEpochOnIsrShrink?: boolean;
}

interface When {
  readonly election: ElectionType;
  readonly targetIsr?: readonly number[];
  readonly targetReplicas?: readonly number[];
  readonly targetAdding?: readonly number[];
  readonly targetRemoving?: readonly number[];
  readonly uncleanShutdown?: readonly number[];
}

export const electLeaderAdapter = adapter<Given, When>((given, when) => {
  const partition = toPartition(given.partition);
  return electLeader(
    {
      ...partition,
      replicas: when.targetReplicas ?? partition.replicas,
      inSync: when.targetIsr ?? partition.inSync,
      isAcceptable: (broker) => given.acceptable.includes(broker),
      eligibleLeaderReplicas: given.elrEnabled,
    },
    when.election,
  );
});

export const partitionChangeAdapter = adapter<Given, When>(
  (given, when) => {
    const partition = toPartition(given.partition);
    const record = partitionChange({
      partition,
      election: when.election,
      isAcceptable: (broker) => given.acceptable.includes(broker),
      minInsyncReplicas: given.minIsr,
      eligibleLeaderReplicas: given.elrEnabled,
      ...(when.targetIsr && { targetInSync: when.targetIsr }),
      ...(when.targetReplicas && { targetReplicas: when.targetReplicas }),
      ...(when.targetAdding && { targetAdding: when.targetAdding }),
      ...(when.targetRemoving && { targetRemoving: when.targetRemoving }),
      ...(when.uncleanShutdown && { uncleanShutdown: when.uncleanShutdown }),
      bumpLeaderEpochOnShrink: given.bumpLeaderEpochOnIsrShrink ?? false,
    });
    const after = record === null ? partition : changed(partition, record);
    return { record: record && fromRecord(record), after: fromPartition(after) };
  },
  { sets: ['elr'], exact: ['record'] },
);

function fromRecord(record: PartitionChangeRecord): Partial<VectorPartition> {
  const { inSync, eligible, lastKnownLeaders, ...rest } = record;
  return {
    ...rest,
    ...(inSync && { isr: inSync }),
    ...(eligible && { elr: eligible }),
    ...(lastKnownLeaders && { lastKnownElr: lastKnownLeaders }),
  };
}
