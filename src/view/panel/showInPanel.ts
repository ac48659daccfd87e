import type { StoreApi } from 'zustand/vanilla';
import type { HighwaterState } from '../../store/state';
import type { PanelName } from '../../store/subject';

/** Shows a panel and goes there: on a phone it is below the stage. Keys stay the figure's. */
export function showInPanel(store: StoreApi<HighwaterState>, panel: PanelName): void {
  store.getState().showPanel(panel);
  document.getElementById('sidePanel')?.focus();
}
