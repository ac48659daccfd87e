import type { BrokerState } from '../broker/state';
import { NO_LEADER, brokerIdsIn, partitionIdsIn, topicOf } from '../ids';
import type { BrokerId } from '../ids';
import { rowOf, rowsOf } from '../table';
import type { World } from '../world';
import type { Proposal } from './agreedProposals';
import { answers } from './latestOffset';

/** A metric that operators watch, at this moment. */
export interface Figure {
  readonly name: string;
  /** Its MBean, in JMX. */
  readonly bean: string;
  /** What it counts, in a sentence. */
  readonly words: string;
  /** By who tells it; null while that process does not answer. */
  readonly told: readonly { readonly by: string; readonly value: number | null }[];
  /** Anything but 0 means trouble. */
  readonly alarms: boolean;
}

interface Led {
  readonly inSync: number;
  /** Without those that a reassignment is adding. */
  readonly replicas: number;
  readonly minimum: number;
}

/**
 * What the controller and each broker would tell, given the proposals of in-sync sets to which the
 * controller agreed since the process of the leader began: a process counts from nothing.
 */
export function operatorFigures(world: World, agreed: readonly Proposal[]): readonly Figure[] {
  const [offline, ...aboutBrokers] = controllerFigures(world);
  const [leaders, ...atLeaders] = brokerFigures(world);
  return [offline, ...atLeaders, ...changeFigures(world, agreed), ...aboutBrokers, leaders];
}

function controllerFigures({ controller }: World): readonly [Figure, ...Figure[]] {
  const { image, uncleanElections } = controller;
  const partitions = rowsOf(image.partitions);
  const brokers = rowsOf(image.brokers);
  const tell = (
    name: string,
    words: string,
    value: number,
    alarms = true,
    type = 'KafkaController',
  ): Figure => ({
    name,
    bean: beanOf('kafka.controller', type, name),
    words,
    told: [{ by: 'controller', value }],
    alarms,
  });
  const leaderless = partitions.filter(({ leader }) => leader === NO_LEADER);
  const fenced = brokers.filter((broker) => broker.fenced).length;
  const moved = partitions.filter(({ leader, replicas }) => leader !== replicas[0]);
  const unclean = rowsOf(uncleanElections).reduce((sum, one) => sum + one, 0);
  return [
    tell('OfflinePartitionsCount', 'Partitions without a leader.', leaderless.length),
    tell('FencedBrokerCount', 'Registered brokers that may not serve.', fenced),
    tell('ActiveBrokerCount', 'Registered brokers that may serve.', brokers.length - fenced, false),
    tell(
      'PreferredReplicaImbalanceCount',
      'Partitions that another than the first replica leads.',
      moved.length,
      false,
    ),
    tell(
      'UncleanLeaderElectionsPerSec',
      'Leaders elected that were not in sync. Here: how often so far (Count).',
      unclean,
      true,
      'ControllerStats',
    ),
  ];
}

function beanOf(domain: string, type: string, name: string): string {
  return `${domain}:type=${type},name=${name}`;
}

function brokerFigures(world: World): readonly [Figure, ...Figure[]] {
  const tell = (
    name: string,
    words: string,
    counts: (one: Led) => boolean,
    alarms = true,
  ): Figure => ({
    name,
    bean: beanOf('kafka.server', 'ReplicaManager', name),
    words,
    alarms,
    told: byBroker(world, (broker) => ledBy(broker).filter(counts).length),
  });
  return [
    tell('LeaderCount', 'Partitions that it believes to lead.', () => true, false),
    tell(
      'UnderReplicatedPartitions',
      'Of those it leads: fewer in sync than replicas.',
      ({ inSync, replicas }) => inSync < replicas,
    ),
    tell(
      'UnderMinIsrPartitionCount',
      'Of those it leads: fewer in sync than min.insync.replicas.',
      ({ inSync, minimum }) => inSync < minimum,
    ),
    tell(
      'AtMinIsrPartitionCount',
      'Of those it leads: just as many in sync as min.insync.replicas.',
      ({ inSync, minimum }) => inSync === minimum,
      false,
    ),
  ];
}

function byBroker(world: World, valueOf: (broker: BrokerState) => number): Figure['told'] {
  return rowsOf(world.brokers).map((broker) => ({
    by: `broker ${broker.id}`,
    value: answers(broker) ? valueOf(broker) : null,
  }));
}

// As the broker itself sees it (Partition.isUnderReplicated, Partition.isUnderMinIsr).
function ledBy({ image, replicas }: BrokerState): readonly Led[] {
  return rowsOf(replicas).flatMap(({ partition, role }) => {
    const known = image.partitions[partition];
    if (role.type !== 'leader' || known === undefined) return [];
    const minimum = image.topics[topicOf(partition)]?.minInsyncReplicas ?? 1;
    return [
      {
        inSync: role.inSync.inSync.length,
        replicas: known.replicas.length - known.adding.length,
        minimum: Math.min(minimum, known.replicas.length),
      },
    ];
  });
}

function changeFigures(world: World, agreed: readonly Proposal[]): readonly Figure[] {
  const tell = (name: string, change: 'shrink' | 'expand'): Figure => ({
    name,
    bean: beanOf('kafka.server', 'ReplicaManager', name),
    words: 'Proposed by the leader, and agreed. Here: how often since its process began (Count).',
    alarms: false,
    told: brokerIdsIn(world.brokers).map((id) => ({
      by: `broker ${id}`,
      value: countOf(id, change),
    })),
  });
  const countOf = (id: BrokerId, change: 'shrink' | 'expand') => {
    if (!answers(rowOf(world.brokers, id))) return null;
    return agreed.filter((one) => one.broker === id && one.change === change).length;
  };
  return [tell('IsrShrinksPerSec', 'shrink'), tell('IsrExpandsPerSec', 'expand'), lag(world)];
}

// What a consumer knows of the end is the high watermark that its last answer carried.
function lag(world: World): Figure {
  return {
    name: 'records-lag',
    bean: 'kafka.consumer:type=consumer-fetch-manager-metrics,partition=…,topic=…,client-id=…',
    words: 'How far the position of a consumer is behind the end that it was told last.',
    alarms: false,
    told: rowsOf(world.consumers).flatMap(({ id, positions, fetches }) =>
      partitionIdsIn(positions).map((partition) => {
        const end = rowsOf(fetches)
          .filter(({ partitions }) => partitions.includes(partition))
          .map(({ broker }) => world.brokers[broker]?.sessions[id]?.positions[partition])
          .at(0)?.answeredHighWatermark;
        const isKnown = end !== undefined && end >= 0;
        const value = isKnown ? Math.max(0, end - (positions[partition] ?? 0)) : null;
        return { by: `${id}, ${partition}`, value };
      }),
    ),
  };
}
