import { Check } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Command } from '../../sim/command';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { useRefusal } from '../useRefusal';
import { EntryText } from './EntryText';
import { MenuItem } from './MenuItem';
import { useMenu } from './useMenu';

interface EntryProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly says?: string;
  readonly command: Command;
}

/** An entry that would change nothing stays reachable, so that its reason can be read. */
export function Entry({ icon: Icon, name, says, command }: EntryProps) {
  const { refusal, onClick } = useCommand(command);
  return (
    <MenuItem aria-disabled={refusal !== null} onClick={onClick}>
      <Icon size={18} aria-hidden />
      <EntryText name={name} says={refusal?.because ?? says} />
    </MenuItem>
  );
}

interface ChoiceEntryProps {
  readonly name: string;
  readonly says?: string;
  /** It is so already. */
  readonly isOn: boolean;
  readonly command: Command;
}

/** One of several values of a setting; the one that it has is ticked. */
export function ChoiceEntry({ name, says, isOn, command }: ChoiceEntryProps) {
  const { refusal, onClick } = useCommand(command);
  return (
    <MenuItem
      role="menuitemradio"
      aria-checked={isOn}
      aria-disabled={refusal !== null}
      onClick={onClick}
    >
      {isOn ? <Check size={18} aria-hidden /> : <span className="menuItemGap" />}
      <EntryText name={name} says={isOn ? says : (refusal?.because ?? says)} />
    </MenuItem>
  );
}

interface DeedEntryProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly says?: string;
  readonly onDo: () => void;
}

/** An entry that opens a dialog, where the rest is decided. */
export function DeedEntry({ icon: Icon, name, says, onDo }: DeedEntryProps) {
  const { close } = useMenu();
  return (
    <MenuItem
      aria-haspopup="dialog"
      onClick={() => {
        close('nowhere');
        onDo();
      }}
    >
      <Icon size={18} aria-hidden />
      <EntryText name={name} says={says} />
    </MenuItem>
  );
}

/** What a click does with a command; nothing where it is refused. */
function useCommand(command: Command) {
  const store = useHighwaterStore();
  const refusal = useRefusal(command);
  const { close } = useMenu();
  const onClick = ({ detail }: MouseEvent) => {
    if (refusal) return;
    // After a pointer's choice the keys are the figure's. Only a pointer counts its clicks.
    close(detail > 0 ? 'figure' : 'trigger');
    store.getState().act(command);
  };
  return { refusal, onClick };
}
