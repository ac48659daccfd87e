import type { MessageLost } from '../event';
import type { WireEvent } from '../event/wire';
import type { NodeId } from '../ids';
import type { SimplificationId } from '../simplifications';
import type { Explanation } from './explanation';
import { nodeName, sentence } from './words';

const NETWORK = 'the network between machines';

/** What somebody has done to a message. */
export function explainWire({ type, from, to, message }: WireEvent): Explanation {
  const name = nameOf(message, from, to);
  switch (type) {
    case 'messageHeld':
      return {
        what: `${name} is held on its way.`,
        why: 'What is sent after it on this way waits behind it, for a connection keeps order.',
        rule: timeoutOf(message),
        where: NETWORK,
        simplification: 'M40',
      };
    case 'messageReleased':
      return {
        what: `${name} goes on.`,
        why: 'It comes late: an answer that is not awaited any more is thrown away.',
        rule: timeoutOf(message),
        where: NETWORK,
      };
    case 'messageHastened':
      return {
        what: `${name} arrives at once.`,
        why: 'A network may be that fast. What was sent before it on this way comes with it.',
        rule: 'no setting: clients and brokers wait for answers, not for a time',
        where: NETWORK,
      };
    case 'messageDuplicated':
      return {
        what: `${name} will arrive twice.`,
        ...whatASecondOneMeans(message),
        simplification: 'M39',
      };
    default:
      return type satisfies never;
  }
}

function whatASecondOneMeans(
  message: WireEvent['message'],
): Pick<Explanation, 'why' | 'rule' | 'where'> {
  if (message === 'produceRequest') {
    return {
      why: 'It stands for a retry whose first sending did arrive: only a sequence tells that.',
      rule: 'enable.idempotence = true',
      where: 'ProducerStateEntry.findDuplicateBatch',
    };
  }
  return message.endsWith('Response')
    ? {
        why: 'Who asked has its answer by then, and throws the second one away.',
        rule: 'a correlation_id is answered once',
        where: 'NetworkClient.handleCompletedReceives',
      }
    : {
        why: 'It stands for a retry whose first sending did arrive: it is answered twice.',
        rule: 'a request may be repeated: it is judged by its epochs',
        where: 'NetworkClient.handleTimedOutRequests',
      };
}

// By the name of its schema. The metadata log is fetched as any other.
function nameOf(message: WireEvent['message'], from: NodeId, to: NodeId): string {
  const ends = `from ${nodeName(from)} to ${nodeName(to)}`;
  if (message === 'connectionClosed') return `The end of a connection ${ends}`;
  const isOfLog = message.startsWith('metadataFetch');
  const name = isOfLog ? message.replace('metadataF', 'F') : sentence(message);
  return `The ${name} ${isOfLog ? 'for metadata ' : ''}${ends}`;
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
  if (because === 'dropped') {
    return {
      what: `${nameOf(message, from, to)} is lost.`,
      why: 'It stands for a connection that went dead: only the time that passes tells its sender.',
      rule: timeoutOf(message),
      where: 'NetworkClient.handleTimedOutRequests',
      simplification: message.startsWith('brokerRegistration') ? 'M25' : 'M39',
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
    simplification: simplificationOf(message, isOff),
  };
}

function simplificationOf(message: MessageLost['message'], isOff: boolean): SimplificationId {
  if (message.startsWith('brokerRegistration')) return 'M25';
  return isOff ? 'M23' : 'M22';
}

const TIMEOUTS: readonly (readonly [request: string, rule: string])[] = [
  ['fetch', 'replica.socket.timeout.ms = 30000; request.timeout.ms = 30000 of a consumer'],
  ['listOffsets', 'replica.socket.timeout.ms = 30000; request.timeout.ms = 30000 of a consumer'],
  ['alterPartition', 'controller.socket.timeout.ms = 30000'],
  ['brokerHeartbeat', 'broker.heartbeat.interval.ms = 2000, broker.session.timeout.ms = 9000'],
  ['brokerRegistration', 'half of broker.session.timeout.ms, then broker.heartbeat.interval.ms'],
  ['metadataFetch', 'controller.quorum.request.timeout.ms = 2000'],
  ['connectionClosed', 'who is told of no closed connection waits for its own timeout'],
];

// By the request, of which the answer bears the name, too. All others are those of clients.
function timeoutOf(message: MessageLost['message']): string {
  const found = TIMEOUTS.find(([request]) => message.startsWith(request));
  return found?.[1] ?? 'request.timeout.ms = 30000';
}
