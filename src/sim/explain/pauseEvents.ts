import { KAFKA } from '../config';
import type { FailureEvent } from '../event/failure';
import type { Explanation } from './explanation';
import { count, seconds } from './words';

type Of<Type extends FailureEvent['type']> = Extract<FailureEvent, { type: Type }>;

/** Silence with open connections. */
export function explainPaused({ broker, forMs, leads }: Of<'brokerPaused'>): Explanation {
  const led = leads === 0 ? '' : `, with ${count(leads, 'partition')} that it leads`;
  return {
    what: `Broker ${broker} stands still for ${seconds(forMs)}${led}.`,
    why: `Its connections stay open, and nobody answers on them. ${outlook(forMs)}`,
    rule: 'broker.session.timeout.ms = 9000, broker.heartbeat.interval.ms = 2000',
    where: 'SIGSTOP, or a long garbage collection; BrokerHeartbeatTracker',
  };
}

/** A heartbeat is under way for some time, the last one before and the first one after it. */
const HOP_MS = 100;

function outlook(forMs: number): string {
  const { brokerSessionTimeoutMs, brokerHeartbeatIntervalMs, staleBrokerCheckMs } = KAFKA;
  if (forMs + HOP_MS <= brokerSessionTimeoutMs - brokerHeartbeatIntervalMs) {
    return 'Its session outlasts that, so it costs time only.';
  }
  return forMs > brokerSessionTimeoutMs + staleBrokerCheckMs + HOP_MS
    ? 'Its session ends before: it will be fenced, and wake up without knowing.'
    : 'Its session ends at about the same time: it may be fenced.';
}

/** What it does not know yet. */
export function explainResumed({ broker, waiting }: Of<'brokerResumed'>): Explanation {
  return {
    what: `Broker ${broker} goes on: ${count(waiting, 'message')} had come for it.`,
    why: 'It reads them in their order, and believes what it believed until it reads otherwise.',
    rule: 'the process is the same: it keeps its broker epoch, and beats again',
    where: 'kafka.network.Processor, BrokerLifecycleManager',
    simplification: 'M26',
  };
}
