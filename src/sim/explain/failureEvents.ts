import type { FailureEvent } from '../event/failure';
import type { Explanation } from './explanation';

/** Sentences about what happened. */
export function explainFailure(event: FailureEvent): Explanation {
  return { what: event.type, why: '', rule: '', where: '' };
}
