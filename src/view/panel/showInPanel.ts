import type { Actions } from '../../store/state';
import type { PanelName, Subject } from '../../share/subject';

type Choosing = Pick<Actions, 'select' | 'showPanel'>;

/** Picks something and goes to a panel with it: on a phone that is below the stage. */
export function showInPanel({ select, showPanel }: Choosing, subject: Subject, panel: PanelName) {
  select(subject);
  showPanel(panel);
  // Not the tab: the keys stay those of the figure.
  document.getElementById('sidePanel')?.focus();
}
