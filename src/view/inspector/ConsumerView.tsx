import { KAFKA } from '../../sim/config';
import type { ConsumerState } from '../../sim/client/state';
import { type ClientId, type PartitionId, partitionIdsIn } from '../../sim/ids';
import { rowsOf } from '../../sim/table';
import type { World } from '../../sim/world';
import { ClientLeaders } from './ClientLeaders';
import { Rows } from './Part';
import { endingAt, parkedTimer, Timers } from './Timers';

interface ConsumerViewProps {
  readonly world: World;
  readonly client: ClientId;
}

/** A consumer: where it stands, what it has committed, and where it reads. */
export function ConsumerView({ world, client }: ConsumerViewProps) {
  const consumer = Object.values(world.consumers).find((each) => each?.id === client);
  if (!consumer) return null;
  const { positions, committed, preferredReplicas, commitDueAt, metadata } = consumer;
  return (
    <>
      <ClientLeaders world={world} client={client} />
      <Rows
        title="Positions"
        columns={['partition', 'next', 'committed', 'reads']}
        none="It has no position yet."
        rows={partitionIdsIn(metadata.leaders).map((partition) => [
          partition,
          positions[partition] ?? '—',
          committed[partition] ?? '—',
          readingOf(consumer, partition),
        ])}
      />
      <Timers
        timers={[
          endingAt('commits its offsets', commitDueAt, KAFKA.autoCommitIntervalMs),
          ...partitionIdsIn(preferredReplicas).map((partition) =>
            endingAt(
              `${partition}: lease of its read replica`,
              preferredReplicas[partition]?.expiresAt,
              KAFKA.metadataMaxAgeMs,
            ),
          ),
          ...rowsOf(world.brokers).map(({ id, sessions }) =>
            parkedTimer(`its fetch waits at broker ${id}`, sessions[consumer.id]?.parked),
          ),
          endingAt(
            'metadata is asked for anew',
            metadata.dueAt,
            metadata.dueAt - metadata.updatedAt,
          ),
        ]}
      />
      <p className="inspectorText">
        Group {consumer.group} · {consumer.isolationLevel} · auto.offset.reset=
        {consumer.autoOffsetReset} · consumed {consumer.consumed}
      </p>
    </>
  );
}

function readingOf(
  { failed, waits, preferredReplicas, metadata }: ConsumerState,
  partition: PartitionId,
): string {
  const failure = failed[partition];
  if (failure !== undefined) return failure;
  const wait = waits[partition];
  if (wait !== undefined) return WAITS[wait.for];
  const near = preferredReplicas[partition];
  if (near) return `broker ${near.replica}, a follower`;
  const leader = metadata.leaders[partition]?.leader ?? -1;
  return leader === -1 ? 'no leader' : `broker ${leader}`;
}

const WAITS = {
  reset: 'asks where to begin',
  validation: 'compares epochs',
  time: 'waits, then tries again',
};
