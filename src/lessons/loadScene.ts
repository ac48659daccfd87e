import { loadWords } from './loadLesson';
import type { Scene } from './scene';
import { filledIn } from './words/words';

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
  if (!known) throw new RangeError(filledIn((await loadWords()).ui.noScene, { scene: id }));
  return (await import('./figures')).FIGURES[known]();
}
