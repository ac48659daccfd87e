import type { ClientEvent } from '../event/client';
import type { Explanation } from './explanation';

/** Sentences about what happened. */
export function explainClient(event: ClientEvent): Explanation {
  return { what: event.type, why: '', rule: '', where: '' };
}
