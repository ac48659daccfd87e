/** Fields in which the order of a list says nothing, and objects of which every field counts. */
export interface Comparison {
  readonly sets?: readonly string[];
  readonly exact?: readonly string[];
  /** Numbers that may come out smaller, and by how much. */
  readonly atMostLess?: Readonly<Record<string, number>>;
}

/**
 * The first place in which an outcome is not what was expected, null when there is none. What is
 * expected of an object is partial: only the fields that it names are looked at.
 */
export function mismatch(
  expected: unknown,
  actual: unknown,
  how: Comparison = {},
  field = '',
): string | null {
  if (isMet(field, expected, actual, how)) return null;
  if (Array.isArray(expected)) return mismatchOfLists(expected, actual, how, field);
  if (!isObject(expected) || !isObject(actual)) return says(field, expected, actual);
  if (how.exact?.includes(field) === true && !sameFields(expected, actual)) {
    return says(field, expected, actual);
  }
  for (const [name, value] of Object.entries(expected)) {
    const found = mismatch(value, actual[name], how, name);
    if (found !== null) return found;
  }
  return null;
}

// Some fields name a bound, or several answers of which any will do.
function isMet(field: string, expected: unknown, actual: unknown, how: Comparison): boolean {
  const less = Number(expected) - Number(actual);
  if (less >= 0 && less <= (how.atMostLess?.[field] ?? -1)) return true;
  if (field.endsWith('NotBeforeMs')) return Number(actual) >= Number(expected);
  if (field.endsWith('NotAfterMs')) return Number(actual) <= Number(expected);
  if (field.endsWith('OneOf') && Array.isArray(expected)) return expected.includes(actual);
  return Object.is(expected, actual);
}

/** The first step whose outcome is not the expected one; null as an expectation asserts nothing. */
export function mismatchOfSteps(
  expected: readonly unknown[],
  actual: readonly unknown[],
  how: Comparison,
): string | null {
  for (const [at, one] of expected.entries()) {
    const found = one === null ? null : mismatch(one, actual[at], how);
    if (found !== null) return `step ${at + 1}: ${found}`;
  }
  return null;
}

function mismatchOfLists(
  expected: readonly unknown[],
  actual: unknown,
  how: Comparison,
  field: string,
): string | null {
  if (!Array.isArray(actual) || actual.length !== expected.length) {
    return says(field, expected, actual);
  }
  const isSet = how.sets?.includes(field) === true;
  const [one, other] = isSet ? [sorted(expected), sorted(actual)] : [expected, actual];
  const isOff = one.some((item, at) => mismatch(item, other[at], how) !== null);
  return isOff ? says(field, expected, actual) : null;
}

function sorted(list: readonly unknown[]): readonly unknown[] {
  return list.toSorted((one, other) => Number(one) - Number(other));
}

function sameFields(one: object, other: object): boolean {
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return names.length === others.length && names.every((name) => others.includes(name));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function says(field: string, expected: unknown, actual: unknown): string {
  const name = field === '' ? '' : `${field} `;
  return `expected ${name}${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}
