import type { Settings } from '../config';
import type { BrokerId, ClientId, ProducerId, Tick } from '../ids';
import { bootstrapMetadata } from './metadata';
import type { ProducerState } from './state';

/** A client application that starts. */
export interface NewClient<Id extends ClientId> {
  readonly id: Id;
  /** `client.rack`. */
  readonly rack: string | null;
  /** `bootstrap.servers`. */
  readonly bootstrap: readonly BrokerId[];
  readonly now: Tick;
}

/** What decides whether a producer numbers its records. */
type Idempotence = Pick<ProducerState, 'acks' | 'enableIdempotence'>;

/**
 * Whether `enable.idempotence` is in force: it needs acks=all. Kafka switches a default off and
 * refuses one that is asked for (ProducerConfig.postProcessParsedConfig); here it is a default.
 */
export function isIdempotent({ acks, enableIdempotence }: Idempotence): boolean {
  return enableIdempotence && acks === 'all';
}

/** A producer that has just started, and knows nothing but its bootstrap list. */
export function newProducer(
  settings: Pick<Settings, 'acks' | 'enableIdempotence'>,
  { id, rack, bootstrap, now }: NewClient<ProducerId>,
  takeProducerId: () => number,
): ProducerState {
  const { acks, enableIdempotence } = settings;
  return {
    id,
    rack,
    acks,
    enableIdempotence,
    producerId: isIdempotent(settings) ? takeProducerId() : -1,
    producerEpoch: 0,
    metadata: bootstrapMetadata(bootstrap, now),
    sequences: {},
    sticky: {},
    stickyDraws: 0,
    batches: [],
    load: null,
    loadCount: 0,
    acknowledged: [],
    failed: [],
    correlationId: 0,
    sent: {},
    dueAt: now + 1,
  };
}
