import type { Scene } from './scene';

/** Ids of the figures of the notes, in their order. */
export const FIGURE_IDS = [
  'partitions',
  'copies',
  'leaders',
  'newLeader',
  'oneDown',
  'replicas',
  'produce',
  'fetch',
  'nearest',
] as const;

export type FigureId = (typeof FIGURE_IDS)[number];

/** Fetches a scene. Fails when there is none of this id, or no connection. */
export async function loadScene(id: string): Promise<Scene> {
  const known = FIGURE_IDS.find((each) => each === id);
  if (!known) throw new RangeError(`There is no scene “${id}”.`);
  return (await import('./figures')).FIGURES[known]();
}
