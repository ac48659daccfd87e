import { KAFKA } from '../config';
import type { BrokerId, Table, Tick } from '../ids';
import { earliest, withRow } from '../table';
import { changeController } from './turn';
import type { ControllerTurn } from './turn';

/** Whether a session still lasts: not more than the timeout since the last contact. */
export function isSessionValid(
  lastContactAt: Tick | null,
  now: Tick,
  sessionTimeoutMs: number,
): boolean {
  return lastContactAt !== null && now - lastContactAt <= sessionTimeoutMs;
}

/**
 * The first run of the stale check that can find somebody: runs are every 1 125 ms, and a session
 * is over when strictly more than its timeout has passed (BrokerHeartbeatTracker.isExpired).
 */
export function nextStaleCheckAt(lastContactAt: Table<BrokerId, Tick>, now: Tick): Tick | null {
  const contacts = Object.values(lastContactAt).filter((at) => at !== undefined);
  if (contacts.length === 0) return null;
  const expiresAt = Math.min(...contacts) + KAFKA.brokerSessionTimeoutMs + 1;
  const notBefore = Math.max(expiresAt, now + 1);
  return Math.ceil(notBefore / KAFKA.staleBrokerCheckMs) * KAFKA.staleBrokerCheckMs;
}

/** A sign of life: the session starts again. */
export function touch(turn: ControllerTurn, broker: BrokerId): void {
  const lastContactAt = withRow(turn.controller.lastContactAt, broker, turn.wire.now);
  // A check that is due is not put off by somebody else's sign of life.
  const next = nextStaleCheckAt(lastContactAt, turn.wire.now);
  const staleCheckDueAt = earliest([turn.controller.staleCheckDueAt, next]);
  changeController(turn, { lastContactAt, staleCheckDueAt });
}
