import { type ComponentType, lazy, Suspense } from 'react';

/** A part that nobody misses: fetched when it is first drawn, and nothing until it is there. */
export function seldom<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Part = lazy<ComponentType<Props>>(() =>
    load().then(
      (Found) => ({ default: Found }),
      () => ({ default: () => null }),
    ),
  );
  return function Seldom(props: Props) {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    );
  };
}
