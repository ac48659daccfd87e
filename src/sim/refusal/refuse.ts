import type { KafkaError } from '../kafkaError';

/** Why a command would change nothing: Kafka's error, if it has one, and a sentence. */
export interface Refusal {
  readonly error: KafkaError | null;
  readonly because: string;
}

/** A refusal with its reason. */
export function refuse(because: string, error: KafkaError | null = null): Refusal {
  return { error, because };
}

/** What was asked for is so already. */
export function unchanged(): Refusal {
  return refuse('It is so already.');
}
