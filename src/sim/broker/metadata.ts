import { brokerIdsIn, partitionIdsIn } from '../ids';
import type { NodeId, PartitionId } from '../ids';
import type { KnownLeader, MetadataRequest } from '../message';
import { rowOf } from '../table';
import { send } from './turn';
import type { BrokerTurn } from './turn';

/** Tells a client who leads what, as this broker believes. Fenced brokers are left out. */
export function answerMetadata(
  turn: BrokerTurn,
  from: NodeId,
  { correlationId }: MetadataRequest,
  isRoutine: boolean,
): void {
  const { image } = turn.broker;
  const leaders: { [partition in PartitionId]?: KnownLeader } = {};
  for (const partition of partitionIdsIn(image.partitions)) {
    const { leader, leaderEpoch } = rowOf(image.partitions, partition);
    leaders[partition] = { leader, leaderEpoch };
  }
  const brokers = brokerIdsIn(image.brokers).filter((id) => !rowOf(image.brokers, id).fenced);
  send(turn, from, { type: 'metadataResponse', correlationId, brokers, leaders }, isRoutine);
}
