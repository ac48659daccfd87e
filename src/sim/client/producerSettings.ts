import type { Acks } from '../config';
import { isIdempotent } from './newProducer';
import type { ProducerState } from './state';
import type { ProducerTurn } from './turn';

/**
 * The application starts its producer again with other acks. Records that wait go out under the new
 * one. Only acks=all leaves idempotence on (ProducerConfig).
 */
export function changeAcks(turn: ProducerTurn, acks: Acks): void {
  const { id, acks: from } = turn.producer;
  restart(turn, { acks });
  turn.wire.events.push({ type: 'acksChanged', producer: id, from, to: acks });
}

/** The application starts its producer again with another `enable.idempotence`. */
export function changeIdempotence(turn: ProducerTurn, to: boolean): void {
  restart(turn, { enableIdempotence: to });
  const { id: producer, acks } = turn.producer;
  turn.wire.events.push({ type: 'idempotenceChanged', producer, to, acks });
}

/** Sends records at an even pace, or stops to. */
export function setLoad(turn: ProducerTurn, recordsPerSecond: number | null): void {
  const { id: producer } = turn.producer;
  if (recordsPerSecond === null) {
    turn.producer = { ...turn.producer, load: null };
    turn.wire.events.push({ type: 'loadStopped', producer });
    return;
  }
  turn.producer = { ...turn.producer, load: { recordsPerSecond, nextAt: turn.wire.now } };
  turn.wire.events.push({ type: 'loadStarted', producer, recordsPerSecond });
}

// A new producer has a new name for its series. What was sent already keeps the numbers it has.
function restart(
  turn: ProducerTurn,
  changes: Partial<Pick<ProducerState, 'acks' | 'enableIdempotence'>>,
): void {
  const changed = { ...turn.producer, ...changes };
  turn.producer = {
    ...changed,
    producerId: isIdempotent(changed) ? turn.takeProducerId() : -1,
    producerEpoch: 0,
    sequences: {},
    sticky: {},
  };
}
