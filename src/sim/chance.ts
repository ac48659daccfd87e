import type { LatencyRange } from './config';

/**
 * A whole number from 0 up to 2^32 that depends on nothing but its arguments (FNV-1a, then the
 * finalizer of MurmurHash3). The same question always gets the same answer.
 */
export function hash(seed: number, identity: string): number {
  let h = (0x811c9dc5 ^ seed) | 0;
  for (let i = 0; i < identity.length; i++) {
    h = Math.imul(h ^ identity.charCodeAt(i), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Latency of the n-th message of one kind on one way, in whole milliseconds, at least 1. */
export function latencyMs(seed: number, identity: string, range: LatencyRange): number {
  const choices = range.maxMs - range.minMs + 1;
  return Math.max(1, range.minMs + (hash(seed, identity) % choices));
}

/**
 * The pause before a repeated attempt, in milliseconds: doubled each time, plus or minus a share
 * given in percent, never more than a maximum (org.apache.kafka.common.utils.ExponentialBackoff).
 */
export function backoffMs(
  seed: number,
  identity: string,
  attempt: number,
  initialMs: number,
  maxMs: number,
  jitterPercent: number,
): number {
  let pauseMs = initialMs;
  for (let i = 0; i < attempt && pauseMs < maxMs; i++) pauseMs *= 2;
  const percent = 100 - jitterPercent + (hash(seed, identity) % (2 * jitterPercent + 1));
  const jittered = Math.trunc((Math.min(pauseMs, maxMs) * percent) / 100);
  return Math.min(maxMs, Math.max(1, jittered));
}
