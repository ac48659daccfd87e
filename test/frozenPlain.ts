/**
 * Freezes a value and all that it holds, and throws at anything that JSON would not give back. What
 * is frozen has been looked at before, so a world costs only what its step has written.
 */
export function frozenPlain<Value>(value: Value, path = 'world'): Value {
  if (typeof value !== 'object' || value === null) {
    checkScalar(value, path);
    return value;
  }
  if (Object.isFrozen(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) {
    throw new TypeError(`${path} is of a class: it would not survive JSON`);
  }
  for (const [key, item] of Object.entries(value)) frozenPlain(item, `${path}.${key}`);
  return Object.freeze(value);
}

function checkScalar(value: unknown, path: string): void {
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  if (!isPlain) throw new TypeError(`${path} is ${typeof value}: JSON has no such thing`);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`${path} is ${value}: JSON has no such number`);
  }
}
