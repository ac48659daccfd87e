import type { BrokerEvent, SettingEvent } from '../decisionEvent';
import type { Explanation } from './explanation';
import { count, nodeName, sentence } from './words';

type Of<Type extends (BrokerEvent | SettingEvent)['type']> = Extract<
  BrokerEvent | SettingEvent,
  { type: Type }
>;

/** Down. */
export function explainCrashed(event: Of<'brokerCrashed'>): Explanation {
  const { broker, because } = event;
  return {
    what: because === 'killed' ? `Broker ${broker} crashed.` : `Broker ${broker} halted.`,
    why: crashReason(event),
    rule: 'broker.session.timeout.ms = 9000: only silence tells the controller',
    where:
      because === 'killed' ? 'kill -9; BrokerHeartbeatTracker' : 'Exit.halt, LogDirFailureChannel',
    simplification: 'M4',
  };
}

function crashReason({ leads, because }: Of<'brokerCrashed'>): string {
  switch (because) {
    case 'killed':
      return `${unusable(leads)} What it had written is still on its machine.`;
    case 'lastDirectoryFailed':
      return `It has no log directory left to work with. ${unusable(leads)}`;
    default:
      return because satisfies never;
  }
}

/** What the sudden end of a broker means for the partitions that it led. */
export function unusable(leads: number): string {
  if (leads === 0) {
    return 'It led nothing that it knew of; its replicas stay in sync by name until it is fenced.';
  }
  const led = leads === 1 ? 'The partition that it led' : `The ${leads} partitions that it led`;
  return `${led} cannot be used until the controller notices.`;
}

/** A new process. */
export function explainStarted({
  broker,
  incarnation,
  disks,
  machine,
}: Of<'brokerStarted'>): Explanation {
  const found = {
    clean: 'with the log that it closed',
    unclean: 'with the log that it left',
    empty: machine === 'gone' ? 'as a new instance with empty disks' : 'with empty disks',
  };
  return {
    what: `Broker ${broker} starts again, ${found[disks]}.`,
    why:
      disks === 'empty'
        ? 'Same id, no data: it can copy its records only where another broker leads.'
        : 'It must register, replay the metadata and be let in before it may lead or be in sync.',
    rule: `incarnation ${incarnation}; high watermark from its checkpoint (every 5 s)`,
    where: 'BrokerLifecycleManager, LogManager.loadLogs',
  };
}

/** It heard the news. */
export function explainMetadataApplied({ broker, offset }: Of<'metadataApplied'>): Explanation {
  return {
    what: `Broker ${broker} has the metadata up to offset ${offset}.`,
    why: 'Brokers fetch the metadata log like any other, each at its own pace.',
    rule: '__cluster_metadata',
    where: 'MetadataLoader, BrokerMetadataPublisher.onMetadataUpdate',
  };
}

/** It leads. */
export function explainBecameLeader(event: Of<'becameLeader'>): Explanation {
  const { broker, partition, leaderEpoch, epochStartOffset, ledBefore } = event;
  return {
    what: ledBefore
      ? `${partition}: broker ${broker} leads on, in epoch ${leaderEpoch}.`
      : `${partition}: broker ${broker} took over as leader of epoch ${leaderEpoch}.`,
    why: leaderReason(event),
    rule: `epoch ${leaderEpoch} starts at offset ${epochStartOffset}`,
    where: 'Partition.makeLeader, LeaderEpochFileCache.assign',
  };
}

function leaderReason(event: Of<'becameLeader'>): string {
  const { epochStartOffset, highWatermark, ledBefore } = event;
  if (ledBefore) return 'It led before, so it still knows how far its followers have come.';
  if (highWatermark < epochStartOffset) {
    return `It knows of high watermark ${highWatermark} only; its log ends at ${epochStartOffset}.`;
  }
  return 'It appends from here; of its followers it knows nothing until they fetch.';
}

/** It follows. */
export function explainBecameFollower(event: Of<'becameFollower'>): Explanation {
  const { broker, partition, leader, logEndOffset } = event;
  return {
    what: `${partition}: broker ${broker} follows broker ${leader} from offset ${logEndOffset}.`,
    why: 'Its first fetch tells its last epoch; if the logs part, the leader says where.',
    rule: 'fetch with lastFetchedEpoch (KIP-595)',
    where: 'ReplicaManager.applyLocalFollowersDelta, AbstractFetcherThread',
  };
}

/** A topic setting. */
export function explainMinimum(event: Of<'minInsyncReplicasChanged'>): Explanation {
  const { topic, from, to, replicationFactor } = event;
  const effective = Math.min(to, replicationFactor);
  const isStrict = effective === replicationFactor && replicationFactor > 1;
  return {
    what: `${topic}: min.insync.replicas ${from} → ${to}.`,
    why: isStrict
      ? `All ${effective} replicas must be in sync: acks=all writes stop when a single one is not.`
      : `acks=all writes are refused, and nothing is committed, below ${effective} in sync.`,
    rule: 'effective minimum = the smaller of it and the replication factor',
    where: 'ConfigurationControlManager, Partition.effectiveMinIsr',
  };
}

/** A topic setting. */
export function explainUnclean(event: Of<'uncleanLeaderElectionChanged'>): Explanation {
  return {
    what: `${event.topic}: unclean.leader.election.enable = ${event.to}.`,
    why: event.to
      ? 'A partition that nobody could lead without loss takes any live replica, at a price.'
      : 'A partition waits for a replica that has all that was committed.',
    rule: 'when a broker fails or returns; for partitions that wait already every 300 s',
    where: 'ReplicationControlManager.maybeElectUncleanLeaders',
  };
}

/** A producer setting. */
export function explainAcks({ producer, from, to }: Of<'acksChanged'>): Explanation {
  const meaning = {
    0: 'It asks for no answer, so it never learns of a loss.',
    1: 'The leader alone answers for a record; a crash before the followers fetched it loses it.',
    all: 'A record is acknowledged when every replica in sync has it.',
  };
  return {
    what: `The application starts ${nodeName(producer)} again with acks=${to} instead of ${from}.`,
    why: meaning[to],
    rule: 'enable.idempotence needs acks=all',
    where: 'ProducerConfig.postProcessParsedConfig',
    simplification: 'M15',
  };
}

/** A load. */
export function explainLoad(event: Of<'loadStarted'> | Of<'loadStopped'>): Explanation {
  const name = sentence(nodeName(event.producer));
  const isNew = event.type === 'loadStarted';
  return {
    what: isNew
      ? `${name} sends ${count(event.recordsPerSecond, 'record')} a second.`
      : `${name} sends no more by itself.`,
    why: isNew
      ? 'Each has a key of its own, whose hash chooses the partition.'
      : 'What it was given before may still be under way.',
    rule: 'murmur2(key) mod number of partitions',
    where: 'BuiltInPartitioner.partitionForKey',
  };
}
