import type { PlaceableBroker } from './placement';

/** Why no partition can have so many replicas, or null (INVALID_REPLICATION_FACTOR). */
export function placementProblem(
  brokers: readonly Pick<PlaceableBroker, 'fenced'>[],
  factor: number,
): string | null {
  if (!Number.isInteger(factor) || factor <= 0) {
    return `A replication factor is a whole number from 1 up, not ${factor}.`;
  }
  if (factor > brokers.length) {
    return `${factor} copies need ${factor} brokers; there are ${brokers.length}.`;
  }
  return brokers.every((broker) => broker.fenced) ? 'Every broker is fenced.' : null;
}
