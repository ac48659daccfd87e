import { brokerIdsIn, type PartitionId, partitionIdsIn } from '../../sim/ids';
import type { World } from '../../sim/world';
import type { Subject } from '../../share/subject';
import { clientIdsIn } from '../clientIdsIn';

interface SubjectGroup {
  readonly word: string;
  readonly subjects: readonly Subject[];
}

/** Everything that can be inspected at a moment. */
export function subjectsIn(world: World): readonly SubjectGroup[] {
  const partitions = partitionIdsIn(world.controller.image.partitions);
  const brokers = brokerIdsIn(world.brokers);
  const clients = [...clientIdsIn(world.producers), ...clientIdsIn(world.consumers)];
  return [
    { word: 'Controller', subjects: [{ type: 'controller' }] },
    { word: 'Brokers', subjects: brokers.map((broker) => ({ type: 'broker', broker })) },
    { word: 'Clients', subjects: clients.map((client) => ({ type: 'client', client })) },
    {
      word: 'Partitions',
      subjects: partitions.map((partition) => ({ type: 'partition', partition })),
    },
    {
      word: 'Replicas',
      subjects: partitions.flatMap((partition) => replicasOf(world, partition)),
    },
  ];
}

function replicasOf({ brokers }: World, partition: PartitionId): readonly Subject[] {
  return brokerIdsIn(brokers).flatMap((broker) =>
    brokers[broker]?.replicas[partition] ? [{ type: 'replica', broker, partition }] : [],
  );
}

/** What a subject is called: `Broker 2`, `orders-0 on broker 2`. */
export function subjectName(subject: Subject): string {
  switch (subject.type) {
    case 'controller':
      return 'Controller';
    case 'broker':
      return `Broker ${subject.broker}`;
    case 'client':
      return subject.client.replace('-', ' ').replace(/^./, (first) => first.toUpperCase());
    case 'partition':
      return subject.partition;
    case 'replica':
      return `${subject.partition} on broker ${subject.broker}`;
    case 'record':
      return 'A record';
    case 'message':
      return 'A message';
    default:
      return subject satisfies never;
  }
}
