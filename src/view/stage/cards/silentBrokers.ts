import { KAFKA } from '../../../sim/config';
import type { ControllerState } from '../../../sim/controller/state';
import { type BrokerId, brokerIdsIn, type Tick } from '../../../sim/ids';

/** A broker whose heartbeat is overdue, and when its session began to run out. */
export interface SilentBroker {
  readonly broker: BrokerId;
  readonly lastContactAt: Tick;
  readonly sessionEndsAt: Tick;
}

/** A heartbeat this late is not merely on its way. */
const LATE_MS = KAFKA.brokerHeartbeatIntervalMs + 300;

/** Brokers that the controller has not heard from, in ascending order. */
export function silentBrokers(
  { lastContactAt, image }: Pick<ControllerState, 'lastContactAt' | 'image'>,
  now: Tick,
): readonly SilentBroker[] {
  return brokerIdsIn(lastContactAt).flatMap((broker) => {
    const last = lastContactAt[broker];
    if (last === undefined || now - last < LATE_MS) return [];
    if (image.brokers[broker]?.fenced !== false) return [];
    const sessionEndsAt = last + KAFKA.brokerSessionTimeoutMs;
    return [{ broker, lastContactAt: last, sessionEndsAt }];
  });
}
