import type { Stage } from '../../timeline/life/stage';
import { nodeName } from '../nodeName';

/** What happened to the record, in a few words. */
export function stageTitle({ kind, who, other, flight }: Stage): string {
  const name = nodeName(who);
  const otherName = other === null ? '' : nodeName(other);
  switch (kind) {
    case 'produced':
      return `Handed to ${name}`;
    case 'sent':
      return `Sent to ${otherName}${attemptOf(flight)}`;
    case 'received':
      return `Received by ${name}`;
    case 'waits':
      return `Waits at ${name}, which stands still`;
    case 'diedOnTheWay':
      return `Lost on the way to ${name}`;
    case 'appended':
      return `Appended by ${name}`;
    case 'appendedAgain':
      return `Written a second time by ${name}`;
    case 'found':
      return `Known to ${name}: not written again`;
    case 'refused':
      return `Answered with an error by ${name}`;
    case 'retried':
      return `To be sent again by ${name}`;
    case 'failed':
      return `Given up by ${name}`;
    case 'fetched':
      return `Fetched by ${name} from ${otherName}`;
    case 'counted':
      return `Counted: ${name} learnt that ${otherName} has it`;
    case 'committed':
      return `Committed on ${name}`;
    case 'heard':
      return `Known as committed on ${name}`;
    case 'acknowledged':
      return `Acknowledged to ${name}`;
    case 'read':
      return `Read by ${name} from ${otherName}`;
    case 'truncated':
      return `Cut off on ${name}`;
    case 'lostUnflushed':
      return `Lost with the page cache of ${name}`;
    case 'holderDown':
      return `Out of service with ${name}`;
    case 'passedOver':
      return `Passed over: ${name}, now leader, does not have it`;
    case 'copyGone':
      return `Copy on ${name} gone`;
    case 'copyUnreadable':
      return `Copy on ${name} on a failed disk`;
    case 'promiseBroken':
      return 'Lost though it was acknowledged';
    default:
      return kind satisfies never;
  }
}

/** Whether it is a failure; whether it is a promise kept. */
export function stageTone({ kind }: Stage): 'failure' | 'promise' | 'plain' {
  if (FAILURES.includes(kind)) return 'failure';
  return kind === 'acknowledged' ? 'promise' : 'plain';
}

const FAILURES: readonly Stage['kind'][] = [
  'diedOnTheWay',
  'refused',
  'failed',
  'truncated',
  'lostUnflushed',
  'holderDown',
  'passedOver',
  'copyGone',
  'copyUnreadable',
  'promiseBroken',
];

function attemptOf(flight: Stage['flight']): string {
  if (flight?.message.type !== 'produceRequest' || flight.message.attempt === 1) return '';
  return `, attempt ${flight.message.attempt}`;
}
