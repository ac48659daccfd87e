import type { Event } from '../../event';
import { fetcherLines } from './fetcher';
import { error, info, partitionLogger, warn } from './line';
import type { LogLine } from './line';

const NONE: readonly LogLine[] = [];

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;

/** What the broker concerned would log. */
export function brokerLines(event: Event): readonly LogLine[] {
  switch (event.type) {
    case 'becameLeader':
      return [becameLeader(event)];
    case 'becameFollower':
      return [becameFollower(event)];
    case 'inSyncChangeProposed':
      return event.change === 'shrink' ? [shrinking(event)] : NONE;
    case 'inSyncChangeRefused':
      return refused(event);
    case 'produceRefused':
      return produceRefused(event);
    case 'logDirectoryFailed':
      return directoryFailed(event);
    case 'replicaDeleted':
      return [deleted(event)];
    case 'brokerStarted':
    case 'registrationRefused':
    case 'shutdownBegan':
    case 'brokerStopped':
      return lifecycleLines(event);
    case 'logTruncated':
    case 'fetchFailed':
      return fetcherLines(event);
    default:
      return NONE;
  }
}

type LifecycleEvent = Of<
  'brokerStarted' | 'registrationRefused' | 'shutdownBegan' | 'brokerStopped'
>;

function lifecycleLines(event: LifecycleEvent): readonly LogLine[] {
  const { broker } = event;
  const say = (text: string, as = info) => [
    as(
      `broker ${broker}`,
      `[BrokerLifecycleManager id=${broker}] ${text}`,
      'org.apache.kafka.server.BrokerLifecycleManager',
    ),
  ];
  const begin = 'Beginning controlled shutdown.';
  switch (event.type) {
    case 'brokerStarted':
      return say(`Incarnation … of broker ${broker} in cluster … is now STARTING.`);
    case 'registrationRefused':
      return say(
        `Unable to register broker ${broker} because the controller returned error ${event.error}`,
      );
    case 'shutdownBegan':
      if (event.because === 'told') return say(begin);
      return [
        ...say(
          "Shutting down because couldn't communicate offline log dir … with controllers",
          error,
        ),
        ...say(begin),
      ];
    case 'brokerStopped':
      if (event.because !== 'allowed') return NONE;
      return say('The controller has asked us to exit controlled shutdown.');
    default:
      return event satisfies never;
  }
}

function becameLeader(event: Of<'becameLeader'>): LogLine {
  const { broker, partition, leaderEpoch, epochStartOffset } = event;
  const { partitionEpoch, highWatermark, inSync } = event;
  return info(
    `broker ${broker}`,
    `[Broker id=${broker}] Leader ${partition} with topic id Some(…) starts at leader epoch ` +
      `${leaderEpoch} from offset ${epochStartOffset} with partition epoch ` +
      `${partitionEpoch}, high watermark ${highWatermark}, ISR [${inSync.join(',')}], …`,
    'state.change.logger',
  );
}

function becameFollower(event: Of<'becameFollower'>): LogLine {
  const { broker, partition, leader, leaderEpoch, logEndOffset } = event;
  const { partitionEpoch, highWatermark } = event;
  return info(
    `broker ${broker}`,
    `[Broker id=${broker}] Follower ${partition} starts at leader epoch ${leaderEpoch} from ` +
      `offset ${logEndOffset} with partition epoch ${partitionEpoch} and high watermark ` +
      `${highWatermark}. Current leader is ${leader}. …`,
    'state.change.logger',
  );
}

function ofPartition(broker: number, partition: string, text: string): LogLine {
  const said = `[Partition ${partition} broker=${broker}] ${text}`;
  return info(`broker ${broker}`, said, partitionLogger);
}

function shrinking({ broker, partition, replicas, to }: Of<'inSyncChangeProposed'>): LogLine {
  const left = replicas.map((id) => `(brokerId: ${id}, endOffset: …, lastCaughtUpTimeMs: …)`);
  return ofPartition(
    broker,
    partition,
    `Shrinking ISR from ${[...to, ...replicas].join(',')} to ${to.join(',')}. ` +
      `Leader: (highWatermark: …, endOffset: …). Out of sync replicas: ${left.join(' ')}.`,
  );
}

// Most refusals are logged at DEBUG (Partition.handleAlterPartitionError).
function refused(event: Of<'inSyncChangeRefused'>): readonly LogLine[] {
  if (event.error !== 'INELIGIBLE_REPLICA') return NONE;
  const text =
    `Failed to alter partition to … since the controller rejected the request with ` +
    `${event.error}. Partition state has been reset to the latest committed state ….`;
  return [ofPartition(event.broker, event.partition, text)];
}

// Other errors of a leader that appends are not logged (ReplicaManager.appendToLocalLog).
function produceRefused(event: Of<'produceRefused'>): readonly LogLine[] {
  const { broker, partition, inSyncCount, minInsyncReplicas } = event;
  if (event.error !== 'NOT_ENOUGH_REPLICAS') return NONE;
  const what = `Error processing append operation on partition …:${partition}`;
  const cause =
    `org.apache.kafka.common.errors.NotEnoughReplicasException: The size of the current ISR : ` +
    `${inSyncCount} is insufficient to satisfy the min.isr requirement of ${minInsyncReplicas} ` +
    `for partition ${partition}, live replica(s) broker.id are : …`;
  const text = `[ReplicaManager broker=${broker}] ${what}`;
  return [{ ...error(`broker ${broker}`, text, 'kafka.server.ReplicaManager'), cause }];
}

function directoryFailed(event: Of<'logDirectoryFailed'>): readonly LogLine[] {
  const { broker, directory, partitions, left } = event;
  const by = `broker ${broker}`;
  const manager = `[ReplicaManager broker=${broker}]`;
  const lines = [
    warn(
      by,
      `${manager} Stopping serving replicas in dir /${directory} with uuid … because the log ` +
        'directory has failed.',
      'kafka.server.ReplicaManager',
    ),
    warn(
      by,
      `${manager} Broker ${broker} stopped fetcher for partitions ${partitions.join(',')} and ` +
        'stopped moving logs for partitions  because they are in the failed log directory ' +
        `/${directory}.`,
      'kafka.server.ReplicaManager',
    ),
    warn(by, `Stopping serving logs in dir /${directory}`, 'kafka.log.LogManager'),
  ];
  if (left > 0) return lines;
  return [
    ...lines,
    error(by, 'Shutdown broker because all log dirs in … have failed', 'kafka.log.LogManager'),
  ];
}

function deleted({ broker, partition }: Of<'replicaDeleted'>): LogLine {
  return info(
    `broker ${broker}`,
    `Log for partition ${partition} is renamed to /…/${partition}.…-delete and is scheduled ` +
      'for deletion',
    'kafka.log.LogManager',
  );
}
