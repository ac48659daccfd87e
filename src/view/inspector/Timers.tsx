import type { BrokerState, ParkedFetch } from '../../sim/broker/state';
import { KAFKA } from '../../sim/config';
import type { Tick } from '../../sim/ids';
import { rowsOf } from '../../sim/table';
import { Part } from './Part';
import { Timer, type TimerProps } from './Timer';

/** Everything that runs out; null stands for what does not run. */
export function Timers({ timers }: { readonly timers: readonly (TimerProps | null)[] }) {
  const running = timers.filter((timer) => timer !== null);
  if (running.length === 0) return null;
  return (
    <Part title="Timers">
      <ul className="timers">
        {running.map((timer) => (
          <Timer key={`${timer.says} ${timer.until}`} {...timer} />
        ))}
      </ul>
    </Part>
  );
}

/** A timer of which the end and perhaps the limit are known; null without an end. */
export function endingAt(
  says: string,
  until: Tick | null | undefined,
  limitMs: number | null,
): TimerProps | null {
  if (until === null || until === undefined) return null;
  return { says, from: limitMs === null ? null : until - limitMs, until };
}

/** What a broker waits for as a leader: fetches that are parked with it, and the controller. */
export function leaderTimers({ sessions, alterPartition }: BrokerState) {
  return [
    endingAt(
      'answer to its in-sync proposal',
      alterPartition.inFlight?.expiresAt,
      KAFKA.controllerSocketTimeoutMs,
    ),
    ...rowsOf(sessions).map(({ node, parked }) =>
      parkedTimer(`fetch of ${node.replace('-', ' ')} waits for data`, parked),
    ),
  ];
}

/** A fetch that waits for data; null while none does. */
export function parkedTimer(
  says: string,
  parked: ParkedFetch | null | undefined,
): TimerProps | null {
  return parked ? { says, from: parked.arrivedAt, until: parked.expiresAt } : null;
}
