import { brokerIdsIn } from '../ids';
import type { BrokerId } from '../ids';
import { rowsOf } from '../table';
import type { World } from '../world';
import { answers } from './latestOffset';
import { TIMED_OUT } from './toolOutput';
import type { ToolOutput } from './toolOutput';

/** The port of `listeners` in the configuration that comes with Kafka. */
const PORT = 9092;

/** `--bootstrap-server` with a broker that can be asked. */
export function bootstrapServer(world: World): string {
  const { brokers } = world.controller.image;
  return `--bootstrap-server broker-${askedBroker(world) ?? brokerIdsIn(brokers)[0] ?? 1}:${PORT}`;
}

/**
 * What a tool prints when no broker answers: its admin client finds no node for its first call.
 * Null as long as one does.
 *
 * @param words before those, where this tool has some of its own
 * @param call what it would ask first
 */
export function unanswered(
  world: World,
  command: string,
  words: string = TIMED_OUT,
  call = '…',
): ToolOutput | null {
  if (askedBroker(world) !== undefined) return null;
  return {
    command,
    output: `${words}Timed out waiting for a node assignment. Call: ${call}`,
    isTable: false,
    notes: ['No broker answers; the tool waits, and then gives up.'],
  };
}

/** The first broker that answers; one that is fenced only where there is no other. */
function askedBroker({ controller, brokers }: World): BrokerId | undefined {
  const registered = controller.image.brokers;
  const answering = rowsOf(brokers).filter(answers);
  return (answering.find(({ id }) => registered[id]?.fenced === false) ?? answering[0])?.id;
}
