import type { MessageLost } from '../event';
import type { NetworkEvent } from '../event/network';
import { brokerOf } from '../ids';
import type { Explanation } from './explanation';
import { nodeName, sentence } from './words';

/** What befell a link. */
export function explainNetwork(event: NetworkEvent): Explanation {
  const isCut = event.type === 'linkCut';
  const [from, to] = [nodeName(event.from), nodeName(event.to)];
  const fate = isCut ? 'is cut' : 'works again';
  return {
    what: event.bothWays
      ? `The link between ${from} and ${to} ${fate}.`
      : `The way from ${from} to ${to} ${fate}.`,
    why: isCut
      ? whatACutMeans(event)
      : 'What was lost stays lost: whoever waits for an answer tries again when its time is over.',
    rule: ruleOfLink(event),
    where: 'no place in Kafka: it is the network between its machines',
  };
}

function whatACutMeans({ from, to, bothWays }: NetworkEvent): string {
  if (from !== 'controller' && to !== 'controller') {
    return brokerOf(from) !== null && brokerOf(to) !== null
      ? 'No connection is closed: who copies across it copies nothing, and lags after 30 s.'
      : 'No connection is closed: who waits for an answer learns of it by a timeout only.';
  }
  const broker = brokerOf(from === 'controller' ? to : from);
  if (broker === null) return 'These two never talk, so nobody misses anything.';
  return from === 'controller' && !bothWays
    ? `Broker ${broker} is heard and so stays unfenced, but it hears of no decision any more.`
    : `Without heartbeats broker ${broker} is fenced after 9 s; it goes on as if nothing were.`;
}

function ruleOfLink({ from, to }: NetworkEvent): string {
  if (from === 'controller' || to === 'controller') {
    return 'broker.session.timeout.ms = 9000, controller.quorum.request.timeout.ms = 2000';
  }
  return brokerOf(from) !== null && brokerOf(to) !== null
    ? 'replica.socket.timeout.ms = 30000, replica.lag.time.max.ms = 30000'
    : 'request.timeout.ms = 30000, delivery.timeout.ms = 120000';
}

/** A message died. */
export function explainLost({ from, to, message, because }: MessageLost): Explanation {
  const [sender, receiver] = [nodeName(from), nodeName(to)];
  if (because === 'receiverDown') {
    return {
      what: `${sentence(receiver)} is down: a message from ${sender} reached nobody.`,
      why: 'Its machine closes the connection, so the sender learns of it at once.',
      rule: message.endsWith('Request')
        ? 'NETWORK_EXCEPTION'
        : 'the answer is not missed by anybody',
      where: 'NetworkClient.processDisconnection',
    };
  }
  const isOff = because === 'machineOff';
  return {
    what: isOff
      ? `The machine of ${receiver} is off: a message from ${sender} vanished.`
      : `The way from ${sender} to ${receiver} is cut: a message was lost.`,
    why: 'No connection is closed by that, so only the time that passes tells anybody.',
    rule: timeoutOf(message),
    where: 'NetworkClient.handleTimedOutRequests',
  };
}

function timeoutOf(message: MessageLost['message']): string {
  switch (message) {
    case 'produceRequest':
    case 'produceResponse':
    case 'metadataRequest':
    case 'metadataResponse':
      return 'request.timeout.ms = 30000';
    case 'fetchRequest':
    case 'fetchResponse':
    case 'listOffsetsRequest':
    case 'listOffsetsResponse':
      return 'replica.socket.timeout.ms = 30000; request.timeout.ms = 30000 of a consumer';
    case 'alterPartitionRequest':
    case 'alterPartitionResponse':
      return 'controller.socket.timeout.ms = 30000';
    case 'brokerHeartbeatRequest':
    case 'brokerHeartbeatResponse':
      return 'broker.heartbeat.interval.ms = 2000, broker.session.timeout.ms = 9000';
    case 'brokerRegistrationRequest':
    case 'brokerRegistrationResponse':
      return 'half of broker.session.timeout.ms, then broker.heartbeat.interval.ms';
    case 'metadataFetchRequest':
    case 'metadataFetchResponse':
      return 'controller.quorum.request.timeout.ms = 2000';
    case 'connectionClosed':
      return 'who is told of no closed connection waits for its own timeout';
    default:
      return message satisfies never;
  }
}
