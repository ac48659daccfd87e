import type { Stage, StageKind } from '../../timeline/life/stage';
import { nodeName } from '../nodeName';

/** What happened to the record, in a few words. */
export function stageTitle(stage: Stage): string {
  const { kind, who, other, flight } = stage;
  const otherName = other === null ? '' : nodeName(other);
  if (isUnconfirmed(stage)) return `Done for ${nodeName(who)}: acks=0 asks for no answer`;
  return TITLES[kind](nodeName(who), otherName) + (kind === 'sent' ? attemptOf(flight) : '');
}

/** By who did it or where it happened, and whom it came from or went to. */
const TITLES: Readonly<Record<StageKind, (who: string, other: string) => string>> = {
  produced: (who) => `Handed to ${who}`,
  sent: (_, other) => `Sent to ${other}`,
  received: (who) => `Received by ${who}`,
  waits: (who) => `Waits at ${who}, which stands still`,
  diedOnTheWay: (who) => `Lost on the way to ${who}`,
  held: (who) => `Held on the way to ${who}`,
  letGo: (who) => `Goes on to ${who}`,
  hastened: (who) => `Arrives at ${who} at once`,
  doubled: (who) => `Will arrive at ${who} twice`,
  appended: (who) => `Appended by ${who}`,
  appendedAgain: (who) => `Written a second time by ${who}`,
  found: (who) => `Known to ${who}: not written again`,
  refused: (who) => `Answered with an error by ${who}`,
  retried: (who) => `To be sent again by ${who}`,
  failed: (who) => `Given up by ${who}`,
  fetched: (who, other) => `Fetched by ${who} from ${other}`,
  counted: (who, other) => `Counted: ${who} learnt that ${other} has it`,
  committed: (who) => `Committed on ${who}`,
  heard: (who) => `Known as committed on ${who}`,
  acknowledged: (who) => `Acknowledged to ${who}`,
  read: (who, other) => `Read by ${who} from ${other}`,
  truncated: (who) => `Cut off on ${who}`,
  lostUnflushed: (who) => `Lost with the page cache of ${who}`,
  holderDown: (who) => `Out of service with ${who}`,
  passedOver: (who) => `Passed over: ${who}, now leader, does not have it`,
  copyGone: (who) => `Copy on ${who} gone`,
  copyUnreadable: (who) => `Copy on ${who} on a failed disk`,
  promiseBroken: () => 'Lost though it was acknowledged',
};

/** Whether it is a failure; whether it is a promise kept. */
export function stageTone(stage: Stage): 'failure' | 'promise' | 'plain' {
  if (FAILURES.includes(stage.kind)) return 'failure';
  return stage.kind === 'acknowledged' && !isUnconfirmed(stage) ? 'promise' : 'plain';
}

function isUnconfirmed({ event }: Stage): boolean {
  return event?.type === 'recordsAcknowledged' && event.acks === 0;
}

const FAILURES: readonly StageKind[] = [
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
