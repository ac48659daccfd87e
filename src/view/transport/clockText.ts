const MS_PER_SECOND = 1000;

/** The cluster's clock as it is shown: `24.013 s`. */
export function clockText(tick: number): string {
  return `${(Math.floor(tick) / MS_PER_SECOND).toFixed(3)} s`;
}

/** The cluster's clock where room is short: `24.0 s`. */
export function shortClockText(tick: number): string {
  return `${(tick / MS_PER_SECOND).toFixed(1)} s`;
}

/** The cluster's clock in a column of its own, to the millisecond: `24.013`. */
export function feedClockText(tick: number): string {
  return (tick / MS_PER_SECOND).toFixed(3);
}

/** How fast the cluster's clock runs: `1 s here = 2 ms in Kafka`. */
export function paceText(ticksPerSecond: number): string {
  if (ticksPerSecond === 0) return 'clock stands still';
  return `1 s here = ${durationText(ticksPerSecond)} in Kafka`;
}

function durationText(ms: number): string {
  return ms < MS_PER_SECOND ? `${figure(ms)} ms` : `${figure(ms / MS_PER_SECOND)} s`;
}

/** Two figures are enough to compare by: 2, 0.25, 13, 420. */
function figure(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** The cluster's clock in words: `24.0 s of cluster time`. */
export function clockWords(tick: number): string {
  return `${shortClockText(tick)} of cluster time`;
}
