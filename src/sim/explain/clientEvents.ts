import type { ClientEvent } from '../event/client';
import type { Explanation } from './explanation';
import { nodeName, offsets, records, sentence } from './words';

type Of<Type extends ClientEvent['type']> = Extract<ClientEvent, { type: Type }>;

/** What nobody could tell from a new record. */
export function explainDuplicateAppended(event: Of<'duplicateAppended'>): Explanation {
  const { broker, partition, baseOffset, lastOffset } = event;
  const where = offsets(baseOffset, lastOffset);
  return {
    what: `${partition}: broker ${broker} appended ${records(event)} again, at ${where}.`,
    why: 'It has no sequence number, so it passes for a new record: readers get it twice.',
    rule: 'enable.idempotence = false',
    where: 'ReplicaManager.appendRecords, ProducerStateManager',
  };
}

/** A producer has another enable.idempotence. */
export function explainIdempotence({ producer, to, acks }: Of<'idempotenceChanged'>): Explanation {
  const inForce = to
    ? 'It numbers its records, so that a leader can tell a retry from a new record.'
    : 'Its records have no numbers: a retry may be written twice, or after a later record.';
  return {
    what: `The application starts ${nodeName(producer)} again with enable.idempotence=${to}.`,
    why:
      to && acks !== 'all'
        ? `With acks=${acks} it stays off: the default gives way, where both are set Kafka throws.`
        : inForce,
    rule: 'enable.idempotence needs acks=all',
    where: 'ProducerConfig.postProcessAndValidateIdempotenceConfigs',
    simplification: 'M15',
  };
}

/** An error names the new leader (KIP-951). */
export function explainHint(event: Of<'leaderHinted'>): Explanation {
  const { client, broker, partition, leader, leaderEpoch } = event;
  const name = sentence(nodeName(client));
  return {
    what: `${partition}: broker ${broker} named broker ${leader} as the leader.`,
    why: `${name} goes there at once, without a pause and without asking for metadata first.`,
    rule: `KIP-951: leader epoch ${leaderEpoch} is newer than the one that it knew`,
    where: 'KafkaApis.getCurrentLeader, Metadata.updatePartitionLeadership',
  };
}
