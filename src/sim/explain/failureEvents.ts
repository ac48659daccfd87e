import type { FailureEvent } from '../event/failure';
import { unusable } from './brokerEvents';
import type { Explanation } from './explanation';
import { count, list, records, span } from './words';

type Of<Type extends FailureEvent['type']> = Extract<FailureEvent, { type: Type }>;

/** A machine loses power: what was only in its page cache is gone with it. */
export function explainPower({ broker, leads }: Of<'powerLost'>): Explanation {
  return {
    what: `The machine of broker ${broker} lost its power.`,
    why: `Nobody closes its connections, so whoever talks to it just waits. ${unusable(leads)}`,
    rule: 'request.timeout.ms, replica.socket.timeout.ms = 30000; broker.session.timeout.ms = 9000',
    where: 'no code runs there any more; BrokerHeartbeatTracker',
  };
}

/** Records that were only in the page cache of a machine without power are gone. */
export function explainUnflushed(event: Of<'unflushedRecordsLost'>): Explanation {
  const { broker, partition, from, to } = event;
  return {
    what: `${partition}: broker ${broker} lost ${records(event)}, its log ends at ${to} now.`,
    why: 'Only its page cache had that: the machine writes to the disk what is 30 s old.',
    rule: `log end ${from} → ${to}; log.flush.interval.messages is practically infinite`,
    where: 'UnifiedLog.flush, LogLoader.recoverLog',
    simplification: 'M17',
  };
}

/** A machine is gone for good, and its disks with it. */
export function explainInstance({ broker, leads }: Of<'instanceLost'>): Explanation {
  return {
    what: `The instance of broker ${broker} is gone, and its disks with it.`,
    why: `Kafka does not replace it by itself: it stays in every assignment. ${unusable(leads)}`,
    rule: 'replication factor: the copies are what is left',
    where: 'no code runs there any more; BrokerHeartbeatTracker',
    simplification: 'M18',
  };
}

/** A machine has new, empty disks. */
export function explainReplaced({ broker, replicas }: Of<'disksReplaced'>): Explanation {
  return {
    what: `Broker ${broker} has new, empty disks.`,
    why: `What was on the old ones (${count(replicas, 'replica')}) it can copy where others lead.`,
    rule: 'kafka-storage.sh format; no .kafka_cleanshutdown: the next start is an unclean one',
    where: 'LogManager.loadLogs, Partition.createLogIfNotExists',
    simplification: 'M18',
  };
}

/** A slow disk, or a fast one again. */
export function explainSlowed({ broker, msPerRecord }: Of<'diskSlowed'>): Explanation {
  if (msPerRecord === 0) {
    return {
      what: `The disk of broker ${broker} is as fast as before.`,
      why: 'Its replicas catch up, and their leaders propose it for the in-sync sets again.',
      rule: 'log end ≥ high watermark and ≥ start of the epoch',
      where: 'Partition.maybeExpandIsr',
    };
  }
  return {
    what: `The disk of broker ${broker} takes ${span(msPerRecord)} for a record.`,
    why: 'It lives and keeps its session, but asks for more only when it has written the last.',
    rule: 'replica.lag.time.max.ms = 30000: in sync is a matter of time, not of records',
    where: 'ReplicaFetcherThread.processPartitionData, Partition.getOutOfSyncReplicas',
    simplification: 'M19',
  };
}

/** A broker is told to stop, or stops itself. */
export function explainShutdown({ broker, leads, because }: Of<'shutdownBegan'>): Explanation {
  if (because === 'directoryFailureUntold') {
    return {
      what: `Broker ${broker} stops itself, and asks the controller to let it go.`,
      why: 'For 30 s it could not tell the controller which of its log directories has failed.',
      rule: 'log.dir.failure.timeout.ms = 30000; then a controlled shutdown, at most 5 min',
      where: 'BrokerLifecycleManager.propagateDirectoryFailure, BrokerServer.shutdown',
    };
  }
  return {
    what: `Broker ${broker} was told to stop, and asks the controller to let it go.`,
    why:
      leads === 0
        ? 'It leads nothing, so nothing must be moved first.'
        : `${count(leads, 'leadership')} must move to others first; until then it serves on.`,
    rule: 'controlled.shutdown.enable = true; at most 5 min',
    where: 'BrokerServer.shutdown, BrokerLifecycleManager.beginControlledShutdown',
  };
}

/** The controller moves the leaders off a broker that is about to stop. */
export function explainControlled({
  broker,
  moved,
  stuck,
}: Of<'controlledShutdownEntered'>): Explanation {
  const took = `Others took over ${count(moved, 'partition')} at once: nobody has to wait for it.`;
  return {
    what: `The controller takes broker ${broker} out of all its in-sync sets.`,
    why:
      stuck.length === 0
        ? took
        : `Nobody else may lead ${list(stuck)}, which goes offline with it.`,
    rule: 'IN_CONTROLLED_SHUTDOWN until every active broker has read this metadata',
    where: 'ReplicationControlManager.handleBrokerInControlledShutdown',
  };
}

/** The process of a broker has ended. */
export function explainStopped({ broker, because, brokerEpoch }: Of<'brokerStopped'>): Explanation {
  return {
    what: `Broker ${broker} has stopped in order.`,
    why: {
      allowed: 'The controller let it go. Its logs are complete, on disk, and marked as clean.',
      notServing: 'It served nobody yet, so it need not ask the controller.',
      timeout: 'The controller did not let it go in time; its logs are closed all the same.',
    }[because],
    rule: `.kafka_cleanshutdown holds broker epoch ${brokerEpoch}`,
    where: 'BrokerServer.shutdown, LogManager.shutdown, CleanShutdownFileHandler',
  };
}
