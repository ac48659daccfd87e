import { brokerIdsIn } from '../ids';
import type { BrokerId } from '../ids';
import type { World } from '../world';

/** The port of `listeners` in the configuration that comes with Kafka. */
const PORT = 9092;

/** `--bootstrap-server` with a broker that can be asked. */
export function bootstrapServer(world: World): string {
  return `--bootstrap-server ${brokerAddress(world)}`;
}

/** Host and port of the first broker that serves, or just of the first one. */
function brokerAddress({ controller, brokers }: World): string {
  const { image } = controller;
  const ids = brokerIdsIn(image.brokers);
  const serves = (id: BrokerId) =>
    image.brokers[id]?.fenced === false && brokers[id]?.lifecycle === 'RUNNING';
  return `broker-${ids.find(serves) ?? ids[0] ?? 1}:${PORT}`;
}
