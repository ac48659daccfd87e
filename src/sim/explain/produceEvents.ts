import type { ProduceEvent, PromiseBroken } from '../event';
import { meaningOf } from '../kafkaError';
import { NO_LEADER } from '../ids';
import type { KafkaError } from '../kafkaError';
import type { Explanation } from './explanation';
import { list, nodeName, offsets, records, sentence, times } from './words';

type Of<Type extends ProduceEvent['type']> = Extract<ProduceEvent, { type: Type }>;

/** What a record sets out as. */
export function explainProduced(event: Of<'recordProduced'>): Explanation {
  const { producer, partition, key, value } = event;
  const chosen =
    key === null
      ? 'It waits a moment for others that could travel with it.'
      : `The hash of its key “${key}” chose the partition.`;
  return {
    what: `${sentence(nodeName(producer))} has ${records({ values: [value] })} for ${partition}.`,
    why: chosen,
    rule: 'linger.ms = 5, batch.size = 16384',
    where: 'KafkaProducer.send, RecordAccumulator.append',
  };
}

/** The leader wrote it. */
export function explainAppended(event: Of<'recordsAppended'>): Explanation {
  const { broker, partition, baseOffset, lastOffset, leaderEpoch } = event;
  return {
    what: `${partition}: broker ${broker} appended ${offsets(baseOffset, lastOffset)}.`,
    why: whyAppended(event),
    rule: `stamped with leader epoch ${leaderEpoch}; written to the page cache, not flushed`,
    where: 'ReplicaManager.appendRecords, UnifiedLog.appendAsLeader',
  };
}

const APPENDED =
  'Only the leader takes writes. Until the followers have fetched it, it is not committed.';

function whyAppended({ leaderNow }: Of<'recordsAppended'>): string {
  if (leaderNow === undefined) return APPENDED;
  const truth =
    leaderNow === NO_LEADER
      ? 'Nobody does by now: whose log will count is open.'
      : `Broker ${leaderNow} does by now: that log counts, and what it lacks is cut off here.`;
  return `It believes that it still leads. ${truth}`;
}

/** A retry that had arrived the first time. */
export function explainDuplicate(event: Of<'duplicateFound'>): Explanation {
  const { broker, partition, baseOffset, lastOffset } = event;
  return {
    what: `${partition}: broker ${broker} already had ${offsets(baseOffset, lastOffset)}.`,
    why: 'The retry has the sequence number of a batch in the log: nothing is written twice.',
    rule: 'enable.idempotence = true; five batches are remembered',
    where: 'UnifiedLog.analyzeAndValidateProducerState',
  };
}

/** The leader said no, before or after it wrote. */
export function explainRefused(event: Of<'produceRefused'>): Explanation {
  const { broker, partition, error, appended } = event;
  return {
    what: `${partition}: broker ${broker} answered ${error}.`,
    why: `${sentence(refusalReason(event))} ${whatStays(event)}`,
    rule: refusalRule(event),
    where: appended ? 'DelayedProduce.tryComplete' : 'ReplicaManager.appendRecords',
  };
}

function whatStays({ appended, error, leaderNow }: Of<'produceRefused'>): string {
  if (!appended) return 'Nothing was written.';
  return error === 'NOT_LEADER_OR_FOLLOWER' || leaderNow !== undefined
    ? 'What it wrote stays in its log only if the new leader has it too.'
    : 'It stays in the log and may still be committed.';
}

function refusalReason({ error, inSyncCount, minInsyncReplicas }: Of<'produceRefused'>): string {
  switch (error) {
    case 'NOT_ENOUGH_REPLICAS':
      return `${inSyncCount} in sync is less than the minimum of ${minInsyncReplicas}.`;
    case 'NOT_ENOUGH_REPLICAS_AFTER_APPEND':
      return `the in-sync set shrank to ${inSyncCount} after the write.`;
    case 'REQUEST_TIMED_OUT':
      return 'the high watermark did not pass the record in time.';
    case 'NOT_LEADER_OR_FOLLOWER':
      return 'it does not lead the partition any more.';
    case 'KAFKA_STORAGE_ERROR':
      return 'the directory that holds the partition cannot be read any more.';
    case 'UNKNOWN_TOPIC_OR_PARTITION':
      return 'the broker has not heard of this partition yet.';
    case 'OUT_OF_ORDER_SEQUENCE_NUMBER':
      return 'its sequence does not follow the last one that the log has of this producer.';
    case 'INVALID_PRODUCER_EPOCH':
      return 'the log has records of this producer under a newer epoch.';
    default:
      return 'the broker does not accept this batch.';
  }
}

function refusalRule({ error, minInsyncReplicas }: Of<'produceRefused'>): string {
  if (error === 'REQUEST_TIMED_OUT') return 'request.timeout.ms = 30000';
  if (error === 'NOT_LEADER_OR_FOLLOWER')
    return 'only the leader of the present epoch takes writes';
  if (error === 'NOT_ENOUGH_REPLICAS' || error === 'NOT_ENOUGH_REPLICAS_AFTER_APPEND') {
    return `min.insync.replicas = ${minInsyncReplicas}, acks = all`;
  }
  return `${error}, code ${meaningOf(error).code}`;
}

/** The promise. */
export function explainAcknowledged(event: Of<'recordsAcknowledged'>): Explanation {
  const { producer, partition, acks, baseOffset, lastOffset, broker, isAlone } = event;
  if (acks === 0) {
    return {
      what: `${partition}: ${records(event)} sent to broker ${broker}; nobody confirms it.`,
      why: 'With acks=0 the producer asks for no answer, so it never learns of a loss.',
      rule: 'acks = 0',
      where: 'Sender.sendProduceRequest',
      simplification: 'M32',
    };
  }
  const alone = `, and that is broker ${broker} alone.`;
  const inSync = isAlone === true ? alone : ': it lives on as long as one of them does.';
  const why =
    acks === 1
      ? `With acks=1 broker ${broker} alone has promised it; the others may not have it yet.`
      : `Every replica in sync has it${inSync}`;
  const written = `${offsets(baseOffset, lastOffset)} written`;
  return {
    what: `${partition}: ${nodeName(producer)} is told: ${written}.`,
    why,
    rule: `acks = ${acks}`,
    where: acks === 1 ? 'ReplicaManager.appendRecords' : 'DelayedProduce.onComplete',
  };
}

/** It is sent again. */
export function explainRetried(event: Of<'produceRetried'>): Explanation {
  const { producer, partition, error, attempts } = event;
  const what = `${nodeName(producer)} will send ${records(event)} again after ${error}.`;
  const retried = {
    what: `${partition}: ${what}`,
    why: retryReason(error, attempts),
    rule: 'retry.backoff.ms = 100 to 1000, 0 for a new leader; delivery.timeout.ms = 120000',
    where: 'Sender.completeBatch, Sender.reenqueueBatch',
  };
  // Kafka's producer would have kept a record for a broker that it cannot connect to.
  return error === 'NETWORK_EXCEPTION' ? { ...retried, simplification: 'M32' } : retried;
}

function retryReason(error: KafkaError, attempts: number): string {
  const tries = `It was sent ${times(attempts)}.`;
  if (error === 'NETWORK_EXCEPTION') {
    return `${tries} The connection closed, so it asks another broker who leads now.`;
  }
  if (error === 'REQUEST_TIMED_OUT') {
    return `${tries} Nobody answered for 30 s, so it closes the connection and asks who leads.`;
  }
  if (error === 'NOT_ENOUGH_REPLICAS') {
    return `${tries} The leader is right, the time is not: it tries the same broker again.`;
  }
  if (error === 'OUT_OF_ORDER_SEQUENCE_NUMBER') {
    return `${tries} It waits for what is missing, or counts from 0 under a new producer epoch.`;
  }
  return `${tries} The number of retries has no limit, only their time.`;
}

/** The producer gives up. */
export function explainFailed(event: Of<'deliveryFailed'>): Explanation {
  const { producer, partition, error, mayBeWritten } = event;
  return {
    what: `${partition}: ${nodeName(producer)} gave up on ${records(event)} (${error}).`,
    why: mayBeWritten
      ? 'It was sent, so it may stand in a log all the same: a failure is not proof of absence.'
      : 'No leader took what was sent, so nothing was written.',
    rule:
      error === 'TimeoutException'
        ? 'delivery.timeout.ms = 120000'
        : `${error} is an answer that no retry would change`,
    where: 'Sender.failBatch, ProducerBatch.hasReachedDeliveryTimeout',
  };
}

/** A client learnt of another leader. */
export function explainMetadata({ client, changed }: Of<'metadataRefreshed'>): Explanation {
  const news = changed.map(({ partition, leader }) =>
    leader === -1 ? `${partition} has no leader` : `broker ${leader} leads ${partition}`,
  );
  return {
    what: `${sentence(nodeName(client))} learnt that ${list(news)}.`,
    why: 'Clients send to leaders only; who leads they learn by asking any broker.',
    rule: 'metadata.max.age.ms = 300000, or at once after an error',
    where: 'NetworkClient.DefaultMetadataUpdater, KafkaApis.handleTopicMetadataRequest',
  };
}

/** A consumer got it. */
export function explainConsumed(event: Of<'recordsConsumed'>): Explanation {
  const { consumer, broker, partition, baseOffset, lastOffset } = event;
  const read = offsets(baseOffset, lastOffset);
  return {
    what: `${partition}: ${nodeName(consumer)} read ${read} on broker ${broker}.`,
    why: 'It sees only what lies below the high watermark of the replica that it reads from.',
    rule: 'isolation.level; from the leader, unless it names a nearer replica',
    where: 'Partition.fetchRecords, FetchCollector.fetchRecords',
  };
}

/** What was promised is gone. */
export function explainBrokenPromise(event: PromiseBroken): Explanation {
  const { partition, acks, by } = event;
  return {
    what: `${partition}: ${records(event)} ${acks === 0 ? 'sent' : 'acknowledged'}, and lost.`,
    why: lossReason(event),
    rule: lossRule(by, acks),
    where: 'no place in Kafka: the settings permit it',
  };
}

function lossReason({ leader, by, acks, values }: PromiseBroken): string {
  const it = values.length === 1 ? 'it' : 'them';
  switch (by) {
    case 'uncleanElection':
      return `Broker ${leader} was elected though it was not in sync, and does not have ${it}.`;
    case 'dataLoss':
      return `Broker ${leader} lost its copy, and no other that could go on has ${it}.`;
    case 'acks':
      return `Broker ${leader} never got ${it}. ${lossByAcks(acks, it)}`;
    default:
      return by satisfies never;
  }
}

function lossRule(by: PromiseBroken['by'], acks: PromiseBroken['acks']): string {
  if (by === 'acks') return `acks = ${acks}`;
  return by === 'dataLoss'
    ? 'copies are all there is: nobody waits for a flush (log.flush.interval.messages)'
    : 'an unclean election: allowed, asked for, or of the last known leader (KIP-966)';
}

function lossByAcks(acks: PromiseBroken['acks'], it: string): string {
  if (acks === 0) return `With acks=0 nobody had said that a leader wrote ${it}.`;
  return `Only the old leader had promised ${it}; acks=all would have waited for the others.`;
}
