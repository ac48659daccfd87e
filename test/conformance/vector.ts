import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseJson } from '../../src/share/parseJson';
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

/** The vectors of a file. Throws when it holds none, with the place that is not as it should be. */
export function readVectors(path: string | URL): VectorFile {
  const name = typeof path === 'string' ? path : fileURLToPath(path);
  const problem = (says: string) => new Error(`${name}: ${says}`);
  const parsed = parseJson(textOf(path, problem));
  if ('problem' in parsed) throw problem(parsed.problem);
  const file = parsed.value;
  if (!isObject(file)) throw problem('expected an object with a list of vectors');
  const { vectors } = file;
  if (!Array.isArray(vectors)) throw problem('vectors: expected a list');
  for (const [nth, vector] of vectors.entries()) {
    const says = problemOf(vector);
    if (says !== null) throw problem(`vectors[${nth}]${says}`);
  }
  const copy: VectorFile = JSON.parse(JSON.stringify(file));
  return copy;
}

function textOf(path: string | URL, problem: (says: string) => Error): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw problem(`cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** What is wrong with a vector, from its place on; its case is its rule's business. */
function problemOf(vector: unknown): string | null {
  if (!isObject(vector)) return ': expected an object';
  const { id, op } = vector;
  if (typeof id !== 'string' || id === '') return '.id: expected a name';
  if (typeof op !== 'string' || op === '') return `.op: expected the name of a rule (in ${id})`;
  const missing = ['given', 'expect'].find((field) => !(field in vector));
  return missing === undefined ? null : `.${missing}: is missing (in ${id})`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
