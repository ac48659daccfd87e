import type { FailureEvent } from '../event/failure';
import type { Explanation } from './explanation';
import { list } from './words';

type Of<Type extends FailureEvent['type']> = Extract<FailureEvent, { type: Type }>;

/** A disk failed. */
export function explainLogDirectory(event: Of<'logDirectoryFailed'>): Explanation {
  const { broker, directory, partitions, left } = event;
  return {
    what: `Broker ${broker} cannot read its log directory ${directory} any more.`,
    why:
      left === 0
        ? 'It was the last one, and without any it cannot go on.'
        : `It has ${left} left, and can neither read nor write ${held(partitions)}.`,
    rule: 'KAFKA_STORAGE_ERROR; log.dir.failure.timeout.ms = 30000',
    where: 'ReplicaManager.handleLogDirFailure, LogDirFailureChannel',
    simplification: 'M20',
  };
}

/** The controller heard of it. */
export function explainOfflineDirectories(event: Of<'logDirectoriesOffline'>): Explanation {
  const { broker, directories, partitions } = event;
  return {
    what: `The controller knows that ${list(directories)} of broker ${broker} cannot be read.`,
    why: `It takes the broker out of ${held(partitions)}, and leaves it in all others.`,
    rule: 'offlineLogDirs in the heartbeat (KIP-858)',
    where: 'ReplicationControlManager.handleDirectoriesOffline',
    simplification: 'M21',
  };
}

function held(partitions: readonly string[]): string {
  return partitions.length === 0 ? 'no partition' : list(partitions);
}
