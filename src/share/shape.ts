/** What is wrong in a value that was read, and where: `commands[3].at: expected …`. */
export type Problem = string;

/** Everything that is wrong with a value at a place; none when it fits. */
export type Rule = (value: unknown, place: string) => readonly Problem[];

/** A rule for each field that a shape has. */
export type Fields<Shape> = { readonly [Field in keyof Shape]-?: Rule };

/** A rule of values that need only be looked at by themselves. */
function only(fits: (value: unknown) => boolean, expected: string): Rule {
  return (value, place) => (fits(value) ? [] : [mistake(place, expected, value)]);
}

/** Any text. */
export const text: Rule = only((value) => typeof value === 'string', 'a text');

/** True or false. */
export const flag: Rule = only((value) => typeof value === 'boolean', 'true or false');

/** Any number. What range makes sense is said by the dry run. */
export const number: Rule = only((value) => Number.isFinite(value), 'a number');

/** A whole number, from a least one on, or between two. */
export function whole(least: number, most = Infinity): Rule {
  const fits = (value: unknown) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  const range = most === Infinity ? 'up' : `to ${most}`;
  return only(fits, `a whole number from ${least} ${range}`);
}

/** A text of a form, such as `producer-1`. */
export function named(pattern: RegExp, example: string): Rule {
  const fits = (value: unknown) => typeof value === 'string' && pattern.test(value);
  return only(fits, `a name like "${example}"`);
}

/** One of a few values. */
export function oneOf(...values: readonly (string | number)[]): Rule {
  const fits = (value: unknown) => values.some((one) => one === value);
  return only(fits, `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`);
}

/** Null, or what another rule says. */
export function orNull(rule: Rule): Rule {
  return (value, place) => (value === null ? [] : rule(value, place));
}

/** Nothing at all, or what another rule says. */
export function optional(rule: Rule): Rule {
  return (value, place) => (value === undefined ? [] : rule(value, place));
}

/** A list of items of one shape. */
export function listOf(rule: Rule): Rule {
  return (value, place) => {
    if (!Array.isArray(value)) return [mistake(place, 'a list', value)];
    return value.flatMap((item: unknown, nth) => rule(item, `${place}[${nth}]`));
  };
}

/** An object that has these fields and no other. */
export function objectOf(fields: Readonly<Record<string, Rule>>): Rule {
  return (value, place) => {
    if (!isObject(value)) return [mistake(place, 'an object', value)];
    const strangers = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
    return [
      ...strangers.map((name) => `${within(place, name)}: there is no such field`),
      ...Object.entries(fields).flatMap(([name, rule]) => {
        const given = Object.hasOwn(value, name) ? value[name] : undefined;
        return rule(given, within(place, name));
      }),
    ];
  };
}

/** An object whose names follow one rule and whose values another. */
export function tableOf(pattern: RegExp, example: string, rule: Rule): Rule {
  return (value, place) => {
    if (!isObject(value)) return [mistake(place, 'an object', value)];
    return Object.entries(value).flatMap(([name, row]) =>
      pattern.test(name)
        ? rule(row, within(place, name))
        : [`${within(place, name)}: expected a name like "${example}"`],
    );
  };
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The place of a field. */
export function within(place: string, field: string): string {
  return place === '' ? field : `${place}.${field}`;
}

function mistake(place: string, expected: string, value: unknown): Problem {
  const at = place === '' ? '' : `${place}: `;
  if (value === undefined) return `${at}is missing; expected ${expected}`;
  return `${at}expected ${expected}, got ${shortly(value)}`;
}

const SHOWN_MAX = 40;

function shortly(value: unknown): string {
  const written = JSON.stringify(value);
  return written.length > SHOWN_MAX ? `${written.slice(0, SHOWN_MAX)}…` : written;
}
