/**
 * A function that works out its result once for each pair of things that never change, such as
 * logs: most of what an invariant compares is what it compared in the world before.
 */
export function onceFor<One extends object, Other extends object, Result>(
  compute: (one: One, other: Other) => Result,
): (one: One, other: Other) => Result {
  const known = new WeakMap<One, WeakMap<Other, { readonly result: Result }>>();
  return (one, other) => {
    const ofOne = known.get(one) ?? new WeakMap<Other, { readonly result: Result }>();
    known.set(one, ofOne);
    const found = ofOne.get(other) ?? { result: compute(one, other) };
    ofOne.set(other, found);
    return found.result;
  };
}
