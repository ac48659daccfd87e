import { Presentation } from 'lucide-react';
import { useHighwaterStore } from '../../store/HighwaterContext';
import type { Lit } from '../present/spotlight';
import { EntryText } from './EntryText';
import { MenuItem } from './MenuItem';
import { useMenu } from './useMenu';

/** Dims everything else, for an audience; again takes it away. Changes nothing in the cluster. */
export function SpotlightEntry({ on }: { readonly on: Lit }) {
  const store = useHighwaterStore();
  const { close } = useMenu();
  const press = async () => {
    close('figure');
    (await import('../present/spotlight')).switchSpotlight(store, on);
  };
  return (
    <MenuItem onClick={() => void press()}>
      <Presentation size={18} aria-hidden />
      <EntryText name="Spotlight" says="dims the rest" />
    </MenuItem>
  );
}
