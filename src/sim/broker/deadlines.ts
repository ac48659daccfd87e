import type { Tick } from '../ids';
import { KAFKA } from '../config';
import { earliest, rowsOf } from '../table';
import type { BrokerState, Fetcher } from './state';

/** When a broker has something to do without being asked; null while its process is down. */
export function brokerDueAt(broker: BrokerState): Tick | null {
  if (broker.lifecycle === 'NOT_RUNNING') return null;
  // Nothing else is looked at while the process stands still.
  if (broker.pausedUntil !== null) return broker.pausedUntil;
  const due = [
    broker.heartbeatDueAt,
    broker.registrationDueAt,
    broker.inSyncCheckDueAt,
    broker.checkpointDueAt,
    broker.directoryFailureDueAt,
    broker.shutdown?.endsAt ?? null,
    broker.metadataFetchDueAt,
    broker.alterPartition.retryAt,
    broker.alterPartition.inFlight?.expiresAt ?? null,
  ];
  for (const { parked } of rowsOf(broker.sessions)) due.push(parked?.expiresAt ?? null);
  for (const fetcher of rowsOf(broker.fetchers)) {
    due.push(fetchExpiresAt(fetcher), fetcher.busyUntil, ...rowsOf(fetcher.pausedUntil));
  }
  for (const { expiresAt } of broker.delayedProduces) due.push(expiresAt);
  return earliest(due);
}

/** When the request under way of a follower has failed; null while none is under way. */
export function fetchExpiresAt({ inFlight }: Fetcher): Tick | null {
  return inFlight === null ? null : inFlight.sentAt + KAFKA.replicaSocketTimeoutMs;
}
