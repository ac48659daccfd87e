import { Check } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { Command } from '../../sim/command';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { useRefusal } from '../useRefusal';
import { EntryText } from './EntryText';
import { useMenu } from './useMenu';

interface EntryProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly says?: string;
  readonly command: Command;
}

/** An entry that would change nothing stays reachable, so that its reason can be read. */
export function Entry({ icon: Icon, name, says, command }: EntryProps) {
  const store = useHighwaterStore();
  const refusal = useRefusal(command);
  const { onChosen } = useMenu();
  return (
    <DropdownMenu.Item
      className="menuItem"
      aria-disabled={refusal !== null}
      onSelect={(event) => {
        if (refusal) {
          event.preventDefault();
          return;
        }
        onChosen();
        store.getState().act(command);
      }}
    >
      <Icon size={18} aria-hidden />
      <EntryText name={name} says={refusal?.because ?? says} />
    </DropdownMenu.Item>
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
  const store = useHighwaterStore();
  const refusal = useRefusal(command);
  const { onChosen } = useMenu();
  return (
    <DropdownMenu.Item
      className="menuItem"
      role="menuitemradio"
      aria-checked={isOn}
      aria-disabled={refusal !== null}
      onSelect={(event) => {
        if (refusal) {
          event.preventDefault();
          return;
        }
        onChosen();
        store.getState().act(command);
      }}
    >
      {isOn ? <Check size={18} aria-hidden /> : <span className="menuItemGap" />}
      <EntryText name={name} says={isOn ? says : (refusal?.because ?? says)} />
    </DropdownMenu.Item>
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
  return (
    <DropdownMenu.Item className="menuItem" aria-haspopup="dialog" onSelect={onDo}>
      <Icon size={18} aria-hidden />
      <EntryText name={name} says={says} />
    </DropdownMenu.Item>
  );
}
