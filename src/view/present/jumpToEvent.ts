import type { HighwaterState } from '../../store/state';
import { openMoment } from '../../store/openMoment';
import type { Happening } from '../../timeline/mark';
import { happeningsUntil } from '../../timeline/recording';
import type { Instance } from './presenting';

/** More than any run of a lecture has. */
const DIGITS_MAX = 5;

/** A digit of the number of an event; Enter goes there. */
export function typeDigit(store: Instance, digit: string): void {
  const { presenting, present } = store.getState();
  present({ typed: `${presenting?.typed ?? ''}${digit}`.slice(0, DIGITS_MAX) });
}

export function goToTyped(store: Instance): void {
  const { presenting, present } = store.getState();
  present({ typed: '' });
  if (presenting?.typed) goToNumber(store, Number(presenting.typed));
}

/**
 * Shows the moment of an event, by its number in the event list; in a lesson one of its steps.
 * Where there is none of this number, says so.
 */
export function goToNumber(store: Instance, number: number): void {
  const { lesson, present } = store.getState();
  if (!lesson) return present({ says: goToEvent(store, number) });
  openMoment(store, { lesson: lesson.lesson.id, step: number }).then(
    () => present({ says: `Step ${number} of the lesson.` }),
    (error: unknown) => present({ says: error instanceof Error ? error.message : String(error) }),
  );
}

function goToEvent(store: Instance, number: number): string {
  const events = eventsOf(store.getState());
  const found = events.find((one) => one.number === number);
  if (found) {
    store.getState().seek(found.story);
    return `Event ${number}.`;
  }
  if (events.length === 0) return 'There are no events yet.';
  return `There is no event ${number}: the run has events 1 to ${events.length}.`;
}

/** All events of the run so far, by the numbers that they have in the event list. */
function eventsOf({ recording }: HighwaterState): readonly Happening[] {
  return happeningsUntil(recording, Infinity);
}
