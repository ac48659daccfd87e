import type { FailureEvent } from '../event/failure';
import type { Explanation } from './explanation';
import { explainPaused, explainResumed } from './pauseEvents';

/** Sentences about what happened. */
export function explainFailure(event: FailureEvent): Explanation {
  if (event.type === 'brokerPaused') return explainPaused(event);
  if (event.type === 'brokerResumed') return explainResumed(event);
  return { what: event.type, why: '', rule: '', where: '' };
}
