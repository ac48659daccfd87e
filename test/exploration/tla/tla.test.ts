import { expect, it } from 'vitest';
import { isLong } from '../../properties/effort';
import { runTlaExhaustive, runTlaViolation } from './adapter';
import { largestKip320 } from './pace';

// The counts of Kafka's vectors are compared by test/conformance.

it.each(['KafkaTruncateToHighWatermark', 'Kip101', 'Kip279', 'Kip320FirstTry'] as const)(
  'finds that %s is not safe with three replicas',
  (spec) => {
    const size = { replicas: 3, logSize: 1, maxRecords: 1, maxLeaderEpoch: 2 };
    expect(runTlaViolation({ spec, ...size }).violated).not.toBeNull();
  },
);

it('finds Kip320 safe where the draft before it is not', () => {
  const size = { replicas: 3, logSize: 1, maxRecords: 1, maxLeaderEpoch: 2 };
  expect(runTlaExhaustive({ spec: 'Kip320', ...size }).violated).toBeNull();
});

it('needs no more than a record for what breaks: a longer log is no shorter way', () => {
  const size = { replicas: 2, maxRecords: 1, maxLeaderEpoch: 1 };
  const spec = 'KafkaTruncateToHighWatermark';
  const short = runTlaViolation({ spec, logSize: 1, ...size });
  expect(runTlaViolation({ spec, logSize: 3, ...size })).toEqual(short);
});

it.runIf(isLong)('explores at least 80 000 states of KIP-320 a second on one core', () => {
  const { states, seconds } = largestKip320();
  console.log(`KIP-320: ${states} states in ${seconds.toFixed(1)} s`);
  expect(states).toBe(737_794);
  expect(states / seconds).toBeGreaterThan(80_000);
});
