import type { NetworkEvent } from '../event/network';
import { brokerOf } from '../ids';
import type { Explanation } from './explanation';
import { nodeName } from './words';

/** What befell a link. */
export function explainNetwork(event: NetworkEvent): Explanation {
  const told = {
    rule: ruleOfLink(event),
    where: 'the network between machines',
  };
  if (event.type === 'linkCut') {
    const why = whatACutMeans(event);
    return { what: `${link(event)} is cut.`, why, ...told, simplification: 'M22' };
  }
  const why =
    'What was lost stays lost: whoever waits for an answer tries again when its time is over.';
  const healed = { what: `${link(event)} works again.`, why, ...told };
  // A broker that was cut off from the controller beats again sooner than Kafka's would.
  return isOfController(event) ? { ...healed, simplification: 'M24' } : healed;
}

function link({ from, to, bothWays }: NetworkEvent): string {
  const [one, other] = [nodeName(from), nodeName(to)];
  return bothWays ? `The link between ${one} and ${other}` : `The way from ${one} to ${other}`;
}

function isOfController({ from, to }: NetworkEvent): boolean {
  return from === 'controller' || to === 'controller';
}

function whatACutMeans(event: NetworkEvent): string {
  const { from, to, bothWays } = event;
  if (!isOfController(event)) {
    return brokerOf(from) !== null && brokerOf(to) !== null
      ? 'Who copies across it gets nothing: after 30 s it is out of sync if it lacks a record.'
      : 'No connection is closed: who waits for an answer learns of it by a timeout only.';
  }
  const broker = brokerOf(from === 'controller' ? to : from);
  if (broker === null) return 'These two never talk, so nobody misses anything.';
  // Kafka's TCP would need the other way to make or keep a connection (M22).
  return from === 'controller' && !bothWays
    ? `Broker ${broker} is still heard, so it stays unfenced, but hears of no decision any more.`
    : `Without heartbeats broker ${broker} is fenced after 9 s; it goes on as if nothing were.`;
}

function ruleOfLink(event: NetworkEvent): string {
  const { from, to } = event;
  if (isOfController(event)) {
    return 'broker.session.timeout.ms = 9000, controller.quorum.request.timeout.ms = 2000';
  }
  return brokerOf(from) !== null && brokerOf(to) !== null
    ? 'replica.socket.timeout.ms = 30000, replica.lag.time.max.ms = 30000'
    : 'request.timeout.ms = 30000, delivery.timeout.ms = 120000';
}
