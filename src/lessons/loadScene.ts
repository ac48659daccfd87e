import { loadWords } from './loadLesson';
import type { Scene } from './scene';
import { filledIn } from './words/words';

/** A scene by its id, once those like it have come. */
type Scenes = { readonly [id in string]?: () => Scene };

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
  const [{ ui, scenes }, { FIGURES }, { ADVICE_SCENES }] = await Promise.all([
    loadWords(),
    import('./figures'),
    import('./adviceScenes'),
  ]);
  const known: Scenes = { ...FIGURES, ...ADVICE_SCENES };
  const scene = Object.hasOwn(scenes, id) && known[id];
  if (!scene) throw new RangeError(filledIn(ui.noScene, { scene: id }));
  return scene();
}
