/** Something prepared that can be opened by its name: a link, or a proof, leads there. */
export type Moment =
  | { readonly scene: string }
  /** Steps count from 1; the one behind the last are the goals. */
  | { readonly lesson: string; readonly step?: number };

/** The moment that an address asks for by its query; null when it asks for none. */
export function momentIn(query: string): Moment | null {
  const asked = new URLSearchParams(query);
  const [scene, lesson, step] = ['scene', 'lesson', 'step'].map((name) => asked.get(name));
  if (scene) return { scene };
  if (!lesson) return null;
  return step ? { lesson, step: Number(step) } : { lesson };
}

/** The query by which a moment is asked for; empty for none. */
export function queryFor(moment: Moment | null): string {
  if (moment === null) return '';
  if ('scene' in moment) return `?scene=${encodeURIComponent(moment.scene)}`;
  const { lesson, step = 1 } = moment;
  return `?lesson=${encodeURIComponent(lesson)}${step > 1 ? `&step=${step}` : ''}`;
}
