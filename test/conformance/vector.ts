import { readFileSync } from 'node:fs';
import type { KafkaError } from '../../src/sim/kafkaError';

/** One of Kafka's test vectors: the rule under test, and its case in that rule's own shape. */
export interface Vector {
  readonly id: string;
  readonly op: string;
  readonly given: unknown;
  readonly when: unknown;
  readonly expect: unknown;
  readonly note?: string;
}

/** What Kafka says of an error (org.apache.kafka.common.protocol.Errors). */
export interface VectorError {
  /** Or the name of one that the simulation does not have. */
  readonly name: KafkaError;
  readonly code: number;
  readonly retriable: boolean;
  readonly refreshesMetadata: boolean;
}

export interface VectorFile {
  readonly vectors: readonly Vector[];
  readonly errors?: readonly VectorError[];
}

/** The vectors of a file. Throws when it holds none. */
export function readVectors(path: string | URL): VectorFile {
  const file: VectorFile = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(file.vectors)) throw new Error(`${String(path)} holds no vectors.`);
  return file;
}
