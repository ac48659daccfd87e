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

/** A timer of which only the end and the limit are known; null without an end. */
export function endingAt(says: string, until: number | null, limitMs: number): TimerProps | null {
  return until === null ? null : { says, from: until - limitMs, until };
}
