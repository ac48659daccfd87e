import type { AdministrationEvent } from '../event/administration';
import type { Explanation } from './explanation';
import { brokers, nodeName, sentence, set } from './words';

type Of<Type extends AdministrationEvent['type']> = Extract<AdministrationEvent, { type: Type }>;

/** A partition is to live on other replicas: its reassignment has begun. */
export function explainStarted(event: Of<'reassignmentStarted'>): Explanation {
  const { partition, from, to, adding, removing } = event;
  return {
    what: `${partition} is to live on ${set(to)} instead of ${set(from)}.`,
    why: startReason(event),
    rule: `adding ${set(adding)}, removing ${set(removing)} (KIP-455)`,
    where: 'PartitionReassignmentReplicas; kafka-reassign-partitions.sh --execute',
  };
}

function startReason({ adding, removing }: Of<'reassignmentStarted'>): string {
  if (adding.length > 0) {
    return `${sentence(brokers(adding))} must copy it and be in sync before anybody leaves.`;
  }
  if (removing.length > 0) return 'Who leaves is taken out when those that stay are in sync.';
  return 'The first in the order is the preferred leader; nothing is copied for that.';
}

/** All that were added are in sync: a reassignment is complete. */
export function explainCompleted(event: Of<'reassignmentCompleted'>): Explanation {
  const { partition, replicas, removed } = event;
  return {
    what: `${partition} lives on ${set(replicas)} now: its reassignment is complete.`,
    why:
      removed.length === 0
        ? 'Nobody had to leave.'
        : `${sentence(brokers(removed))} left the assignment, so the leader epoch went up.`,
    rule: 'all newcomers in sync; with fewer copies than before, the whole target',
    where: 'PartitionReassignmentReplicas.maybeCompleteReassignment',
  };
}

/** A reassignment is cancelled: who was added is taken out again. */
export function explainCancelled({
  partition,
  replicas,
}: Of<'reassignmentCancelled'>): Explanation {
  return {
    what: `${partition} stays on ${set(replicas)}: its reassignment was cancelled.`,
    why: 'The newcomers are taken out again. The others keep the order that they had by now.',
    rule: 'only newcomers in sync: cancelled only with unclean.leader.election.enable',
    where: 'PartitionReassignmentRevert; kafka-reassign-partitions.sh --cancel',
  };
}

/** A broker deletes its copy of a partition that it is no replica of any more. */
export function explainDeleted({ broker, partition }: Of<'replicaDeleted'>): Explanation {
  return {
    what: `${partition}: broker ${broker} deleted its copy.`,
    why: 'It has heard that it is no replica of this partition any more.',
    rule: 'file.delete.delay.ms = 60000',
    where: 'ReplicaManager.applyDelta, LogManager.asyncDelete',
  };
}

/** A broker of a new id joins, without replicas. */
export function explainAdded({ broker, rack }: Of<'brokerAdded'>): Explanation {
  const where = rack === null ? '' : ` in rack ${rack}`;
  return {
    what: `Broker ${broker} starts on a new machine${where}.`,
    why: 'It gets nothing by itself: Kafka moves no replica that nobody has asked it to move.',
    rule: `node.id = ${broker}; registration starts fenced`,
    where: 'BrokerLifecycleManager, ClusterControlManager.registerBroker',
  };
}

/** The controller forgets a broker. */
export function explainUnregistered({ broker }: Of<'brokerUnregistered'>): Explanation {
  return {
    what: `Broker ${broker} is struck off the list of brokers.`,
    why: 'It stays in each assignment that names it: only a reassignment takes it out of those.',
    rule: 'kafka-cluster.sh unregister',
    where: 'ReplicationControlManager.unregisterBroker',
    simplification: 'M27',
  };
}

/** A topic is created, and its partitions are placed. */
export function explainTopic(event: Of<'topicCreated'>): Explanation {
  const { topic, partitions, replicationFactor } = event;
  const copies = replicationFactor === 1 ? '1 copy' : `${replicationFactor} copies`;
  return {
    what: `Topic ${topic} was created: ${partitionCount(partitions)} with ${copies} of each.`,
    why: 'Leaders are spread over the brokers; each broker makes its copies when it hears of it.',
    rule: 'all replicas that are alive are in sync at once, for there is nothing to copy',
    where: 'ReplicationControlManager.createTopic, StripedReplicaPlacer',
  };
}

function partitionCount(partitions: number): string {
  return `${partitions} partition${partitions === 1 ? '' : 's'}`;
}

/** A producer or a consumer joins. */
export function explainClientAdded({ client, rack }: Of<'clientAdded'>): Explanation {
  return {
    what: `${sentence(nodeName(client))} starts${rack === null ? '' : ` in rack ${rack}`}.`,
    why: 'It knows its bootstrap list only, and asks any broker who leads what.',
    rule: 'bootstrap.servers, client.id',
    where: 'KafkaProducer, KafkaConsumer',
  };
}
