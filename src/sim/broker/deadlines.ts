import type { Tick } from '../ids';
import { earliest, rowsOf } from '../table';
import type { BrokerState } from './state';

/** When a broker has something to do without being asked; null while its process is down. */
export function brokerDueAt(broker: BrokerState): Tick | null {
  if (broker.lifecycle === 'NOT_RUNNING') return null;
  return earliest([
    broker.heartbeatDueAt,
    broker.registrationDueAt,
    broker.inSyncCheckDueAt,
    broker.checkpointDueAt,
    broker.alterPartition.retryAt,
    ...rowsOf(broker.sessions).map((session) => session.parked?.expiresAt ?? null),
    ...rowsOf(broker.fetchers).flatMap((fetcher) => rowsOf(fetcher.pausedUntil)),
    ...broker.delayedProduces.map((produce) => produce.expiresAt),
  ]);
}
