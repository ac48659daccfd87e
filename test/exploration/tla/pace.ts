import { runTlaExhaustive } from './adapter';

/** Explores the largest model of KIP-320 among Kafka's vectors, and takes the time. */
export function largestKip320(): { readonly states: number; readonly seconds: number } {
  const size = { replicas: 3, logSize: 2, maxRecords: 2, maxLeaderEpoch: 2 };
  const startedAt = performance.now();
  const { distinctStates } = runTlaExhaustive({ spec: 'Kip320', ...size });
  return { states: distinctStates, seconds: (performance.now() - startedAt) / 1000 };
}
