import type { BrokerEvent, SettingEvent } from '../decisionEvent';
import type { Explanation } from './explanation';
import { count, nodeName, sentence } from './words';

type Of<Type extends (BrokerEvent | SettingEvent)['type']> = Extract<
  BrokerEvent | SettingEvent,
  { type: Type }
>;

/** Down. */
export function explainCrashed({ broker, leads }: Of<'brokerCrashed'>): Explanation {
  const led =
    leads === 0
      ? 'It led nothing that it knew of; its replicas stay in sync by name until it is fenced.'
      : `${ledBy(leads)} cannot be used until the controller notices.`;
  return {
    what: `Broker ${broker} crashed.`,
    why: `${led} What it had written is still on its machine.`,
    rule: 'broker.session.timeout.ms = 9000: only silence tells the controller',
    where: 'kill -9; BrokerHeartbeatTracker',
    simplification: 'M4',
  };
}

function ledBy(leads: number): string {
  return leads === 1 ? 'The partition that it led' : `The ${leads} partitions that it led`;
}

/** A new process. */
export function explainStarted({ broker, incarnation }: Of<'brokerStarted'>): Explanation {
  return {
    what: `Broker ${broker} starts again, with the log that it left.`,
    why: 'It must register, replay the metadata and be let in before it follows anybody.',
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
  const { broker, partition, leaderEpoch, epochStartOffset, highWatermark } = event;
  return {
    what: `${partition}: broker ${broker} took over as leader of epoch ${leaderEpoch}.`,
    why:
      highWatermark < epochStartOffset
        ? `It knows of high watermark ${highWatermark} only; its log ends at ${epochStartOffset}.`
        : 'It appends from here; of its followers it knows nothing until they fetch.',
    rule: `epoch ${leaderEpoch} starts at offset ${epochStartOffset}`,
    where: 'Partition.makeLeader, LeaderEpochFileCache.assign',
  };
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
      ? 'From the next check on, a partition without a leader takes any live replica, at a price.'
      : 'A partition waits for a replica that has all that was committed.',
    rule: 'committed records that the new leader lacks are lost; checked every 300 s',
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
    rule: 'enable.idempotence is in force with acks=all only',
    where: 'ProducerConfig.postProcessParsedConfig',
    simplification: 'M15',
  };
}

/** A load. */
export function explainLoad(event: Of<'loadStarted'> | Of<'loadStopped'>): Explanation {
  const name = sentence(nodeName(event.producer));
  return {
    what:
      event.type === 'loadStarted'
        ? `${name} sends ${count(event.recordsPerSecond, 'record')} a second.`
        : `${name} sends no more by itself.`,
    why: 'Each has a key of its own, whose hash chooses the partition.',
    rule: 'murmur2(key) mod number of partitions',
    where: 'BuiltInPartitioner.partitionForKey',
  };
}
