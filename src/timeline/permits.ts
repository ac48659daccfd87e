import { effectiveMinInSyncOf } from '../sim/controller/partitions';
import { topicOf, type PartitionId } from '../sim/ids';
import { type EventOf, hasFields } from '../sim/isLike';
import type { Happening } from './mark';
import { type HappeningOf, latest, type Past, worldAt } from './past';
import { scenarioOf } from './recording';

/** One link of a chain of causes. */
export interface Cause {
  /** One or two sentences. */
  readonly says: string;
  /** What came of itself, what a person did, or the setting that permits it. */
  readonly kind: 'event' | 'deed' | 'setting';
  /** When; null: it was so from the start. */
  readonly happening: Happening | null;
}

/** `acks` of a producer that was told of a record too early (ProducerConfig). */
export function acksSetting(
  past: Past,
  { producer, acks }: EventOf<'recordsAcknowledged'>,
): Cause | undefined {
  const says =
    acks === 0
      ? 'acks=0 permits it: the producer waits for no answer.'
      : 'acks=1 permits it: the leader answers before any follower has the record.';
  return setting(
    `${says} acks=all waits for all in sync.`,
    latest(past, 'acksChanged', (one) => one.producer === producer),
  );
}

/** By what right somebody was elected who was not in sync (PartitionChangeBuilder). */
export function uncleanSetting(
  past: Past,
  partition: PartitionId,
  elected: HappeningOf<'leaderElected'>,
  by: EventOf<'leaderElected'>['by'],
): Cause {
  if (isAsked(past, elected, 'UNCLEAN')) {
    return setting(
      'Somebody asked for an unclean election: kafka-leader-election.sh permits it.',
      elected,
    );
  }
  if (by === 'lastKnownLeader') {
    return setting(
      'eligible.leader.replicas.version=1 permits it: the last known leader may lead again.',
      undefined,
    );
  }
  return setting(
    'unclean.leader.election.enable=true permits it: who was not in sync may lead.',
    latest(past, 'uncleanLeaderElectionChanged', (one) => one.topic === topicOf(partition)),
  );
}

/** Why the first in the assignment leads again, though another one led well. */
export function preferredSetting(past: Past, elected: HappeningOf<'leaderElected'>): Cause {
  const says = isAsked(past, elected, 'PREFERRED')
    ? 'Somebody asked for the preferred election (kafka-leader-election.sh).'
    : 'auto.leader.rebalance.enable=true gives the lead back to the first in the assignment.';
  return setting(says, elected);
}

// An administrator's wish is carried out in the tick in which it is made.
function isAsked(
  { recording }: Past,
  { tick, event: { partition } }: HappeningOf<'leaderElected'>,
  election: 'PREFERRED' | 'UNCLEAN',
): boolean {
  return scenarioOf(recording).commands.some(
    ({ at, command }) =>
      at === tick && hasFields(command, { type: 'electLeader', election, partition }),
  );
}

/** What lets few copies be enough, and an empty replica lead (KIP-966). */
export function copySettings(
  past: Past,
  told: HappeningOf<'recordsAcknowledged'>,
): readonly (Cause | undefined)[] {
  const { partition } = told.event;
  const minimum = effectiveMinInSyncOf(
    worldAt(past.recording, told.index).controller.image,
    partition,
  );
  const copies = minimum === 1 ? 'one copy is' : `${minimum} copies are`;
  return [
    setting(
      `min.insync.replicas=${minimum} permits it: ${copies} enough, and nobody waits for a disk.`,
      latest(past, 'minInsyncReplicasChanged', (one) => one.topic === topicOf(partition)),
    ),
    scenarioOf(past.recording).settings.eligibleLeaderReplicas
      ? undefined
      : setting(
          'eligible.leader.replicas.version=0 permits it: the last in sync may lead, empty or not.',
          undefined,
        ),
  ];
}

/** What lets a producer send without numbers (ProducerConfig, enable.idempotence). */
export function idempotenceSetting(
  past: Past,
  producer: EventOf<'produceRetried'>['producer'],
): Cause {
  const changed =
    latest(past, 'idempotenceChanged', (one) => one.producer === producer && !one.to) ??
    latest(past, 'acksChanged', (one) => one.producer === producer && one.to !== 'all');
  const { enableIdempotence } = scenarioOf(past.recording).settings;
  const isByAcks = changed ? changed.event.type === 'acksChanged' : enableIdempotence;
  const name = isByAcks ? 'acks other than all' : 'enable.idempotence=false';
  return setting(`${name} permits it: what comes again has no number to know it by.`, changed);
}

function setting(says: string, happening: Happening | undefined): Cause {
  return { says, kind: 'setting', happening: happening ?? null };
}
