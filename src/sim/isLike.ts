import type { Event } from './event';

/** An event of one type, with its own fields. */
export type EventOf<Type extends Event['type']> = Extract<Event, { readonly type: Type }>;

/** Whether an event is of a type and has some fields. */
export function isLike<Type extends Event['type']>(
  event: Event,
  type: Type,
  fields: Partial<EventOf<Type>>,
): event is EventOf<Type> {
  return event.type === type && hasFields(event, fields);
}

/** Whether plain data has the fields of a pattern, with the same values. */
export function hasFields(data: object, pattern: object): boolean {
  const given: Readonly<Record<string, unknown>> = { ...data };
  return Object.entries(pattern).every(
    ([name, wanted]) => JSON.stringify(given[name]) === JSON.stringify(wanted),
  );
}
