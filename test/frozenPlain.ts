/**
 * Freezes a value and all that it holds, and throws at anything that JSON would not give back. What
 * is frozen has been looked at before, so a world costs only what its step has written.
 */
export function frozenPlain<Value>(value: Value, path = 'world'): Value {
  const fault = faultIn(value);
  if (fault !== null) throw new TypeError(`${path}${fault}`);
  return value;
}

/** Freezes it, unless it has a fault: its place in the value, and what it is. */
function faultIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return scalarFault(value);
  if (Object.isFrozen(value)) return null;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) {
    return ' is of a class: it would not survive JSON';
  }
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const fault = faultIn(item);
    if (fault !== null) return `.${key}${fault}`;
  }
  Object.freeze(value);
  return null;
}

function scalarFault(value: unknown): string | null {
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  if (!isPlain) return ` is ${typeof value}: JSON has no such thing`;
  const isFinite = typeof value !== 'number' || Number.isFinite(value);
  return isFinite ? null : ` is ${value}: JSON has no such number`;
}
