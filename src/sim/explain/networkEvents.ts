import type { NetworkEvent } from '../event/network';
import type { Explanation } from './explanation';

/** Sentences about what happened. */
export function explainNetwork(event: NetworkEvent): Explanation {
  return { what: event.type, why: '', rule: '', where: '' };
}
