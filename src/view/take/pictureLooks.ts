import { makeLink } from '../../share/link/makeLink';
import type { HighwaterState } from '../../store/state';
import { scenarioOf } from '../../timeline/recording';
import { plateAround } from './drawing/plateSize';

/** As a slide, or as large as the stage is on the page. */
export type SizeChoice = 'wide' | 'page';

const WIDE = { width: 1600, height: 900 };

/** The size of a picture, in CSS pixels. */
export function sizeOf(choice: SizeChoice) {
  const stage = choice === 'page' ? document.querySelector('.stageBox') : null;
  if (!stage) return WIDE;
  return plateAround(stage.clientWidth, stage.clientHeight);
}

/** Where the style sheets of an element reach, and nothing of the page stands in front. */
export function homeOf(element: Element | null): Element | ShadowRoot {
  const root = element?.getRootNode();
  return root instanceof ShadowRoot ? root : document.body;
}

/** The run and the moment that is shown, as a file carries them; of a very long run no moment. */
export async function runOf(state: HighwaterState): Promise<string> {
  const text = await linkTo(state);
  return text ?? JSON.stringify(scenarioOf(state.recording));
}

/** What stands behind `#r=` for what is shown; null for too long a run, and in an old browser. */
export async function linkTo(state: HighwaterState): Promise<string | null> {
  const made = await makeLink(state).catch(() => null);
  return made && 'text' in made ? made.text : null;
}
