/** Something prepared that can be opened by its name: a link, or a proof, leads there. */
export type Moment =
  /** After so many told moments; without it, at its start. */
  | { readonly scene: string; readonly step?: number }
  /** Steps count from 1; the one behind the last are the goals. */
  | { readonly lesson: string; readonly step?: number };

/**
 * The query by which a moment is asked for; empty for none. What else a query says stays in it
 * as it was written, but for some names.
 */
export function queryFor(
  moment: Moment | null,
  query = '',
  without: readonly string[] = [],
): string {
  const { step = 0, ...named } = moment ?? {};
  const first = moment && 'scene' in moment ? 0 : 1;
  const asked = Object.entries(step > first ? { ...named, step } : named).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const gone = ['scene', 'lesson', 'step', ...without];
  const others = query.replace(/^\?/, '').split('&');
  const kept = others.filter((each) => each !== '' && !gone.includes(each.replace(/=.*/s, '')));
  const all = [...asked, ...kept];
  return all.length > 0 ? `?${all.join('&')}` : '';
}
