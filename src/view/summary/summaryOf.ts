import type { Hidden } from '../../lessons/scene';
import { logEndOffset } from '../../sim/broker/log';
import type { BrokerState } from '../../sim/broker/state';
import type { ConsumerState, ProducerState } from '../../sim/client/state';
import type { PartitionRegistration } from '../../sim/controller/state';
import { NO_LEADER, type PartitionId, partitionIdsIn } from '../../sim/ids';
import type { Flight } from '../../sim/message';
import { promisesOf } from '../../sim/promises';
import { rowsOf } from '../../sim/table';
import { underWay } from '../../sim/underWay';
import type { World } from '../../sim/world';
import { nodeName } from '../nodeName';
import { brokerStatus } from '../stage/broker/brokerStatus';
import { brokerTags } from '../stage/broker/brokerTags';
import { consumerTrouble, positionWords } from '../stage/cards/consumerWords';

/** More than these would be a list of messages, and there is one: the panel Wire. */
const MESSAGES_MAX = 6;

export interface SummaryPart {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The cluster of one moment in words, for those who do not see the picture. */
export function summaryOf(world: World, hides: readonly Hidden[]): readonly SummaryPart[] {
  const { brokers, producers, consumers, controller } = world;
  const { partitions } = controller.image;
  return [
    { title: 'Brokers', lines: rowsOf(brokers).map((each) => brokerLine(each, world)) },
    {
      title: 'Partitions',
      lines: partitionIdsIn(partitions).flatMap((id) => {
        const decided = partitions[id];
        return decided ? partitionLine(id, decided, world) : [];
      }),
    },
    {
      title: 'Clients',
      lines: [
        ...(hides.includes('producers')
          ? []
          : rowsOf(producers).map((each) => producerLine(each, world))),
        ...(hides.includes('consumers') ? [] : rowsOf(consumers).map(consumerLine)),
      ],
    },
    { title: 'Messages under way', lines: messageLines(underWay(world)) },
  ].filter(({ lines }) => lines.length > 0);
}

function brokerLine(broker: BrokerState, { controller, network }: World): string {
  const { id, rack } = broker;
  const registered = controller.image.brokers[id];
  const status = brokerStatus(broker, registered);
  const node = `broker-${id}`;
  const cut = network.cutLinks
    .filter(({ from, to }) => from === node || to === node)
    .map(({ from, to }) => `${nodeName(from)} → ${nodeName(to)}`);
  return [
    `Broker ${id}: ${status}`,
    ...(registered?.fenced && status !== 'fenced' ? ['fenced'] : []),
    ...brokerTags(broker).map(({ long }) => long),
    ...(rack === null ? [] : [`rack ${rack}`]),
    ...(cut.length === 0 ? [] : [`links cut: ${cut.join(', ')}`]),
  ].join(', ');
}

/** `orders-0: leader broker 1; leader epoch 0; in sync 1, 2, 3; high watermark 4; …`. */
function partitionLine(id: PartitionId, decided: PartitionRegistration, { brokers }: World) {
  const { leader, leaderEpoch, inSync, replicas } = decided;
  const leading = brokers[leader]?.replicas[id];
  const ends = replicas.flatMap((broker) => {
    const replica = brokers[broker]?.replicas[id];
    return replica ? `broker ${broker} at ${logEndOffset(replica.log)}` : [];
  });
  return [
    `${id}: ${leader === NO_LEADER ? 'no leader' : `leader broker ${leader}`}`,
    `leader epoch ${leaderEpoch}`,
    `in sync ${inSync.join(', ') || 'nobody'}`,
    ...(leading ? [`high watermark ${leading.highWatermark}`] : []),
    `log end of ${ends.join(', of ') || 'nobody'}`,
  ].join('; ');
}

function producerLine(producer: ProducerState, world: World): string {
  const { id, acks, load } = producer;
  const counts = promisesOf(world, [producer]);
  const { acknowledged, safe, lost, failed } = counts;
  return [
    `${capital(nodeName(id))}: acks=${acks}`,
    `${acknowledged} acknowledged, ${safe} safe, ${lost} lost`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(counts.underWay > 0 ? [`${counts.underWay} not answered yet`] : []),
    ...(load ? [`${load.recordsPerSecond} records a second`] : []),
  ].join('; ');
}

function consumerLine(consumer: ConsumerState): string {
  const { id, group } = consumer;
  const [trouble] = consumerTrouble(consumer);
  const where = positionWords(consumer) || 'reads nothing yet';
  return `${capital(nodeName(id))}, group ${group}: ${where}${trouble ? `; ${trouble}` : ''}`;
}

function messageLines(flights: readonly Flight[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { message, from, to } of flights) {
    const words = `${capital(message.type)} from ${nodeName(from)} to ${nodeName(to)}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const lines = [...counts].map(([words, count]) => (count === 1 ? words : `${count} × ${words}`));
  const more = lines.length - MESSAGES_MAX;
  return more > 0 ? [...lines.slice(0, MESSAGES_MAX), `and ${more} more`] : lines;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
