import type { AdministrationEvent } from '../event/administration';
import type { Explanation } from './explanation';

/** Sentences about what happened. */
export function explainAdministration(event: AdministrationEvent): Explanation {
  return { what: event.type, why: '', rule: '', where: '' };
}
