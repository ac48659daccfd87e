import { type Fields, isObject, named, objectOf, oneOf, orNull, type Rule, whole } from '../shape';
import type { PanelName, Subject } from '../subject';

type FieldsOf<Type extends Subject['type']> = Fields<
  Omit<Extract<Subject, { readonly type: Type }>, 'type'>
>;

const partition = named(/^.{1,60}-\d+$/, 'orders-0');
const broker = whole(1, 1_000);

// The compiler asks for each kind and each of its fields, and knows no other.
const SUBJECTS: { readonly [Type in Subject['type']]: FieldsOf<Type> } = {
  controller: {},
  broker: { broker },
  client: { client: named(/^(producer|consumer)-[1-9]\d{0,3}$/, 'producer-1') },
  partition: { partition },
  replica: { broker, partition },
  record: { partition, recordId: whole(0) },
  message: { flightId: whole(0) },
};

const PANELS: { readonly [Panel in PanelName]: true } = {
  lesson: true,
  events: true,
  inspect: true,
  wire: true,
  records: true,
  promises: true,
  tools: true,
};

const types: Readonly<Record<string, Readonly<Record<string, Rule>>>> = SUBJECTS;

/** What was picked: nothing, or something that need not be there. */
export const picked: Rule = orNull((value, place) => {
  const type = isObject(value) ? value['type'] : undefined;
  const known = typeof type === 'string' && Object.hasOwn(types, type) ? types[type] : {};
  return objectOf({ type: oneOf(...Object.keys(types)), ...known })(value, place);
});

/** The panel that is shown; without a lesson, that of one is as if nothing were said. */
export const panel: Rule = oneOf(...Object.keys(PANELS));
