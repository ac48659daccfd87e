import { Search } from 'lucide-react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import type { Subject } from '../../share/subject';
import { showInPanel } from '../panel/showInPanel';
import { EntryText } from './EntryText';
import { MenuItem } from './MenuItem';
import { useMenu } from './useMenu';

/** Shows what a node believes beside what the controller decided. Changes nothing. */
export function InspectEntry({ subject }: { readonly subject: Subject }) {
  const store = useHighwaterStore();
  const hasPanels = useHighwater((state) => state.ui === 'full');
  const { close } = useMenu();
  if (!hasPanels) return null;
  return (
    <MenuItem
      onClick={() => {
        close('nowhere');
        showInPanel(store.getState(), subject, 'inspect');
      }}
    >
      <Search size={18} aria-hidden />
      <EntryText name="Inspect" says="what it believes, and what it waits for" />
    </MenuItem>
  );
}
