import { isAtSettledEnd } from '../../store/selectors';
import type { Instance } from './presenting';

/** What a lesson waits for: a picked answer, its next deed, or to be watched without one. */
const WAY_ON = '.lessonActs .primary:not([disabled]), .lessonActs .quietButton';

/** To the next event; where a lesson waits for a press, that. Who has a clicker has no pointer. */
export function goNext(store: Instance): void {
  const state = store.getState();
  const { lesson } = state;
  const isWaiting = lesson && (lesson.lesson.rules.isAsking(lesson) || isAtSettledEnd(state));
  const button = isWaiting ? document.querySelector<HTMLButtonElement>(WAY_ON) : null;
  if (button) button.click();
  else state.stepForward();
}
